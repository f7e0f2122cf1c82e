/** The heavy steps of an import, as they run in a thread of their own: long lists come and go as texts. */
import type { Day } from "~/platform/clock";
import { type Packed, Packer, pack } from "~/platform/packed";
import type { Topic } from "~/roster/record/topic";
import type { MatchableUnit } from "~/units/index.server";
import { AskedList, type AskedQuestion } from "./answers/asked";
import { hasRefusals, leaveAsWritten } from "./answers/refusals";
import { type CheckAgainst, type CheckedRow, type CheckSettings, eachRow, type TypedValues } from "./check";
import type { Kept } from "./choices";
import { Doubles } from "./doubles";
import type { Known } from "./known/known";
import { type Ask, type FirstRows, type Recognised, recogniseRows } from "./known/recognise-rows";
import { recognisingOf } from "./known/recognising";
import { KnownSummary } from "./known/summary";
import { headKeyOf, type Memory, recall } from "./memory/memory";
import { readWorkbook } from "./read.server";
import { RepairList } from "./repaired/repair-list";
import type { Row, Sheet } from "./sheet";
import { type AskedRows, readStored } from "./stored-rows";
import { offeredUnit, Summary, sheetShown } from "./summary";
import { type Understanding, understand } from "./understand";
import { unitFinder } from "./unit-matching";

/** Rows in one text: each is one statement to the database, and short work for whoever reads it. */
const batch = 100;

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
function propose(sheets: Sheet[], { decision, network, encoding }: Understanding): Kept {
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
      network,
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
  for (const some of inLots(rows, batch)) yield JSON.stringify(some);
}

function* inLots<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let some: T[] = [];
  for (const one of all) {
    if (some.push(one) < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
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

/** So many rows are checked together: the file as a whole never stands there but as texts. */
const lot = 1000;

/** Every row understood and checked, each as JSON, and what there is to say of all of them. */
export async function checkImport(
  { kept, unitId, units: open, lastDistrictDay, topics }: ImportToCheck,
  ask: (question: Parameters<Ask>[0] | AskedRows) => Promise<string>,
) {
  const { understood, typed, added, told } = await readAgain(kept, ask);
  const units = new Map(open.map((unit) => [unit.id, unit]));
  const findUnit = unitFinder(open, unitId);
  const settings = settingsOf(kept, unitId, units);
  const against: CheckAgainst = {
    findUnit,
    levelOf: (id) => units.get(id)?.level,
    lastDistrictDay,
    // Of two that read alike the last counts: one that is in use.
    topics: topics.toSorted((a, b) => Number(b.retired) - Number(a.retired)),
    typed: new Map([...typed].map(([key, values]) => [key, withinReach(values, units)])),
    added,
  };
  const asked = new AskedList(findUnit);
  const askedNow = new AskedList(findUnit);
  const refuses = hasRefusals(kept.answers);
  const recognising = recognisingOf(kept, told, units);
  const firstOf: FirstRows = new Map();
  const [repairs, doubles, packer] = [new RepairList(), new Doubles(), new Packer()];
  const [summary, known] = [new Summary(), new KnownSummary()];
  const partings: Parting[] = [];
  const sheets = understood.sheets.map(sheetShown);
  let at = 0;
  for (const both of inLots(eachRow(understood, settings, against), lot)) {
    const some = both.map(({ row }) => row);
    for (const { row, unanswered } of both) {
      asked.add(unanswered);
      askedNow.add(row);
      noticeUnit(row, kept, units);
      repairs.add(row);
      if (refuses) leaveAsWritten(row, kept.answers);
    }
    const recognised = await recogniseRows(some, recognising, firstOf, ask);
    partings.push(...partingsOf(recognised));
    for (const row of some) {
      doubles.add(row, recognised.known.has(row));
      // Repairs are listed by their values: with each row they would travel twice.
      const { repairs: _, ...others } = row;
      const placed = { ...others, unit: unitOf(row, units), known: recognised.known.get(row) ?? null };
      summary.add(placed, at);
      known.add(placed, at++);
      packer.add(JSON.stringify(placed));
    }
  }
  const questions = asked.with(askedNow, kept);
  return {
    ...summary.of({ kept, units, findUnit }),
    sheets,
    questions: questions.map((question) => ({ ...question, offered: offeredFor(question, units) })),
    repairs: repairs.list(),
    partings,
    known: known.all(),
    rows: packer.end(),
  };
}

/** The cells themselves are let go once they are understood. */
async function readAgain(kept: Kept, ask: (question: AskedRows) => Promise<string>) {
  const { sheets, ...said } = await readStored(kept.sheets, ask);
  return { ...said, understood: understand(sheets, kept.reading) };
}

export type CheckedImport = Awaited<ReturnType<typeof checkImport>>;

/** A row with the unit into which the person goes, and who it is in the roster. */
export type PlacedRow = Omit<CheckedRow, "repairs"> & {
  unit: ReturnType<typeof unitOf>;
  known: Known | null;
};

interface Parting {
  sheet: string;
  row: number;
  other: string;
}

/** Who a row is not, as the officer said. */
function partingsOf({ parted }: Recognised): Parting[] {
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
