/** The list of materials as it is filtered, every line, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { exportMaterials } from "~/materials/list/material-export.server";
import { readMaterialQuery } from "~/materials/list/material-query";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return streamSheet(await exportMaterials(actor, readMaterialQuery(new URL(request.url))));
}
