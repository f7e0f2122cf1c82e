/** A material before its reader: what counts now, the word that is asked for, its files, its facts. */
import { Bookmark, BookmarkX, Check } from "lucide-react";
import { words as materialWords } from "~/materials/words";
import { showDay, showMoment, today } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Facts, Section } from "~/ui/page";
import { PlainPost } from "~/ui/plain-post";
import { TextLink } from "~/ui/text-link";
import type { Entry, EntryFile } from "./entry.server";
import { EntryFiles } from "./entry-files";
import { words as readingWords } from "./words";

export function EntryView({ entry, files }: { entry: Entry; files: EntryFile[] }) {
  const words = useWords(readingWords);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <Ribbons entry={entry} />
      <Section title={words.filesTitle}>
        <EntryFiles entry={entry} files={files} />
        <Circulation circulation={entry.circulation} files={files} />
      </Section>
      <Word entry={entry} />
      {entry.version > 1 && entry.change && (
        <Section title={words.changes(entry.version)}>
          <p className="max-w-prose whitespace-pre-line">{entry.change}</p>
        </Section>
      )}
      <Section title={words.facts}>
        {entry.summary && <p className="max-w-prose whitespace-pre-line">{entry.summary}</p>}
        <EntryFacts entry={entry} />
      </Section>
    </div>
  );
}

function Ribbons({ entry }: { entry: Entry }) {
  const words = useWords(readingWords);
  const { supersededById, supersededTitle, isExpired, validUntil, isReader } = entry;
  return (
    <>
      {supersededTitle && (
        <Notice tone="amber" title={supersededById ? words.supersededBy : words.supersededElsewhere}>
          {supersededById && <TextLink to={`/library/${supersededById}`}>{supersededTitle}</TextLink>}
        </Notice>
      )}
      {isExpired && validUntil && <Notice tone="amber" title={words.expiredTitle(showDay(validUntil))} />}
      {!isReader && <Notice tone="neutral">{words.notReader}</Notice>}
    </>
  );
}

function Circulation({ circulation, files }: { circulation: string; files: EntryFile[] }) {
  const words = useWords(readingWords);
  const isClosed = circulation !== "public";
  const formats = files.map(({ format }) => format);
  return (
    <Notice tone={isClosed ? "red" : "neutral"} title={words.circulation[circulation]}>
      {isClosed && (
        <ul>
          {formats.includes("pdf") && <li>{words.marked}</li>}
          <li>{words.logged}</li>
        </ul>
      )}
    </Notice>
  );
}

/** "I have read it": asked for until a day, given once, bound to the version. */
function Word({ entry }: { entry: Entry }) {
  const words = useWords(readingWords);
  const { id, versionId, acknowledgeBy, hasAcknowledged, acknowledgedAt, isReader } = entry;
  if (!acknowledgeBy || !isReader) return null;
  if (hasAcknowledged) {
    const given = acknowledgedAt ? words.wordGiven(showMoment(acknowledgedAt)) : words.wordStands;
    return <Notice tone="green" title={given} />;
  }
  const day = showDay(acknowledgeBy);
  const isLate = acknowledgeBy < today();
  return (
    <section
      aria-label={words.parts.due}
      className="flex flex-col items-start gap-3 rounded-card border border-line bg-paper p-5 phone:items-stretch phone:p-4"
    >
      <p className={isLate ? "font-semibold text-red" : "font-semibold"}>
        {isLate ? words.lateWord(day) : words.askWord(day)}
      </p>
      <PlainPost
        action={`/library/${id}/acknowledgement`}
        values={{ version: versionId }}
        variant="primary"
        icon={Check}
      >
        {words.giveWord}
      </PlainPost>
    </section>
  );
}

function EntryFacts({ entry }: { entry: Entry }) {
  const words = useWords(readingWords);
  const { fields, kinds, circulations } = useWords(materialWords);
  const { version, publishedAt, validFrom, validUntil } = entry;
  const validity = [
    validFrom && words.from(showDay(validFrom)),
    validUntil && words.until(showDay(validUntil)),
  ];
  const facts = [
    { label: fields.kind, value: kinds[entry.kind as keyof typeof kinds] },
    { label: fields.number, value: entry.number },
    { label: fields.issuer, value: entry.issuer },
    { label: fields.issuedOn, value: entry.issuedOn && showDay(entry.issuedOn) },
    { label: fields.unit, value: entry.unitName },
    {
      label: fields.version,
      value: publishedAt
        ? words.publishedOn(version, showMoment(publishedAt).slice(0, 10))
        : words.notPublished(version),
    },
    { label: fields.topics, value: entry.topics.join(", ") },
    { label: fields.conference, value: entry.conference },
    { label: words.validity, value: validity.filter(Boolean).join(" ") },
    {
      label: fields.circulation,
      value: circulations[entry.circulation as keyof typeof circulations],
    },
  ];
  return <Facts facts={facts.filter(({ value }) => value)} />;
}

export function SaveButton({ id, isSaved }: Pick<Entry, "id" | "isSaved">) {
  const words = useWords(readingWords);
  return isSaved ? (
    <PlainPost action={`/library/${id}/unsaving`} icon={BookmarkX}>
      {words.unsave}
    </PlainPost>
  ) : (
    <PlainPost action={`/library/${id}/saving`} icon={Bookmark}>
      {words.save}
    </PlainPost>
  );
}
