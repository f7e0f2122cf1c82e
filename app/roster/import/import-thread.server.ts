/** The heavy steps of an import, as they run in a thread of their own: long lists come and go as texts. */
import type { Day } from "~/platform/clock";
import { type Packed, pack } from "~/platform/packed";
import type { Topic } from "~/roster/record/topic";
import type { MatchableUnit } from "~/units/index.server";
import { type AskedQuestion, askedOf } from "./answers/asked";
import { leaveAsWritten } from "./answers/refusals";
import {
  type CheckAgainst,
  type CheckedRow,
  type CheckSettings,
  checkRows,
  eachRow,
  rowKey,
  type TypedValues,
} from "./check";
import type { Kept } from "./choices";
import { findDoubles } from "./doubles";
import type { Known, KnownChoice } from "./known/known";
import { type Ask, type Recognised, recogniseRows } from "./known/recognise-rows";
import { recognisingOf } from "./known/recognising";
import { knownSummaryOf } from "./known/summary";
import { headKeyOf, type Memory, recall } from "./memory/memory";
import { readWorkbook } from "./read.server";
import { listRepairs } from "./repaired/repair-list";
import type { Row, Sheet } from "./sheet";
import { offeredUnit, summaryOf } from "./summary";
import { type Understanding, understand } from "./understand";
import { unitFinder } from "./unit-matching";

/** Rows in one text: each is one statement to the database, and short work for whoever reads it. */
const batch = 500;

/**
 * A file understood: what is kept of it, and its rows as JSON lists of { sheet, row, raw }. Refuses what is no workbook.
 * `memoriesOf` tells what earlier imports with these heads taught.
 */
export async function takeIn(
  bytes: Uint8Array,
  memoriesOf: (headKeys: string[]) => Promise<Memory[]>,
): Promise<{ kept: Kept; rows: Packed }> {
  const sheets = readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const understood = understand(sheets);
  const readings = understood.sheets.filter(({ head }) => head.length > 0);
  const memories = await memoriesOf(readings.map(({ columns }) => headKeyOf(columns)));
  const kept = readings.reduce(
    (proposed, reading) => {
      const memory = memories.find(({ headKey }) => headKey === headKeyOf(reading.columns));
      return memory ? recall(proposed, reading, memory) : proposed;
    },
    propose(sheets, understood),
  );
  return { kept, rows: pack(inBatches(rowsToKeep(sheets, understood)), 1) };
}

/** What the importer makes of the file before anybody had a say. */
function propose(sheets: Sheet[], { decision, encoding }: Understanding): Kept {
  return {
    sheets: sheets.map(({ name, hidden, is1904 }) => ({ name, hidden, is1904 })),
    encoding,
    isRelease: decision?.isRelease ?? false,
    reading: {},
    units: {},
    answers: {},
    recalled: [],
    known: {},
    settings: {
      decision: {
        number: decision?.number ?? null,
        decidedOn: decision?.decidedOn ?? null,
        issuer: decision?.issuer ?? null,
        kind: decision?.kind ?? "recognition",
      },
      kind: null,
      network: "party",
      level: null,
      startsOn: null,
    },
  };
}

function* rowsToKeep(sheets: Sheet[], { sheets: readings }: Understanding) {
  for (const [at, { name, rows }] of sheets.entries()) {
    const columns = readings[at]?.columns.filter(({ field }) => field === "sensitive") ?? [];
    const sensitive = new Set(columns.map(({ index }) => index));
    const lastHead = readings[at]?.head.at(-1) ?? 0;
    for (const row of rows) {
      const { number, hidden, cells } = row.number > lastHead ? withheld(row, sensitive) : row;
      yield { sheet: name, row: number, raw: { hidden, cells } };
    }
  }
}

/** Ethnic origin, identity numbers and the like stay in the file: they are not copied into the database. */
function withheld(row: Row, sensitive: Set<number>): Row {
  if (sensitive.size === 0) return row;
  return { ...row, cells: row.cells.map((cell, index) => (sensitive.has(index) ? null : cell)) };
}

