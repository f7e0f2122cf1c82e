/** The rows of the file one by one: who will be added, what is wrong, what was left out and why. */
import { type ReactNode, useState } from "react";
import { words as rosterWords } from "~/roster/words";
import { Badge, type Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Sheet } from "~/ui/dialog";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import { Paging } from "~/ui/list-bar";
import { Section } from "~/ui/page";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import { usePost } from "~/ui/use-post";
import { ProblemGrid } from "./fixing/problem-grid";
import type { ImportPage, ShownRow } from "./import-page.server";
import { rowFilters } from "./import-query";
import { words as importWords } from "./words";

const loadRowFixForm = () => import("./row-fix-form").then((part) => part.RowFixForm);

export function ImportRows({ id, page }: { id: string; page: ImportPage }) {
  const words = useWords(importWords).rows;
  const [open, setOpen] = useState<ShownRow | null>(null);
  const tools = (row: ShownRow) => <RowTools id={id} row={row} onFix={() => setOpen(row)} />;
  const person = usePersonColumns(tools, page.rows);
  const leftOut = useLeftOutColumns(tools);
  return (
    <Section title={words.title}>
      <RowFilters page={page} />
      {page.filter === "problem" ? (
        <ProblemGrid id={id} page={page} tools={tools} />
      ) : (
        <DataTable
          label={words.label}
          columns={page.filter === "left_out" ? leftOut : person}
          rows={page.rows}
          rowKey={({ key }) => key}
          empty={<EmptyState title={words.none} />}
        />
      )}
      <Paging page={page.page} pageSize={page.pageSize} total={page.total} />
      <Sheet isOpen={open !== null} onClose={() => setOpen(null)} title={open ? words.fixOf(open.row) : ""}>
        {open && <Later load={loadRowFixForm} props={{ id, row: open, onDone: () => setOpen(null) }} />}
      </Sheet>
    </Section>
  );
}

function RowFilters({ page }: { page: ImportPage }) {
  const words = useWords(importWords);
  const { left_out: _, ...people } = page.counts;
  const all = Object.values(people).reduce((sum, count) => sum + count, 0);
  const links = rowFilters.map((filter) => ({
    to: `?rows=${filter}`,
    label: filter === "all" ? words.rows.all : words.page.counts[filter],
    count: filter === "all" ? all : page.counts[filter],
    isCurrent: filter === page.filter,
  }));
  return (
    <FilterLinks
      label={words.rows.filters}
      links={links.filter((link) => link.count > 0 || link.isCurrent)}
    />
  );
}

type Tools = (row: ShownRow) => ReactNode;
const tones: Partial<Record<ShownRow["state"], Tone>> = {
  ready: "green",
  update: "green",
  problem: "amber",
  there: "blue",
  added: "green",
  updated: "green",
};

function usePersonColumns(tools: Tools, rows: ShownRow[]): Column<ShownRow>[] {
  const words = useWords(importWords);
  const roster = useWords(rosterWords);
  const skills: Column<ShownRow> = {
    key: "skills",
    label: words.rows.skills,
    cell: ({ person }) => (
      <TwoFacts first={person?.skills || "—"} second={person?.left && words.rows.toNote(person.left)} />
    ),
  };
  return [
    {
      key: "name",
      label: words.rows.name,
      always: true,
      cell: ({ person, wrote }) => (
        <TwoFacts
          first={person?.fullName || words.rows.noName}
          second={<Wrote text={wrote.fullName} otherwise={person?.position} />}
        />
      ),
    },
    { key: "row", label: words.rows.row, align: "end", cell: ({ row }) => row },
    {
      key: "birth",
      label: words.rows.birth,
      cell: ({ person, wrote }) => (
        <TwoFacts
          first={person?.birth ?? "—"}
          second={<Wrote text={wrote.birth} otherwise={person?.gender && roster.genders[person.gender]} />}
        />
      ),
    },
    { key: "unit", label: words.rows.unit, cell: ({ person }) => person?.unitName ?? person?.unit ?? "—" },
    {
      key: "role",
      label: words.rows.role,
      cell: ({ person }) => (person?.kind ? roster.roles[person.kind] : "—"),
    },
    {
      key: "phone",
      label: words.rows.phone,
      cell: ({ person, wrote }) => (
        <TwoFacts
          first={<span className="whitespace-nowrap">{person?.phone ?? "—"}</span>}
          second={<Wrote text={wrote.phone} />}
        />
      ),
    },
    ...(rows.some(({ person }) => person?.skills || person?.left) ? [skills] : []),
    { key: "state", label: words.rows.state, cell: (row) => <RowState row={row}>{tools(row)}</RowState> },
  ];
}

