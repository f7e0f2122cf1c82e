/** Who has read a material and who has not, for those who keep it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { NotPublished } from "~/materials/receipts/not-published";
import { openReaders } from "~/materials/receipts/readers-page.server";
import { ReadersView } from "~/materials/receipts/readers-view";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return found(await openReaders(actor, idIn(params.materialId), new URL(request.url)));
}

export default function ReadersPage() {
  const opened = useLoaderData<typeof loader>();
  if (!("people" in opened)) return <NotPublished />;
  return <ReadersView {...opened} base={`/materials/${opened.material.id}/readers`} />;
}