function* inBatches(rows: Iterable<unknown>): Generator<string> {
  let some: unknown[] = [];
  for (const row of rows) {
    if (some.push(row) < batch) continue;
    yield JSON.stringify(some);
    some = [];
  }
  if (some.length > 0) yield JSON.stringify(some);
}

/** A row as the database has it. */
interface StoredRow {
  sheet: string;
  row: number;
  raw: Omit<Row, "number">;
  values: TypedValues | null;
  outcome: string;
  speakerId: string | null;
  /** Who the officer said this is, and what becomes of each field. */
  known: KnownChoice | null;
  /** As whom this row of the very same file was imported before. */
  earlier: string | null;
}

/** The stored rows behind this one, as a JSON list; null: from the first one. None: that were all. */
export interface AskedRows {
  after: { sheet: string; row: number } | null;
}

export interface ImportToCheck {
  kept: Kept;
  /** Where people go whose row names no unit. */
  unitId: string;
  /** Open units in reach. */
  units: MatchableUnit[];
  lastDistrictDay: Day;
  /** The department's list, retired ones too: an older file may name them. */
  topics: Topic[];
}

/** Every row understood and checked, each as JSON, and what there is to say of all of them. */
export async function checkImport(
  { kept, unitId, units: open, lastDistrictDay, topics }: ImportToCheck,
  ask: (question: Parameters<Ask>[0] | AskedRows) => Promise<string>,
) {
  const all = await readStored(ask);
  const units = new Map(open.map((unit) => [unit.id, unit]));
  const understood = understand(sheetsOf(kept, all), kept.reading);
  const findUnit = unitFinder(open, unitId);
  const settings = settingsOf(kept, unitId, units);
  const against: CheckAgainst = {
    findUnit,
    levelOf: (id) => units.get(id)?.level,
    lastDistrictDay,
    // Of two that read alike the last counts: one that is in use.
    topics: topics.toSorted((a, b) => Number(b.retired) - Number(a.retired)),
    typed: new Map(
      all.flatMap(({ sheet, row, values }) =>
        values ? [[rowKey(sheet, row), withinReach(values, units)] as const] : [],
      ),
    ),
    added: new Map(
      all
        .filter(({ outcome }) => outcome === "added")
        .map(({ sheet, row, speakerId }) => [rowKey(sheet, row), speakerId]),
    ),
  };
  const checked = checkRows(understood, settings, against);
  const isAnswered = Object.keys({ ...settings.answers, ...settings.units }).length > 0;
  const raised = isAnswered
    ? [...eachRow(understood, { ...settings, answers: {}, units: {} }, against)].filter(asksSomething)
    : checked;
  const questions = askedOf(raised, checked, kept, findUnit);
  for (const row of checked) noticeUnit(row, kept, units);
  const repairs = listRepairs(checked);
  leaveAsWritten(checked, kept.answers);
  const recognised = await recogniseRows(checked, recognisingOf(kept, all, units), ask);
  findDoubles(checked, (row) => recognised.known.has(row));
  const rows = checked.map((row) => ({
    ...row,
    unit: unitOf(row, units),
    known: recognised.known.get(row) ?? null,
  }));
  return {
    ...summaryOf({ kept, understood, rows, units, findUnit }),
    questions: questions.map((question) => ({ ...question, offered: offeredFor(question, units) })),
    repairs,
    partings: partingsOf(recognised),
    known: knownSummaryOf(rows),
    // Repairs are listed by their values: with each row they would travel twice.
    rows: pack(asTexts(rows)),
  };
}

