/** The roster as a table: the people, columns and order that the list shows, named in the audit trail. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { writeCsv } from "~/platform/csv-writer.server";
import { type Db, db } from "~/platform/db.server";
import { type SheetColumn, writeWorkbook, xlsxType } from "~/platform/sheet-writer.server";
import { shownColumns } from "~/ui/table";
import type { Format, TableFormat } from "./exports/export-choice";
import { filterPhrases } from "./exports/whose-list.server";
import { withSkills } from "./record/listed-skills.server";
import { type Person, type RosterLine, rosterColumns, rosterLine } from "./roster-columns";
import { listInFull } from "./roster-list.server";
import type { RosterQuery } from "./roster-query";
import { words } from "./words";

/** Everybody whom the query finds, as lines of a table in the reader's language. */
export async function rosterTable(actor: Actor, query: RosterQuery) {
  const columns = shownColumns(rosterColumns, query.columns);
  const { count, people } = await listInFull(actor, query);
  const sheetColumns = columns.map(
    ({ key, label, width }): SheetColumn<RosterLine> => ({
      label: label[actor.language],
      width,
      value: ({ cells }) => cells[key],
    }),
  );
  return { count, columns: sheetColumns, rows: asLines(people) };

  async function* asLines(all: AsyncGenerator<Person>) {
    for await (const some of inLots(all))
      for (const person of await withSkills(some, columns, actor.language))
        yield rosterLine(person, columns, query.day, actor.language);
  }
}

/** So many people are asked for their topics and languages at once. */
const lot = 250;

async function* inLots(all: AsyncIterable<Person>): AsyncGenerator<Person[]> {
  let some: Person[] = [];
  for await (const person of all) {
    if (some.push(person) < lot) continue;
    yield some;
    some = [];
  }
  yield some;
}

type Rows = AsyncIterable<RosterLine>;

/** The table as the bytes of a file, with the type and the ending that it goes by. */
export function asFile(
  format: TableFormat,
  table: { columns: SheetColumn<RosterLine>[]; rows: Rows },
  actor: Actor,
) {
  if (format === "csv") return { type: "text/csv; charset=utf-8", chunks: writeCsv(table) };
  return { type: xlsxType, chunks: writeWorkbook({ ...table, title: words[actor.language].list.sheet }) };
}

export interface HandedOut {
  format: Format;
  name: string;
  people: number;
}

/** One line in the trail: what, which filters, which columns, how many. */
export async function noteExport(
  tx: Db,
  actor: Actor,
  query: RosterQuery,
  { format, name, people }: HandedOut,
): Promise<void> {
  const filters = await filterPhrases(actor, query);
  const columns = format === "docx" ? [] : shownColumns(rosterColumns, query.columns);
  await audit(tx, actor, "roster.exported", {
    kind: "roster",
    id: "roster",
    title: name,
    unitId: actor.reach === "everywhere" ? null : actor.reach[0],
    after: {
      people,
      format,
      filter: filters.map(({ vi }) => vi),
      columns: columns.map(({ label }) => label.vi),
    },
  });
}

/** The file, made while it is taken. The audit line is written first: from then on the list counts as handed out. */
export async function exportRoster(
  actor: Actor,
  query: RosterQuery,
  { format, name }: { format: TableFormat; name: string },
) {
  const table = await rosterTable(actor, query);
  await noteExport(db, actor, query, { format, name, people: table.count });
  return asFile(format, table, actor);
}
