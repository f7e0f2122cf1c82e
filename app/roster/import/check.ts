/** Third step of an import: each row's cells become a person's values, with what is wrong and what was repaired. */
import type { Day } from "~/platform/clock";
import type { Level, Role } from "~/roster/appointment";
import type { Gender, PartialDay, PoliticalTheoryLevel } from "~/roster/speaker";
import { seemsMonthFirst } from "./date-order";
import { hasOldLetters } from "./encoding";
import type { Field } from "./fields";
import type { ListedTopic, PersonSkills } from "./person-skills";
import type { Problem } from "./problems";
import { type Answers, questionId } from "./questions";
import { type Rules, readPerson } from "./read-person";
import type { Repair } from "./repairs";
import type { LeftOutReason, PersonRow, RowReading, SheetReading, Understanding } from "./understand";
import type { FindUnit } from "./unit-matching";

export interface PersonValues extends PersonSkills {
  fullName: string;
  birth: PartialDay | null;
  gender: Gender | null;
  phone: string | null;
  email: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: PoliticalTheoryLevel | null;
  kind: Role | null;
  /** The unit as written; null: the row names none and goes to the unit of the import. */
  unit: string | null;
  unitId: string | null;
  decision: { number: string; decidedOn: Day } | null;
  /** As written; what was read of both is in `topics`, `languages` and `left`. */
  topic: string | null;
  language: string | null;
  note: string | null;
}

/** What an officer typed over a row: texts, read by the same rules as the file's. */
export type TypedValues = Partial<Record<TypedField, string>>;
export const typedFields = [
  "fullName",
  "birth",
  "gender",
  "phone",
  "email",
  "position",
  "workplace",
  "education",
  "politicalTheory",
  "kind",
  "unit",
  "unitId",
  "note",
  "isOther",
] as const;
export type TypedField = (typeof typedFields)[number];

export interface CheckedRow {
  sheet: string;
  row: number;
  hidden: boolean;
  line: string;
  state: "ready" | "update" | "problem" | "there" | "added" | "updated" | "left_out" | "section";
  reason: LeftOutReason | null;
  values: PersonValues | null;
  problems: Problem[];
  /** What stood there, for each value that was read differently. */
  written: Partial<Record<keyof PersonValues, string>>;
  /** How each value came to be what it is, where it is not what stands in the file. */
  repairs: Repair[];
  /** Who it is, or may be, in the roster. */
  speakerId: string | null;
  /** Whether the officer typed over it. */
  typed: boolean;
  /** The officer says that this is somebody else than the one who looks the same. */
  isOther: boolean;
}

export interface CheckSettings {
  /** Where people go whose row names no unit; null: that unit is closed now. */
  unitId: string | null;
  /** For rows that say no role; null: a problem. */
  kind: Role | null;
  /** For rows that name no decision; null: decision unknown. */
  decision: { number: string; decidedOn: Day } | null;
  /** Of every appointment; null: the level of each person's unit. */
  level: Level | null;
  /** The first day of every appointment; null: the day of the decision. */
  startsOn: Day | null;
  /** Which unit a text means, as the officer chose, by the text; a unit's id. */
  units: Record<string, string>;
  /** What the officer answered to `questionsOf`. */
  answers?: Answers;
}

export interface CheckAgainst {
  findUnit: FindUnit;
  /** The level of a unit, by its id. */
  levelOf: (unitId: string) => string | undefined;
  lastDistrictDay: Day;
  /** The department's list. */
  topics: readonly ListedTopic[];
  /** What the officer typed, by `rowKey`. */
  typed: Map<string, TypedValues>;
  /** The people whom this import has added already, by `rowKey`. */
  added: Map<string, string | null>;
}

export function rowKey(sheet: string, row: number): string {
  return `${row} ${sheet}`;
}

/** Each row for itself; who is there twice is told by `findDoubles`. */
export function checkRows(
  { sheets }: Understanding,
  settings: CheckSettings,
  against: CheckAgainst,
): CheckedRow[] {
  return sheets.flatMap((reading) => {
    const rules = rulesFor(reading, settings, against);
    return reading.rows.map((row) => checkRow(reading.sheet, row, rules));
  });
}

