/** The head of a person's record: who in one line with the state, what can be done, and what wants doing next. */
import { BadgeCheck, Phone, UserMinus } from "lucide-react";
import type { ReactNode } from "react";
import { showDay, today } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { covers, stateOn, stateWords } from "./appointment";
import { StateBadge } from "./speaker-table";
import type { SpeakerRecord } from "./speakers.server";
import { words as rosterWords } from "./words";

export function SpeakerSummary({ speaker }: { speaker: SpeakerRecord }) {
  const language = useLanguage();
  const state = stateOn(speaker.appointments, today());
  return (
    <span className="flex flex-col gap-1">
      <span>{[speaker.position, speaker.unitName].filter(Boolean).join(" · ")}</span>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateBadge state={state.state}>{stateWords(state)[language]}</StateBadge>
        {speaker.phone && (
          <a
            href={`tel:${speaker.phone}`}
            className="inline-flex items-center gap-1.5 tabular-nums underline-offset-4 hover:text-ink hover:underline phone:min-h-11"
          >
            <Phone aria-hidden size={16} strokeWidth={1.75} />
            {showPhone(speaker.phone)}
          </a>
        )}
      </span>
    </span>
  );
}

export function SpeakerActions({ speaker }: { speaker: SpeakerRecord }) {
  const words = useWords(rosterWords);
  const day = today();
  const mayRelease = speaker.appointments.some(
    (appointment) => appointment.inReach && (covers(appointment, day) || appointment.startsOn > day),
  );
  return (
    <>
      {mayRelease && (
        <ButtonLink to={`/roster/${speaker.id}/release`} icon={UserMinus}>
          {words.record.release}
        </ButtonLink>
      )}
      <ButtonLink to={`/roster/${speaker.id}/appointment`} icon={BadgeCheck} variant="primary">
        {words.record.appoint}
      </ButtonLink>
    </>
  );
}

/** The one thing that wants doing next, with its button for those who may. */
export function NextAction({ speaker, mayEdit }: { speaker: SpeakerRecord; mayEdit: boolean }) {
  const words = useWords(rosterWords);
  const { state, day } = stateOn(speaker.appointments, today());
  const unknown = speaker.appointments.find(({ decisionId }) => decisionId === null);
  const to = `/roster/${speaker.id}`;
  if (state === "never") {
    return say("blue", words.record.nextNever, `${to}/appointment`, words.record.appoint);
  }
  if (state === "former" && speaker.account?.isOpen) {
    return say("amber", words.record.nextHandover, `${to}/handover`, words.record.handOver);
  }
  if (state === "ending" && day) {
    return say("amber", words.record.nextEnding(showDay(day)), `${to}/appointment`, words.record.appoint);
  }
  if (unknown) {
    const change = unknown.inReach ? `${to}/appointments/${unknown.id}` : null;
    return say("blue", words.record.nextUnknown, change, words.record.addDecision);
  }
  if (!speaker.phone && state !== "former") {
    return say("neutral", words.record.nextPhone, `${to}/contact`, words.record.addPhone);
  }
  return null;

  function say(tone: "amber" | "blue" | "neutral", text: ReactNode, link: string | null, button: string) {
    const actions = mayEdit && link ? <ButtonLink to={link}>{button}</ButtonLink> : undefined;
    return (
      <Notice tone={tone} actions={actions}>
        {text}
      </Notice>
    );
  }
}
