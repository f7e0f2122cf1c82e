/** How far each unit is with reading a material, for those who keep it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { NotPublished } from "~/materials/receipts/not-published";
import { openUnits } from "~/materials/receipts/readers-page.server";
import { UnitsView } from "~/materials/receipts/units-view";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return found(await openUnits(actor, idIn(params.materialId), new URL(request.url)));
}

export default function ReadersUnitsPage() {
  const opened = useLoaderData<typeof loader>();
  if (!("units" in opened)) return <NotPublished />;
  return <UnitsView {...opened} base={`/materials/${opened.material.id}/readers`} />;
}