/**
 * The same, one by one, each with what it reads like before any answer; the very same row where no answer has a say.
 * The readings are let go on the way.
 */
export function* eachRow(
  { sheets }: Understanding,
  settings: CheckSettings,
  against: CheckAgainst,
): Generator<{ row: CheckedRow; unanswered: CheckedRow }> {
  let isAnswered = false;
  const heard = <T>(answers: Record<string, T>) => overheard(answers, () => (isAnswered = true));
  const answered = { ...settings, units: heard(settings.units), answers: heard(settings.answers ?? {}) };
  const bare = { ...settings, units: {}, answers: {} };
  for (const reading of sheets) {
    const [now, before] = [rulesFor(reading, answered, against), rulesFor(reading, bare, against)];
    for (const read of takenOff(reading.rows)) {
      isAnswered = now.order !== before.order;
      const row = checkRow(reading.sheet, read, now);
      yield { row, unanswered: isAnswered ? checkRow(reading.sheet, read, before) : row };
    }
  }
}

/** Tells whenever something that stands there is looked up. */
function overheard<T>(answers: Record<string, T>, tell: () => void): Record<string, T> {
  return new Proxy(answers, {
    get(all, key) {
      const found = all[String(key)];
      if (found !== undefined) tell();
      return found;
    },
  });
}

function rulesFor(reading: SheetReading, settings: CheckSettings, against: CheckAgainst): Rules {
  const answer = settings.answers?.[questionId("dateOrder", reading.sheet)];
  const order = answer ?? (seemsMonthFirst(reading) ? "unclear" : "dayFirst");
  return { is1904: reading.is1904, order, settings, against };
}

function* takenOff<T>(list: T[]): Generator<T> {
  list.reverse();
  for (let one = list.pop(); one !== undefined; one = list.pop()) yield one;
}

function checkRow(sheet: string, reading: RowReading, rules: Rules): CheckedRow {
  const { row, hidden, line } = reading;
  const typed = rules.against.typed.get(rowKey(sheet, row));
  const plain = {
    sheet,
    row,
    hidden,
    line,
    reason: null,
    values: null,
    problems: [],
    written: {},
    repairs: [],
    speakerId: null,
    typed: Boolean(typed),
    isOther: typed?.isOther === "yes",
  };
  if (reading.is === "section") return { ...plain, state: "section" };
  if (reading.is === "left_out" && !typed) return { ...plain, state: "left_out", reason: reading.reason };
  const person: PersonRow =
    reading.is === "person" ? reading : { ...reading, is: "person", unit: null, kind: null };
  const { values, problems, written, repairs } = readPerson(
    typed ? overtyped(person, typed) : person,
    // Whatever order the sheet has, an officer types the day first.
    typed?.birth ? { ...rules, order: "dayFirst" } : rules,
    typed?.unitId,
  );
  const texts = [values.fullName, values.position, values.education, values.unit].join(" ");
  if (!typed && hasOldLetters(texts)) problems.push({ code: "oldEncoding", text: "" });
  const added = rules.against.added.get(rowKey(sheet, row));
  if (added !== undefined) return { ...plain, state: "added", values, speakerId: added, written, repairs };
  return { ...plain, state: problems.length > 0 ? "problem" : "ready", values, problems, written, repairs };
}

/** The officer's words take the place of the file's, also where they are empty. */
function overtyped(person: PersonRow, typed: TypedValues): PersonRow {
  const cells = { ...person.cells };
  for (const [field, text] of Object.entries(typed)) {
    if (field === "unitId" || field === "isOther") continue;
    cells[field as Field] = text ? { value: text } : undefined;
    if (field === "birth" || field === "gender")
      for (const mark of ["male", "female"] as const) delete cells[mark];
    if (field === "kind") for (const mark of ["rapporteur", "communicator"] as const) delete cells[mark];
  }
  return {
    ...person,
    cells,
    kind: typed.kind === undefined ? person.kind : null,
    unit: typed.unit === undefined ? person.unit : typed.unit,
  };
}
