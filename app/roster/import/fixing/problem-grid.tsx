/** The rows to put right, edited in place from the keyboard; those that are right now stay where they were. */
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { fold } from "~/platform/text";
import type { TypedField } from "~/roster/import/check";
import type { ImportPage, ShownRow } from "~/roster/import/import-page.server";
import { words as importWords } from "~/roster/import/words";
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EditGrid, type GridColumn } from "~/ui/grid/edit-grid";
import { useWords } from "~/ui/language";
import { TwoFacts } from "~/ui/table";
import { faultyTexts, fieldAtFault } from "./faults";
import { useSteadyRows } from "./steady-rows";
import { words as fixingWords } from "./words";

interface ProblemGridProps {
  id: string;
  page: ImportPage;
  tools: (row: ShownRow) => ReactNode;
}

const always: readonly TypedField[] = ["fullName", "birth", "unit", "kind", "phone"];
/** Not broken into lines, or not into more than two or three. */
const widths: Partial<Record<TypedField, string>> = {
  birth: "whitespace-nowrap",
  phone: "whitespace-nowrap",
  fullName: "inline-block min-w-28",
  unit: "inline-block min-w-24",
  kind: "inline-block min-w-16",
};
const whenAtFault: readonly TypedField[] = ["gender", "politicalTheory", "email"];

export function ProblemGrid({ id, page, tools }: ProblemGridProps) {
  const words = useWords(fixingWords);
  const rowWords = useWords(importWords).rows;
  const { rows, settled, touch } = useSteadyRows(page.rows, `${id} ${page.page}`);
  const labels = useChoiceLabels();
  const atFault = new Set(rows.flatMap(({ problems }) => problems.map(({ code }) => fieldAtFault(code))));
  const fields = [...always, ...whenAtFault.filter((field) => atFault.has(field))];
  const columns: GridColumn<ShownRow>[] = [
    { key: "row", label: rowWords.row, cell: ({ row }) => <span className="tabular-nums">{row}</span> },
    ...fields.map((field) => ({
      key: field,
      label: words.fields[field] ?? field,
      text: (row: ShownRow) => textOf(row, field, labels),
      offers: field === "unit" ? "/units/choices" : Object.values(labels[field] ?? {}),
      cell: (row: ShownRow) => <Value row={row} field={field} text={textOf(row, field, labels)} />,
    })),
    ...(rows.some(({ person }) => person?.skills || person?.left)
      ? [{ key: "skills", label: rowWords.skills, cell: (row: ShownRow) => <Skills row={row} /> }]
      : []),
    {
      key: "state",
      label: words.wrong,
      cell: (row) => <Rest row={row} isSettled={settled.has(row.key)} tools={tools} />,
    },
  ];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <p className="max-w-3xl text-table text-soft">{words.help}</p>
        <ButtonLink to={`/roster/import/${id}/problems.xlsx`} icon={Download} download>
          {words.export}
        </ButtonLink>
      </div>
      <EditGrid
        label={rowWords.label}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        action={`/roster/import/${id}/rows`}
        values={(row, typed) => {
          touch(row);
          return { sheet: row.sheet, row: row.row, values: codesOf(typed, labels) };
        }}
      />
    </>
  );
}

type Labels = Partial<Record<string, Record<string, string>>>;

function useChoiceLabels(): Labels {
  const roster = useWords(rosterWords);
  return { kind: roster.roles, gender: roster.genders, politicalTheory: roster.theory };
}

/** What is read, or what stands in the file where that could not be read. */
function textOf({ person, problems }: ShownRow, field: TypedField, labels: Labels): string {
  const faulty = faultyTexts(problems)[field];
  if (faulty !== undefined) return faulty;
  const value = field === "unit" ? (person?.unitName ?? person?.unit) : person?.[field as "fullName"];
  return labels[field]?.[value ?? ""] ?? value ?? "";
}

/** The words of a choice go back as its code; a unit that is typed takes the place of one that was chosen. */
function codesOf(typed: Record<string, string>, labels: Labels): Record<string, string> {
  const codes = Object.entries(typed).map(([field, text]) => {
    const code = Object.entries(labels[field] ?? {}).find(([, label]) => fold(label) === fold(text))?.[0];
    return [field, code ?? text];
  });
  return { ...Object.fromEntries(codes), ...(typed.unit !== undefined && { unitId: "" }) };
}

function Value({ row, field, text }: { row: ShownRow; field: TypedField; text: string }) {
  const words = useWords(importWords);
  const { short } = useWords(fixingWords);
  const wrong = row.problems.filter(({ code }) => fieldAtFault(code) === field);
  const shown = <span className={widths[field]}>{text || "—"}</span>;
  const wrote = row.typed ? undefined : row.wrote[field as "fullName"];
  return (
    <>
      {wrong.length === 0 && wrote ? <TwoFacts first={shown} second={words.rows.wrote(wrote)} /> : shown}
      {wrong.map(({ code, text: about }) => (
        <span key={code} className="block text-caption text-amber">
          {(about || !code.startsWith("unit")) && short[code] ? short[code] : words.problems[code](about)}
        </span>
      ))}
    </>
  );
}

/** Topics and languages as they are read, and what fits no list. */
function Skills({ row: { person } }: { row: ShownRow }) {
  const { toNote } = useWords(importWords).rows;
  return <TwoFacts first={person?.skills || "—"} second={person?.left && toNote(person.left)} />;
}

/** What is wrong with the row as a whole, and what else can be done with it. */
function Rest({
  row,
  isSettled,
  tools,
}: {
  row: ShownRow;
  isSettled: boolean;
  tools: ProblemGridProps["tools"];
}) {
  const words = useWords(fixingWords);
  const { problems } = useWords(importWords);
  if (isSettled) return <Badge tone="green">{words.settled}</Badge>;
  return (
    <span className="flex flex-col items-start gap-1.5">
      {row.problems
        .filter(({ code }) => fieldAtFault(code) === null)
        .map(({ code, text }) => (
          <span key={code}>{problems[code](text)}</span>
        ))}
      {tools(row)}
    </span>
  );
}
