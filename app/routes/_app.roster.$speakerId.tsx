/** A person's record: who, what to do next, what is known, and under it appointments and history. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { SpeakerFacts } from "~/roster/speaker-facts";
import { NextAction, SpeakerActions, SpeakerSummary } from "~/roster/speaker-header";
import { findSpeaker } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  return { speaker, mayEdit: may(actor, "roster.edit"), mayReadHistory: may(actor, "audit.view") };
}

export default function SpeakerPage() {
  const record = useLoaderData<typeof loader>();
  const { speaker, mayEdit, mayReadHistory } = record;
  const words = useWords(rosterWords);
  const to = `/roster/${speaker.id}`;
  return (
    <Page
      title={speaker.fullName}
      summary={<SpeakerSummary speaker={speaker} />}
      breadcrumbs={[{ label: words.roster, to: "/roster" }]}
      actions={mayEdit && <SpeakerActions speaker={speaker} />}
    >
      <NextAction speaker={speaker} mayEdit={mayEdit} />
      <SpeakerFacts speaker={speaker} />
      <Tabs
        label={speaker.fullName}
        tabs={[
          { to, label: words.record.tabAppointments, count: speaker.appointments.length, end: true },
          ...(mayReadHistory ? [{ to: `${to}/history`, label: words.record.tabHistory }] : []),
        ]}
      />
      <Outlet context={record} />
    </Page>
  );
}
