/** Putting in materials, the first step: what it is and whose. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { findCollection } from "~/materials/collections/collections.server";
import { materialSchema, newMaterialSchema } from "~/materials/material";
import { addMaterial } from "~/materials/materials.server";
import { NewMaterialForm } from "~/materials/record/new-material-form";
import { words as materialWords } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const wanted = new URL(request.url).searchParams.get("conference");
  const home = actor.grants[0]?.unitId;
  const [unit, conference] = await Promise.all([
    home ? findUnit(actor, home) : null,
    wanted ? findCollection(actor, idIn(wanted)) : null,
  ]);
  return {
    unit: unit && { id: unit.id, name: unit.name },
    conference: conference && { id: conference.id, name: conference.title },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  return handleForm(request, newMaterialSchema, async ({ title, ...values }) => {
    const rest = { language: "vi", topicIds: [], audienceGroups: [] };
    const facts = { ...values, ...rest, title: title ?? materialWords[actor.language].untitled };
    const { id } = await addMaterial(actor, materialSchema.parse(facts));
    return redirectWithToast(`/materials/${id}`, materialWords.toasts.added, request);
  });
}

export default function NewMaterialPage() {
  const { unit, conference } = useLoaderData<typeof loader>();
  const { materials, form } = useWords(materialWords);
  const values = { kind: "material", circulation: "internal", title: "" } as const;
  return (
    <Page title={form.addTitle} breadcrumbs={[{ label: materials, to: "/materials" }]}>
      <NewMaterialForm
        values={{ ...values, unitId: unit?.id ?? "", conferenceId: conference?.id ?? "" }}
        unit={unit}
        conference={conference}
      />
    </Page>
  );
}
