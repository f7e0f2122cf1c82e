/** Recognises the people of a file, some thousand rows at a time: asks the database, and says what each row comes to. */
import { numberKey } from "~/roster/decision";
import { likelyFrom } from "~/roster/doubles/score";
import { type CheckedRow, type PersonValues, rowKey } from "~/roster/import/check";
import type { Problem } from "~/roster/import/problems";
import type { ToldOfRows } from "~/roster/import/stored-rows";
import { differencesOf } from "./differences";
import type { Rules } from "./fields";
import { fitting, gainsOf } from "./gains";
import type { Known, KnownChoice, KnownRecord } from "./known";
import { planPost, type WantedPost } from "./post";
import {
  askedPerson,
  type Candidate,
  isPerson,
  judge,
  ownerOfPhone,
  type Scored,
  scoreCandidates,
  type Verdict,
} from "./recognise";

/** What the thread asks of the database; the answer is a JSON list. */
export type Question = { people: string } | { records: string };
export type Ask = (question: Question) => Promise<string>;

export interface Recognising extends ToldOfRows {
  rules: Rules;
  unitNames: Map<string, string>;
  network: string;
  startsOn: string | null;
}

export interface Recognised {
  known: Map<CheckedRow, Known>;
  /** Who a row is not: remembered once its person is added. */
  parted: Map<CheckedRow, string[]>;
}

type Person = CheckedRow & { values: PersonValues };
/** The row of the file that told first of somebody of the roster, by that person's id. */
export type FirstRows = Map<string, number>;

/**
 * Changes the state of the rows that it recognises: "update", "there", or "problem" where somebody must say. Given
 * some thousand rows at a time, in their order, with the same `firstOf`.
 */
export async function recogniseRows(
  rows: CheckedRow[],
  told: Recognising,
  firstOf: FirstRows,
  ask: Ask,
): Promise<Recognised> {
  const found: Recognised = { known: new Map(), parted: new Map() };
  const open = rows.filter((row): row is Person => !settle(row, told) && isPerson(row));
  if (open.length === 0) return found;
  const { scored, names } = await scoreRows(open, ask);
  const records = await readRecords(open, scored, told, ask);
  for (const [at, row] of open.entries()) {
    const likely = scored[at] ?? [];
    const choice = told.choices.get(rowKey(row.sheet, row.row)) ?? null;
    const not = row.isOther ? likely.map(({ speakerId }) => speakerId) : (choice?.not ?? []);
    if (not.length > 0) found.parted.set(row, not);
    if (row.isOther) continue;
    const earlier = told.earlier.get(rowKey(row.sheet, row.row)) ?? null;
    const verdict = judge({ scored: likely, choice, earlier, records });
    const owner = verdict ? undefined : ownerOfPhone(likely, choice);
    if (verdict) found.known.set(row, apply(row, verdict, choice, records, told, firstOf));
    else if (owner) addProblem(row, "phoneTaken", names.get(owner.speakerId) ?? "");
  }
  return found;
}

/** What an earlier run did stands, whatever became of the record since. */
function settle(row: CheckedRow, { settled }: Recognising): boolean {
  const done = settled.get(rowKey(row.sheet, row.row));
  if (!done) return false;
  const state = done.outcome === "updated" ? "updated" : "there";
  Object.assign(row, { state, speakerId: done.speakerId, problems: [] });
  return true;
}

async function scoreRows(some: Person[], ask: Ask) {
  const people = JSON.stringify(some.map(({ values }, at) => askedPerson(at, values)));
  const candidates = JSON.parse(await ask({ people })) as Candidate[];
  const byRow: Candidate[][] = some.map(() => []);
  for (const candidate of candidates) byRow[candidate.at]?.push(candidate);
  const scored = some.map(({ values }, at) =>
    scoreCandidates(values, byRow[at] ?? []).filter(
      ({ score, signs }) => score >= likelyFrom || signs.includes("phone"),
    ),
  );
  return { scored, names: new Map(candidates.map(({ id, fullName }) => [id, fullName])) };
}

async function readRecords(some: Person[], scored: Scored[][], told: Recognising, ask: Ask) {
  const ids = new Set<string>();
  for (const [at, { sheet, row }] of some.entries()) {
    const named = [told.choices.get(rowKey(sheet, row))?.same, told.earlier.get(rowKey(sheet, row))];
    for (const id of named) if (id) ids.add(id);
    for (const { speakerId, score } of scored[at] ?? []) if (score >= likelyFrom) ids.add(speakerId);
  }
  if (ids.size === 0) return new Map<string, KnownRecord>();
  const records = JSON.parse(await ask({ records: `{${[...ids].join()}}` })) as KnownRecord[];
  return new Map(records.map((record) => [record.id, record]));
}

function apply(
  row: Person,
  verdict: Verdict,
  choice: KnownChoice | null,
  records: Map<string, KnownRecord>,
  told: Recognising,
  firstOf: FirstRows,
): Known {
  const record = records.get(verdict.speakerId) as KnownRecord;
  const values = fitting(record.languages, row.values);
  row.values = values;
  const decided = { rules: told.rules, fields: choice?.fields ?? {} };
  const differences = differencesOf(record, values, told.unitNames.get(values.unitId ?? "") ?? null, decided);
  const gains = gainsOf(record, values);
  const post = planPost(record.posts, wantedPost(row, told));
  const first = firstOf.get(record.id);
  row.speakerId = record.id;
  if (verdict.verdict === "maybe") {
    addProblem(row, "maybeThere", verdict.fullName);
  } else {
    row.problems = row.problems.filter(({ code }) => !ofNewPeople.has(code));
    const open = differences.filter(({ choice }) => choice === null).length;
    const isTaking = differences.some(({ choice }) => choice === "take");
    const changes = post.does !== "nothing" || gains !== null || isTaking;
    if (first !== undefined && (changes || open > 0)) addProblem(row, "twiceInFile", String(first));
    else if (open > 0) addProblem(row, "differs", String(open));
    else row.state = row.problems.length > 0 ? "problem" : changes ? "update" : "there";
    if (first === undefined) firstOf.set(record.id, row.row);
  }
  const { unitId, updatedAt } = record;
  return { ...verdict, differences, gains, post, unitId, updatedAt };
}

/** What only an appointment needs: whoever is there already may be told of without one. */
const ofNewPeople = new Set<Problem["code"]>(["noKind", "noStart", "levelClosed"]);

function wantedPost({ values, problems }: Person, { network, startsOn }: Recognising): WantedPost | null {
  const { unitId, kind: role, decision } = values;
  const begins = startsOn ?? decision?.decidedOn;
  if (!unitId || !role || !begins || problems.some(({ code }) => code === "levelClosed")) return null;
  const key = decision && `${numberKey(decision.number)} ${decision.decidedOn}`;
  return { unitId, role, network, startsOn: begins, decision: key };
}

function addProblem(row: CheckedRow, code: Problem["code"], text: string) {
  row.state = "problem";
  row.problems = [...row.problems, { code, text }];
}
