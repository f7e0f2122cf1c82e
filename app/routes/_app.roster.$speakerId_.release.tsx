/** Ending one or several appointments of a person. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { releaseSchema } from "~/roster/appointment";
import { nextRelease, reinstatementQuery } from "~/roster/next-steps";
import { ReleaseForm } from "~/roster/release-form";
import { releaseSpeaker } from "~/roster/releases.server";
import { findSpeaker } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  return { id: speaker.id, fullName: speaker.fullName, ...nextRelease(speaker, today(), actor.language) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id, fullName } = found(await findSpeaker(actor, params.speakerId ?? ""));
  return handleForm(request, releaseSchema, async (values) => {
    const ends = found(await releaseSpeaker(actor, id, values));
    return redirectWithToast(`/roster/${id}`, rosterWords.toasts.released(fullName), request, {
      undo: `/roster/${id}/reinstatement?${reinstatementQuery(ends)}`,
    });
  });
}

export default function ReleasePage() {
  const { id, fullName, values, appointments } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page
      title={words.form.releaseTitle(fullName)}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: fullName, to: `/roster/${id}` },
      ]}
    >
      {appointments.length > 0 ? (
        <ReleaseForm speakerId={id} values={values} appointments={appointments} />
      ) : (
        <Notice tone="neutral">{words.form.nothingToRelease}</Notice>
      )}
    </Page>
  );
}
