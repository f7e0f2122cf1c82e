/** The figures of reading over a period, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { readFiguresQuery } from "~/materials/receipts/figures";
import { exportFigures } from "~/materials/receipts/figures.server";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return streamSheet(await exportFigures(actor, readFiguresQuery(new URL(request.url))));
}
