/** The facts of one's own record. */
import { showPhone } from "~/platform/phone";
import { showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Facts } from "~/ui/page";
import type { OwnRecord } from "./own-record.server";

interface FactsProps {
  speaker: OwnRecord["speaker"];
}

export function ContactFacts({ speaker: { phone, email } }: FactsProps) {
  const { fields } = useWords(rosterWords);
  return (
    <Facts
      facts={[
        { label: fields.phone, value: phone && <span className="tabular-nums">{showPhone(phone)}</span> },
        { label: fields.email, value: email && <span className="[overflow-wrap:anywhere]">{email}</span> },
      ]}
    />
  );
}

export function WorkFacts({ speaker }: FactsProps) {
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

export function PersonFacts({ speaker: { fullName, birth, gender, unitName } }: FactsProps) {
  const { fields, genders } = useWords(rosterWords);
  return (
    <Facts
      facts={[
        { label: fields.fullName, value: fullName },
        { label: fields.birth, value: birth && showPartialDay(birth) },
        { label: fields.gender, value: gender && genders[gender] },
        { label: fields.unit, value: unitName },
      ]}
    />
  );
}
