/** The list of units as it is shown, all pages, as a sheet that the import reads back. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { streamSheet } from "~/platform/sheet-writer.server";
import { exportUnits } from "~/units/unit-export.server";
import { readUnitQuery } from "~/units/unit-query";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  return streamSheet(await exportUnits(actor, readUnitQuery(new URL(request.url))));
}
