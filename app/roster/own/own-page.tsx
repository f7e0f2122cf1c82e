/** One's own record, part by part, each with the way to say that something in it is wrong. */
import { Pencil, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { AppointmentList } from "~/roster/appointment-list";
import { AvailabilityView } from "~/roster/record/availability-view";
import { QualificationList } from "~/roster/record/qualification-list";
import { LanguageList, TopicList } from "~/roster/record/skill-lists";
import { words as recordWords } from "~/roster/record/words";
import type { SpeakerRecord } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Card, Columns, Section } from "~/ui/page";
import { ContactFacts, PersonFacts, WorkFacts } from "./own-facts";
import type { OwnRecord } from "./own-record.server";
import type { ProposalPart } from "./proposal";
import { words as ownWords } from "./words";

export function OwnParts({ record: { speaker, skills } }: { record: OwnRecord }) {
  const words = useWords(ownWords);
  const { appointments } = useWords(rosterWords).record;
  return (
    <Columns>
      <div className="flex flex-col gap-6">
        <Part part="contact">
          <ContactFacts speaker={speaker} />
        </Part>
        <Part part="work">
          <WorkFacts speaker={speaker} />
        </Part>
        <Part part="person">
          <PersonFacts speaker={speaker} />
        </Part>
        <Section title={appointments}>
          {speaker.appointments.length > 0 ? (
            <AppointmentList speaker={speaker as unknown as SpeakerRecord} mayEdit={false} />
          ) : (
            <p className="text-soft">{words.noAppointments}</p>
          )}
        </Section>
      </div>
      <div className="flex flex-col gap-6">
        <Times availability={skills.availability} />
        <Part part="topics">
          {skills.topics.length > 0 ? (
            <TopicList topics={skills.topics} />
          ) : (
            <p className="text-soft">{words.noTopics}</p>
          )}
        </Part>
        <Part part="languages">
          <LanguageList languages={skills.languages} />
        </Part>
        <QualificationList speakerId={speaker.id} qualifications={skills.qualifications} mayEdit={false} />
        <Section title={words.noteOfKeepers}>
          <Card>
            <p className="whitespace-pre-line">{speaker.note || words.noNote}</p>
          </Card>
        </Section>
      </div>
    </Columns>
  );
}

function Times({ availability }: Pick<OwnRecord["skills"], "availability">) {
  const words = useWords(ownWords);
  const isSaid = availability.weekly.length > 0 || availability.exceptions.length > 0;
  return (
    <Section
      title={useWords(recordWords).parts.availability}
      actions={
        <ButtonLink to="/me/availability" icon={Pencil}>
          <span aria-hidden="true">{words.change}</span>
          <span className="sr-only">{words.changeTimes}</span>
        </ButtonLink>
      }
    >
      {isSaid ? (
        <AvailabilityView availability={availability} />
      ) : (
        <p className="text-soft">{words.noTimes}</p>
      )}
    </Section>
  );
}

function Part({ part, children }: { part: Exclude<ProposalPart, "other">; children: ReactNode }) {
  const words = useWords(ownWords);
  const { parts } = useWords(recordWords);
  return (
    <Section
      title={parts[part]}
      actions={
        <ButtonLink to={`/me/${part}`} icon={TriangleAlert}>
          <span aria-hidden="true">{words.wrong}</span>
          <span className="sr-only">{words.wrongIn(parts[part])}</span>
        </ButtonLink>
      }
    >
      {children}
    </Section>
  );
}
