/** The people whom a material's rules cover today, as they are filtered, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { exportRecipients } from "~/materials/audience/people-export.server";
import { readPeopleQuery } from "~/materials/audience/people-query";
import { findMaterial } from "~/materials/material-record.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const material = found(await findMaterial(actor, idIn(params.materialId)));
  return streamSheet(await exportRecipients(actor, material, readPeopleQuery(new URL(request.url))));
}
