/** A person's record: who, in what state, what to do next; under it the parts, the timeline and the history. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { words as recordWords } from "~/roster/record/words";
import { NextAction, SpeakerActions, SpeakerSummary } from "~/roster/speaker-header";
import { findSpeaker, findSurvivor } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const id = idIn(params.speakerId);
  const speaker = await findSpeaker(actor, id);
  if (!speaker) {
    const survivor = found(await findSurvivor(actor, id));
    // Not for ever: a merge can be taken back.
    throw redirect(new URL(request.url).pathname.replace(id, survivor));
  }
  return { speaker, mayEdit: may(actor, "roster.edit"), mayReadHistory: may(actor, "audit.view") };
}

export default function SpeakerPage() {
  const record = useLoaderData<typeof loader>();
  const { speaker, mayEdit, mayReadHistory } = record;
  const words = useWords(recordWords);
  const to = `/roster/${speaker.id}`;
  return (
    <Page
      title={speaker.fullName}
      summary={<SpeakerSummary speaker={speaker} />}
      breadcrumbs={[{ label: useWords(rosterWords).roster, to: "/roster" }]}
      actions={mayEdit && <SpeakerActions speaker={speaker} />}
    >
      <NextAction speaker={speaker} mayEdit={mayEdit} />
      <Tabs
        label={speaker.fullName}
        tabs={[
          { to, label: words.overview, end: true },
          { to: `${to}/timeline`, label: words.timeline },
          ...(mayReadHistory ? [{ to: `${to}/history`, label: words.history }] : []),
        ]}
      />
      <Outlet context={record} />
    </Page>
  );
}
