/** Changing what stands in front of a material's files. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { isUntitled, materialSchema } from "~/materials/material";
import { findMaterial } from "~/materials/material-record.server";
import { updateMaterial } from "~/materials/materials.server";
import { MaterialForm } from "~/materials/record/material-form";
import { words as materialWords } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { listTopics } from "~/roster/index.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const material = found(await findMaterial(actor, idIn(params.materialId)));
  const topics = await listTopics();
  const chosen = material.topics.map(({ id }) => id);
  return { material, topics: topics.filter(({ id, retired }) => !retired || chosen.includes(id)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, materialSchema, async (values) => {
    found((await updateMaterial(actor, id, values)) || null);
    return redirectWithToast(`/materials/${id}`, materialWords.toasts.saved, request);
  });
}

export default function EditMaterialPage() {
  const { material, topics } = useLoaderData<typeof loader>();
  const { materials, form } = useWords(materialWords);
  const { id, title, unitId, unitName, conference } = material;
  const { kind, circulation, language, audienceGroups, revision } = material;
  return (
    <Page
      title={form.editTitle}
      breadcrumbs={[
        { label: materials, to: "/materials" },
        { label: title, to: `/materials/${id}` },
      ]}
    >
      <MaterialForm
        id={id}
        values={{
          ...{ kind, circulation, language, audienceGroups, unitId, revision },
          ...{ title: isUntitled(title) ? "" : title, conferenceId: conference?.id ?? "" },
          ...{ number: material.number ?? "", issuer: material.issuer ?? "" },
          ...{ issuedOn: material.issuedOn ?? "", summary: material.summary ?? "" },
          ...{ validFrom: material.validFrom ?? "", validUntil: material.validUntil ?? "" },
          topicIds: material.topics.map((topic) => topic.id),
        }}
        unit={{ id: unitId, name: unitName }}
        conference={conference && { id: conference.id, name: conference.title }}
        topics={topics}
      />
    </Page>
  );
}
