/** What stands in front of a material's files. */
import { languageLabels } from "~/materials/language-labels";
import type { MaterialRecord } from "~/materials/material-record.server";
import { words as materialWords } from "~/materials/words";
import { dayOf, showDay } from "~/platform/clock";
import { useLanguage, useWords } from "~/ui/language";
import { Facts } from "~/ui/page";
import { TextLink } from "~/ui/text-link";

export function MaterialFacts({ material }: { material: MaterialRecord }) {
  const { fields, circulations, groups, record } = useWords(materialWords);
  const languages = languageLabels(useLanguage());
  const { number, issuer, issuedOn, circulation, language, topics, audienceGroups, conference } = material;
  const { validFrom, validUntil, unitName, summary, publishedAt, supersedes } = material;
  const validity = [
    validFrom && record.from(showDay(validFrom)),
    validUntil && record.until(showDay(validUntil)),
  ];
  return (
    <Facts
      facts={[
        { label: fields.number, value: number },
        { label: fields.issuer, value: issuer },
        { label: fields.issuedOn, value: issuedOn && showDay(issuedOn) },
        { label: fields.circulation, value: circulations[circulation] },
        { label: fields.unit, value: unitName },
        { label: record.publishedOn, value: publishedAt && showDay(dayOf(new Date(publishedAt))) },
        { label: fields.topics, value: topics.map(({ name }) => name).join(", ") },
        { label: fields.audienceGroups, value: audienceGroups.map((group) => groups[group]).join(", ") },
        { label: fields.language, value: languages[language] },
        { label: record.validity, value: validity.filter(Boolean).join(" ") },
        ...(conference
          ? [
              {
                label: fields.conference,
                value: <TextLink to={`/materials/collections/${conference.id}`}>{conference.title}</TextLink>,
              },
            ]
          : []),
        ...supersedes.map(({ id, title }) => ({
          label: record.supersedes,
          value: <TextLink to={`/materials/${id}`}>{title}</TextLink>,
        })),
        ...(summary ? [{ label: fields.summary, value: summary }] : []),
      ]}
    />
  );
}