/** A thousand at a time, so that the whole file never stands anywhere as one text. */
async function readStored(ask: (question: AskedRows) => Promise<string>): Promise<StoredRow[]> {
  const all: StoredRow[] = [];
  const texts = new Map<string, string>();
  for (let after: AskedRows["after"] = null; ; ) {
    const some = JSON.parse(await ask({ after })) as StoredRow[];
    for (const row of some) all.push(sharingTexts(row, texts));
    const last = some.at(-1);
    if (!last) return all;
    after = { sheet: last.sheet, row: last.row };
  }
}

/** Posts, units and roles recur: each is held once. */
function sharingTexts(row: StoredRow, texts: Map<string, string>): StoredRow {
  for (const cell of row.raw.cells) {
    if (typeof cell?.value !== "string") continue;
    const known = texts.get(cell.value);
    if (known !== undefined) cell.value = known;
    else if (texts.size < mostShared) texts.set(cell.value, cell.value);
  }
  return row;
}
const mostShared = 20_000;

function asksSomething({ problems }: CheckedRow): boolean {
  return problems.length > 0;
}

function* asTexts(rows: (PlacedRow & Pick<CheckedRow, "repairs">)[]): Generator<string> {
  for (const { repairs: _, ...row } of rows) yield JSON.stringify(row);
}

export type CheckedImport = Awaited<ReturnType<typeof checkImport>>;

/** A row with the unit into which the person goes, and who it is in the roster. */
export type PlacedRow = Omit<CheckedRow, "repairs"> & {
  unit: ReturnType<typeof unitOf>;
  known: Known | null;
};

/** Who a row is not, as the officer said. */
function partingsOf({ parted }: Recognised) {
  return [...parted].flatMap(([{ sheet, row }, others]) => others.map((other) => ({ sheet, row, other })));
}

function unitOf({ values }: Pick<CheckedRow, "values">, units: Map<string, MatchableUnit>) {
  const unit = units.get(values?.unitId ?? "");
  return unit ? { id: unit.id, name: unit.name, level: unit.level } : null;
}

/** A unit found under another writing is a repair too. */
function noticeUnit({ values, repairs }: CheckedRow, kept: Kept, units: Map<string, MatchableUnit>) {
  const name = units.get(values?.unitId ?? "")?.name;
  const original = values?.unit;
  if (!name || !original || original === name || kept.units[original]) return;
  repairs.push({ field: "unit", kind: "unitName", original, repaired: name, confidence: 0.95 });
}

/** The units that a question proposes, and the one that was answered, by their names. */
function offeredFor({ kind, proposals, answer }: AskedQuestion, units: Map<string, MatchableUnit>) {
  if (kind !== "unit") return [];
  const ids = new Set([...proposals.map(({ value }) => value), ...(answer ? [answer] : [])]);
  return [...ids].flatMap((id) => offeredUnit(id, units));
}

function sheetsOf(kept: Kept, stored: StoredRow[]): Sheet[] {
  const bySheet = new Map<string, Row[]>(kept.sheets.map(({ name }) => [name, []]));
  for (const { sheet, row, raw } of stored) bySheet.get(sheet)?.push({ number: row, ...raw });
  return kept.sheets.map((sheet) => ({ ...sheet, rows: bySheet.get(sheet.name) ?? [] }));
}

function settingsOf(kept: Kept, unitId: string, units: Map<string, MatchableUnit>): CheckSettings {
  const { decision, kind, startsOn, level } = kept.settings;
  const { number, decidedOn } = decision;
  return {
    unitId: units.has(unitId) ? unitId : null,
    kind,
    level,
    decision: number && decidedOn ? { number, decidedOn } : null,
    startsOn,
    units: Object.fromEntries(Object.entries(kept.units).filter(([, chosen]) => units.has(chosen))),
    answers: kept.answers,
  };
}

/** A unit chosen by hand may have closed, or left the officer's reach. */
function withinReach(typed: TypedValues, units: Map<string, MatchableUnit>): TypedValues {
  const { unitId, ...others } = typed;
  return unitId && units.has(unitId) ? typed : others;
}
