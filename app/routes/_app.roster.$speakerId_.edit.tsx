/** Editing a person's record. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { speakerEditSchema } from "~/roster/speaker";
import { updateSpeaker } from "~/roster/speaker-changes.server";
import { SpeakerEditForm } from "~/roster/speaker-form";
import { findSpeaker, inputOf } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  const { id, unitId, unitName, revision } = speaker;
  return { id, unit: { id: unitId, name: unitName }, values: { ...inputOf(speaker), revision } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id } = found(await findSpeaker(actor, params.speakerId ?? ""));
  return handleForm(request, speakerEditSchema, async (values) => {
    found((await updateSpeaker(actor, id, values)) || null);
    return redirectWithToast(`/roster/${id}`, rosterWords.toasts.saved(values.fullName), request);
  });
}

export default function EditSpeakerPage() {
  const { id, unit, values } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page
      title={words.form.editTitle(values.fullName)}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: values.fullName, to: `/roster/${id}` },
      ]}
    >
      <SpeakerEditForm key={id} id={id} values={values} unit={unit} />
    </Page>
  );
}
