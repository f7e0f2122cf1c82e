/** A person's appointments, those that stand first, each with its time, its decision and how it ended. */
import { CalendarClock } from "lucide-react";
import { showDay, today } from "~/platform/clock";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import { levelWords } from "~/units";
import { covers, stateOn, stateWords } from "./appointment";
import { showNumber } from "./decision";
import { StateBadge } from "./speaker-table";
import type { AppointmentRecord, DecisionRecord, SpeakerRecord } from "./speakers.server";
import { words as rosterWords } from "./words";

export function AppointmentList({ speaker, mayEdit }: { speaker: SpeakerRecord; mayEdit: boolean }) {
  const words = useWords(rosterWords);
  const day = today();
  const standingFirst = [...speaker.appointments].sort(
    (a, b) => Number(covers(b, day)) - Number(covers(a, day)),
  );
  if (standingFirst.length === 0) {
    return (
      <EmptyState title={words.record.noAppointments}>
        {mayEdit && words.record.noAppointmentsHelp}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-paper">
      {standingFirst.map((appointment) => (
        <AppointmentEntry
          key={appointment.id}
          appointment={appointment}
          changeTo={
            mayEdit && appointment.inReach ? `/roster/${speaker.id}/appointments/${appointment.id}` : null
          }
        />
      ))}
    </ul>
  );
}

function AppointmentEntry({
  appointment,
  changeTo,
}: {
  appointment: AppointmentRecord;
  changeTo: string | null;
}) {
  const words = useWords(rosterWords);
  const level = useWords(levelWords);
  const language = useLanguage();
  const { role, network, unitName, inReach, startsOn, endsOn, decision, endReason, endDecision } =
    appointment;
  const state = stateOn([appointment], today());
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-6 gap-y-2 px-5 py-4 phone:grid-cols-1 phone:px-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{words.roles[role]}</span>
          <StateBadge state={state.state}>{stateWords(state)[language]}</StateBadge>
        </p>
        <p>{unitName}</p>
        <p className="text-table text-soft">
          {[level[appointment.level], words.networks[network]].join(" · ")}
        </p>
        <p className="mt-1 text-table tabular-nums">
          {words.record.span(showDay(startsOn), endsOn ? showDay(endsOn) : words.record.open)}
        </p>
        <p className="text-table text-soft">
          {decision ? <DecisionName decision={decision} isLink={inReach} /> : words.record.noDecision}
        </p>
        {endReason && (
          <p className="text-table text-soft">
            {words.record.ended(words.reasons[endReason])}
            {endDecision && (
              <>
                . <DecisionName decision={endDecision} isLink={inReach} />
              </>
            )}
          </p>
        )}
      </div>
      {changeTo && (
        <ButtonLink to={changeTo} icon={CalendarClock}>
          {decision ? words.record.changeDates : words.record.addDecision}
        </ButtonLink>
      )}
    </li>
  );
}

/** A decision leads to its page where the actor's units have to do with it. */
function DecisionName({ decision, isLink }: { decision: DecisionRecord; isLink: boolean }) {
  const words = useWords(rosterWords);
  const { id, number, decidedOn, issuer } = decision;
  const text = words.record.decided(showNumber(number), showDay(decidedOn));
  return (
    <>
      {isLink ? <TextLink to={`/roster/decisions/${id}`}>{text}</TextLink> : text}
      {issuer && `, ${issuer}`}
    </>
  );
}
