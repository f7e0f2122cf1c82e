/** The tables of an import's preview: columns as understood, rows that differ, rows that cannot be. */
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";
import { DataTable, TwoFacts } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { unitWords } from "~/units/words";
import type { Preview } from "./import";

export function UnderstoodTable({ preview }: { preview: Preview }) {
  const words = useWords(unitWords).import;
  return (
    <Section title={words.understood}>
      <DataTable
        label={words.understood}
        rows={preview.columns}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: "head", label: words.column, cell: ({ head }) => head },
          { key: "is", label: words.meaning, cell: ({ is }) => words.facts[is] },
          {
            key: "samples",
            label: words.samples,
            cell: ({ samples: [first, second] }) => <TwoFacts first={first} second={second} />,
          },
        ]}
        empty={null}
      />
    </Section>
  );
}

export function FailedTable({ preview: { failed, counts } }: { preview: Preview }) {
  const words = useWords(unitWords);
  return (
    <Section title={words.import.failed}>
      <p className="text-soft">{words.import.failedHelp}</p>
      <DataTable
        label={words.import.failed}
        rows={failed}
        rowKey={({ row, code, name }) => `${row} ${code} ${name}`}
        columns={[
          { key: "row", label: words.import.row, cell: ({ row }) => row },
          { key: "code", label: words.fields.code, cell: ({ code }) => code },
          { key: "name", label: words.fields.name, cell: ({ name }) => name },
          {
            key: "problem",
            label: words.import.problem,
            cell: ({ problem, said }) => <TwoFacts first={words.import.problems[problem]} second={said} />,
          },
        ]}
        empty={null}
      />
      <HowMany shown={failed.length} all={counts.failed} />
    </Section>
  );
}

export function DifferingTable({ preview: { differing, counts } }: { preview: Preview }) {
  const words = useWords(unitWords);
  return (
    <Section title={words.import.differing}>
      <p className="text-soft">{words.import.differingHelp}</p>
      <DataTable
        label={words.import.differing}
        rows={differing}
        rowKey={({ row, code }) => `${row} ${code}`}
        columns={[
          { key: "code", label: words.fields.code, cell: ({ code }) => code },
          {
            key: "file",
            label: words.import.inFile,
            cell: ({ name, parentCode }) => <TwoFacts first={name} second={parentCode} />,
          },
          {
            key: "here",
            label: words.import.here,
            cell: ({ standingId, standingName, standingParentCode }) => (
              <TwoFacts
                first={<TextLink to={`/units/${standingId}`}>{standingName}</TextLink>}
                second={standingParentCode}
              />
            ),
          },
        ]}
        empty={null}
      />
      <HowMany shown={differing.length} all={counts.differing} />
    </Section>
  );
}

function HowMany({ shown, all }: { shown: number; all: number }) {
  const words = useWords(unitWords).import;
  const language = useLanguage();
  if (shown === all) return null;
  return <p className="text-caption text-soft">{words.firstRows(shown, showNumber(all, language))}</p>;
}
