/** What is known of a person, in two columns. */
import { showMoment, today } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import { useWords } from "~/ui/language";
import { Facts } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { ageOn, showPartialDay } from "./speaker";
import type { SpeakerRecord } from "./speakers.server";
import { words as rosterWords } from "./words";

const link = "underline-offset-4 hover:underline [overflow-wrap:anywhere]";

export function SpeakerFacts({ speaker }: { speaker: SpeakerRecord }) {
  const words = useWords(rosterWords);
  const { fields, record } = words;
  const { birth, phone, email, gender, politicalTheory, account } = speaker;
  return (
    <Facts
      facts={[
        { label: fields.position, value: speaker.position },
        {
          label: fields.phone,
          value: phone && (
            <a href={`tel:${phone}`} className={`${link} tabular-nums`}>
              {showPhone(phone)}
            </a>
          ),
        },
        {
          label: fields.unit,
          value: <TextLink to={`/units/${speaker.unitId}`}>{speaker.unitName}</TextLink>,
        },
        {
          label: fields.email,
          value: email && (
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          ),
        },
        { label: fields.workplace, value: speaker.workplace },
        {
          label: fields.birth,
          value: birth && `${showPartialDay(birth)} (${record.years(ageOn(birth, today()))})`,
        },
        { label: fields.education, value: speaker.education },
        { label: fields.gender, value: gender && words.genders[gender] },
        { label: fields.politicalTheory, value: politicalTheory && words.theory[politicalTheory] },
        { label: fields.account, value: account ? record.hasAccount(account.name) : record.noAccount },
        {
          label: fields.note,
          value: speaker.note && <span className="whitespace-pre-line">{speaker.note}</span>,
        },
        { label: fields.updated, value: showMoment(speaker.updatedAt) },
      ]}
    />
  );
}
