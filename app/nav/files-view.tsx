/** How the stored files are: how many, when they were compared, and which have a fault. */
import { showMoment } from "~/platform/clock";
import type { FileOwner, FilesReport } from "~/platform/files/verify.server";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber, showSize } from "~/ui/number";
import { Facts } from "~/ui/page";
import { DataTable, TwoFacts } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { filesWords } from "./files-words";

export function FilesFacts({ total, bytes, unseen, lastAt }: FilesReport) {
  const words = useWords(filesWords);
  const language = useLanguage();
  return (
    <Facts
      facts={[
        { label: words.total, value: showNumber(total, language) },
        { label: words.bytes, value: showSize(bytes, language) },
        { label: words.last, value: lastAt ? showMoment(lastAt) : words.never },
        { label: words.unseen, value: unseen > 0 ? words.unseenCounted(showNumber(unseen, language)) : "0" },
      ]}
    />
  );
}

export function FaultyFiles({
  faulty,
  owners,
}: Pick<FilesReport, "faulty"> & { owners: Record<string, FileOwner> }) {
  const words = useWords(filesWords);
  const language = useLanguage();
  return (
    <DataTable
      label={words.faulty}
      rows={faulty}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: words.name,
          always: true,
          cell: ({ name, size }) => <TwoFacts first={name} second={showSize(size, language)} />,
        },
        { key: "fault", label: words.fault, cell: ({ fault }) => <Badge tone="red">{words[fault]}</Badge> },
        {
          key: "belongs",
          label: words.belongs,
          cell: ({ id }) => {
            const owner = owners[id];
            if (!owner) return words.nobody;
            return owner.path ? <TextLink to={owner.path}>{owner.title}</TextLink> : owner.title;
          },
        },
        { key: "found", label: words.found, cell: ({ since }) => showMoment(since) },
        { key: "stored", label: words.stored, cell: ({ storedAt }) => showMoment(storedAt) },
      ]}
      empty={<EmptyState title={words.sound}>{words.soundWhy}</EmptyState>}
    />
  );
}

/** For whoever looks after the files; `to`: where they see which. */
export function FilesAlarm({ faulty, to }: { faulty: number; to?: string }) {
  const words = useWords(filesWords);
  const language = useLanguage();
  if (faulty === 0) return null;
  return (
    <Notice
      tone="red"
      title={words.alarm(showNumber(faulty, language))}
      actions={to && <ButtonLink to={to}>{words.look}</ButtonLink>}
    >
      {words.alarmWhat}
    </Notice>
  );
}