function useLeftOutColumns(tools: Tools): Column<ShownRow>[] {
  const words = useWords(importWords);
  return [
    {
      key: "line",
      label: words.rows.line,
      always: true,
      cell: ({ line }) => <span className="font-normal">{line}</span>,
    },
    { key: "row", label: words.rows.row, align: "end", cell: ({ row }) => row },
    { key: "why", label: words.rows.why, cell: ({ reason }) => reason && words.reasons[reason] },
    { key: "state", label: words.rows.state, cell: tools },
  ];
}

/** What stood in the file, where it was read differently. */
function Wrote({ text, otherwise }: { text: string | undefined; otherwise?: string | null }) {
  const words = useWords(importWords).rows;
  return text ? words.wrote(text) : otherwise;
}

function RowState({ row, children }: { row: ShownRow; children: ReactNode }) {
  const words = useWords(importWords);
  const states: Record<string, string> = words.states;
  return (
    <span className="flex min-w-0 flex-col items-start gap-1.5">
      <span className="flex flex-wrap gap-1.5">
        <Badge tone={tones[row.state]}>{states[row.state]}</Badge>
        {row.hidden && <Badge>{words.rows.hidden}</Badge>}
        {row.typed && <Badge tone="blue">{words.rows.typed}</Badge>}
      </span>
      {row.problems.map(({ code, text }) => (
        <span key={code} className="text-table">
          {words.problems[code](text)}
        </span>
      ))}
      {children}
    </span>
  );
}

function RowTools({ id, row, onFix }: { id: string; row: ShownRow; onFix: () => void }) {
  const words = useWords(importWords).rows;
  const looksTwice = row.state === "there" || row.problems.some(({ code }) => /twice|taken/i.test(code));
  return (
    <span className="flex flex-wrap gap-2 phone:[&>button]:whitespace-normal print:hidden">
      {row.state === "left_out" && row.reason !== "head" && (
        <Button variant="quiet" onPress={onFix}>
          {words.addAnyway}
        </Button>
      )}
      {(row.state === "problem" || row.typed) && row.state !== "added" && (
        <Button onPress={onFix}>{words.fix}</Button>
      )}
      {row.state === "ready" && !row.typed && (
        <Button variant="quiet" onPress={onFix}>
          {words.fix}
        </Button>
      )}
      {looksTwice && <OtherPersonButton id={id} row={row} />}
      {row.problems.map(({ code }) =>
        code === "maybeThere" || code === "differs" ? (
          <ButtonLink
            key={code}
            to={`/roster/import/${id}/people?group=${code === "differs" ? "differs" : "maybe"}`}
          >
            {words.choose}
          </ButtonLink>
        ) : null,
      )}
      {row.speakerId && <TextLink to={`/roster/${row.speakerId}`}>{words.see}</TextLink>}
    </span>
  );
}

/** The officer knows better: two people of one name, or one telephone for two. */
function OtherPersonButton({ id, row }: { id: string; row: ShownRow }) {
  const words = useWords(importWords).rows;
  const { busy, send } = usePost(`/roster/import/${id}/rows`);
  return (
    <Button busy={busy} onPress={() => send({ sheet: row.sheet, row: row.row, values: { isOther: "yes" } })}>
      {words.isOther}
    </Button>
  );
}
