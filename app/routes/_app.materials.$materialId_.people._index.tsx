/** Who of one's own people has read a material, for leaders and officers who do not keep it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { NotPublished } from "~/materials/receipts/not-published";
import { OwnPeoplePage } from "~/materials/receipts/own-people-page";
import { openReaders } from "~/materials/receipts/readers-page.server";
import { ReadersView } from "~/materials/receipts/readers-view";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return found(await openReaders(actor, idIn(params.materialId), new URL(request.url)));
}

export default function OwnPeople() {
  const opened = useLoaderData<typeof loader>();
  return (
    <OwnPeoplePage material={opened.material}>
      {"people" in opened ? (
        <ReadersView {...opened} base={`/materials/${opened.material.id}/people`} />
      ) : (
        <NotPublished />
      )}
    </OwnPeoplePage>
  );
}
