/** What was done to a material, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { materialTrail } from "~/materials/trail";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return { id, lines: found(await listHistory(actor, "material", id, [materialTrail])) };
}

export default function MaterialHistory() {
  const { id, lines } = useLoaderData<typeof loader>();
  return <History lines={lines} of={{ kind: "material", id }} untitled />;
}
