/** How far each unit is with reading a material, as the list is filtered and sorted, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { readUnitsQuery } from "~/materials/receipts/reader";
import { exportUnits } from "~/materials/receipts/readers-export.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const query = readUnitsQuery(new URL(request.url));
  const version = found(versionOf(material, query.version));
  return streamSheet(await exportUnits(actor, material, version, query));
}
