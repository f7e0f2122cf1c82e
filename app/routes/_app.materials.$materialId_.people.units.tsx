/** How far each of one's own units is with reading a material, for leaders and officers who do not keep it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { NotPublished } from "~/materials/receipts/not-published";
import { OwnPeoplePage } from "~/materials/receipts/own-people-page";
import { openUnits } from "~/materials/receipts/readers-page.server";
import { UnitsView } from "~/materials/receipts/units-view";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return found(await openUnits(actor, idIn(params.materialId), new URL(request.url)));
}

export default function OwnUnits() {
  const opened = useLoaderData<typeof loader>();
  return (
    <OwnPeoplePage material={opened.material}>
      {"units" in opened ? (
        <UnitsView {...opened} base={`/materials/${opened.material.id}/people`} />
      ) : (
        <NotPublished />
      )}
    </OwnPeoplePage>
  );
}
