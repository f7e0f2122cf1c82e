/** What is known of a person, part by part, each with its own way to be put right. */
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { accessWords } from "~/accounts";
import { showMoment, today } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import { AppointmentList } from "~/roster/appointment-list";
import { ageOn, showPartialDay } from "~/roster/speaker";
import type { SpeakerRecord } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Columns, Facts, Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { AvailabilityView } from "./availability-view";
import type { RecordPart } from "./part";
import type { MaskedField } from "./private.server";
import { PrivateFacts } from "./private-facts";
import { QualificationList } from "./qualification-list";
import type { RecordSkills } from "./record.server";
import { LanguageList, TopicList } from "./skill-lists";
import { words as recordWords } from "./words";

interface OverviewProps {
  speaker: SpeakerRecord;
  skills: Omit<RecordSkills, "held">;
  masked: MaskedField[];
  may: { edit: boolean; reveal: boolean; access: boolean };
}

export function Overview({ speaker, skills, masked, may }: OverviewProps) {
  const words = useWords(recordWords);
  const { appointments } = useWords(rosterWords).record;
  const part = { speakerId: speaker.id, mayEdit: may.edit };
  return (
    <Columns>
      <div className="flex flex-col gap-6">
        <Section title={appointments}>
          <AppointmentList speaker={speaker} mayEdit={may.edit} />
        </Section>
        <Part {...part} part="work">
          <WorkFacts speaker={speaker} />
        </Part>
        <Part {...part} part="person">
          <PersonFacts speaker={speaker} />
        </Part>
        {masked.length > 0 && <PrivateFacts speaker={speaker} masked={masked} mayReveal={may.reveal} />}
      </div>
      <div className="flex flex-col gap-6">
        <Part {...part} part="contact">
          <ContactFacts speaker={speaker} mayGiveAccess={may.access} />
        </Part>
        <Part {...part} part="topics">
          <TopicList topics={skills.topics} />
        </Part>
        <Part {...part} part="languages">
          <LanguageList languages={skills.languages} />
        </Part>
        <QualificationList speakerId={speaker.id} qualifications={skills.qualifications} mayEdit={may.edit} />
        <Part {...part} part="availability">
          <AvailabilityView availability={skills.availability} />
        </Part>
        <Part {...part} part="note">
          {speaker.note ? (
            <p className="whitespace-pre-line rounded-card border border-line bg-paper px-5 py-4 phone:px-4">
              {speaker.note}
            </p>
          ) : (
            <p className="text-soft">{words.none}</p>
          )}
        </Part>
      </div>
    </Columns>
  );
}

interface PartProps {
  speakerId: string;
  part: RecordPart;
  mayEdit: boolean;
  children: ReactNode;
}

function Part({ speakerId, part, mayEdit, children }: PartProps) {
  const words = useWords(recordWords);
  return (
    <Section
      title={words.parts[part]}
      actions={
        mayEdit && (
          <EditLink to={`/roster/${speakerId}/${part}`} label={words.editPart(words.parts[part])}>
            {words.edit}
          </EditLink>
        )
      }
    >
      {children}
    </Section>
  );
}

/** Its name says which part; a reader sees that by where it stands. */
export function EditLink({ to, label, children }: { to: string; label: string; children: string }) {
  return (
    <span className="-my-1.5 -mr-4">
      <ButtonLink to={to} variant="quiet" icon={Pencil}>
        <span aria-hidden="true">{children}</span>
        <span className="sr-only">{label}</span>
      </ButtonLink>
    </span>
  );
}

const link = "underline-offset-4 hover:underline [overflow-wrap:anywhere]";

function ContactFacts({ speaker, mayGiveAccess }: { speaker: SpeakerRecord; mayGiveAccess: boolean }) {
  const { fields, record } = useWords(rosterWords);
  const access = useWords(accessWords);
  const { phone, email, account } = speaker;
  return (
    <Facts
      facts={[
        {
          label: fields.phone,
          value: phone && (
            <a href={`tel:${phone}`} className={`${link} tabular-nums`}>
              {showPhone(phone)}
            </a>
          ),
        },
        {
          label: fields.email,
          value: email && (
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          ),
        },
        {
          label: fields.account,
          value: (
            <span className="flex flex-wrap justify-between gap-x-4">
              {account ? record.hasAccount(account.name) : record.noAccount}
              {mayGiveAccess && (
                <TextLink to={`/roster/${speaker.id}/access`}>
                  {account ? access.manage : access.link}
                </TextLink>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function PersonFacts({ speaker }: { speaker: SpeakerRecord }) {
  const { fields, record, genders } = useWords(rosterWords);
  const { birth, gender, givenName, aliases, unitId, unitName, updatedAt } = speaker;
  return (
    <Facts
      facts={[
        { label: fields.unit, value: <TextLink to={`/units/${unitId}`}>{unitName}</TextLink> },
        {
          label: fields.birth,
          value: birth && `${showPartialDay(birth)} (${record.years(ageOn(birth, today()))})`,
        },
        { label: fields.gender, value: gender && genders[gender] },
        ...(givenName ? [{ label: fields.givenName, value: givenName }] : []),
        ...(aliases.length > 0 ? [{ label: fields.aliases, value: aliases.join(", ") }] : []),
        { label: fields.updated, value: showMoment(updatedAt) },
      ]}
    />
  );
}

function WorkFacts({ speaker }: { speaker: SpeakerRecord }) {
  const { fields, theory } = useWords(rosterWords);
  const { position, workplace, education, politicalTheory } = speaker;
  return (
    <Facts
      facts={[
        { label: fields.position, value: position },
        { label: fields.workplace, value: workplace },
        { label: fields.education, value: education },
        { label: fields.politicalTheory, value: politicalTheory && theory[politicalTheory] },
      ]}
    />
  );
}
