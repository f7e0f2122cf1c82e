/** Who has read a material and who has not, as the list is filtered and sorted, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { readReadersQuery } from "~/materials/receipts/reader";
import { exportReaders } from "~/materials/receipts/readers-export.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const query = readReadersQuery(new URL(request.url));
  const version = found(versionOf(material, query.version));
  return streamSheet(await exportReaders(actor, material, version, query));
}
