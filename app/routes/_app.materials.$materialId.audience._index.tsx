/** Whom a material is for, who that is today, and bringing it out. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, squareOf } from "~/accounts/index.server";
import { readAudiencePage } from "~/materials/audience/audience-page.server";
import { AudienceView } from "~/materials/audience/audience-view";
import { explain } from "~/materials/audience/why.server";
import { WhySection } from "~/materials/audience/why-section";
import { zaloText } from "~/materials/audience/zalo";
import { ZaloSection } from "~/materials/audience/zalo-section";
import { findMaterial } from "~/materials/material-record.server";
import { env } from "~/platform/env";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const material = found(await findMaterial(actor, idIn(params.materialId)));
  const { origin, searchParams } = new URL(request.url);
  const person = searchParams.get("person");
  const address = `${env.BASE_URL ?? origin}/library/${material.id}`;
  const page = await readAudiencePage(actor, material);
  const { out } = page.publication;
  return {
    materialId: material.id,
    page,
    explained: person ? found(await explain(actor, material, idIn(person))) : null,
    zalo: out && {
      text: zaloText({ ...material, acknowledgeBy: out.acknowledgeBy, address }, actor.language),
      square: await squareOf(address),
    },
  };
}

export default function AudiencePage() {
  const { materialId, page, explained, zalo } = useLoaderData<typeof loader>();
  return (
    <>
      <AudienceView key={JSON.stringify(page.rules)} materialId={materialId} page={page} />
      {zalo && <ZaloSection {...zalo} />}
      <WhySection explained={explained} />
    </>
  );
}
