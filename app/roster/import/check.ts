/** Third step of an import: each row's cells become a person's values, with what is wrong and what was repaired. */
import type { Day } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import type { Level, Role } from "~/roster/appointment";
import { parseBirth, parseDate, showBirth } from "~/roster/date-parsing";
import { showNumber } from "~/roster/decision";
import { isLevelOpen } from "~/roster/level";
import { readName } from "~/roster/name-parsing";
import { parseGender, parseKind, parsePoliticalTheory } from "~/roster/person-parsing";
import { readPhones } from "~/roster/phone-parsing";
import type { Gender, PartialDay, PoliticalTheoryLevel } from "~/roster/speaker";
import { isAmbiguous, seemsMonthFirst, swapped } from "./date-order";
import { hasOldLetters } from "./encoding";
import type { Field } from "./fields";
import { repairsOf } from "./notice-repairs";
import type { Problem } from "./problems";
import { type Answers, questionId } from "./questions";
import type { Repair } from "./repairs";
import { type Cell, textOf } from "./sheet";
import type { LeftOutReason, PersonRow, RowReading, Understanding } from "./understand";
import type { FindUnit } from "./unit-matching";

export interface PersonValues {
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
    const { sheet, is1904, rows } = reading;
    const answer = settings.answers?.[questionId("dateOrder", sheet)];
    const order = answer ?? (seemsMonthFirst(reading) ? "unclear" : "dayFirst");
    return rows.map((row) => checkRow(sheet, row, { is1904, order, settings, against }));
  });
}

interface Rules {
  is1904: boolean;
  /** "dayFirst", "monthFirst", or "unclear" until somebody says. */
  order: string;
  settings: CheckSettings;
  against: CheckAgainst;
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
    rules,
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

function readPerson(
  { cells, unit, kind }: PersonRow,
  { is1904, order, settings, against }: Rules,
  chosenUnit?: string,
) {
  const problems: Problem[] = [];
  const need = <T>(parsed: T | null | undefined, code: Problem["code"], cell: Cell | undefined): T | null => {
    if (parsed === undefined) problems.push({ code, text: textOf(cell).trim() });
    return parsed ?? null;
  };
  const name = readName(textOf(cells.fullName));
  if (!name.fullName) problems.push({ code: "noName", text: "" });
  else if (!/\p{L}/u.test(name.fullName) || /[\d<>@]/.test(name.fullName) || name.fullName.length > 80) {
    problems.push({ code: "badName", text: name.fullName });
  }
  const born = cells.birth ?? [cells.male, cells.female].find((cell) => cell && !isTick(cell));
  const asMeant = born && order === "monthFirst" ? swapped(born) : born;
  const isUnclear = order === "unclear" && isAmbiguous(born);
  if (isUnclear) problems.push({ code: "dateOrder", text: textOf(born) });
  const birth = isUnclear ? null : need(parseBirth(asMeant?.value, { is1904 }), "badBirth", born);
  const orAnswered = <T>(parsed: T, field: "gender" | "politicalTheory" | "kind", cell: Cell | undefined) =>
    parsed === undefined ? (settings.answers?.[questionId(field, textOf(cell).trim())] as T) : parsed;
  const marked = cells.female ? "female" : cells.male ? "male" : null;
  const gender =
    need(orAnswered(parseGender(textOf(cells.gender)), "gender", cells.gender), "badGender", cells.gender) ??
    marked ??
    name.gender;
  const written = unitWritten(cells, unit);
  const phones = need(
    readPhones(cells.phone?.value) ?? readPhones(textOf(cells.phone)),
    "badPhone",
    cells.phone,
  );
  const values: PersonValues = {
    fullName: name.fullName,
    birth,
    gender,
    phone: phones?.first ?? null,
    email: need(parseEmail(cells.email), "badEmail", cells.email),
    position: text(cells.position, 200),
    workplace: text(cells.workplace, 200),
    education: text(cells.education, 200),
    politicalTheory: need(
      orAnswered(
        parsePoliticalTheory(textOf(cells.politicalTheory)),
        "politicalTheory",
        cells.politicalTheory,
      ),
      "badTheory",
      cells.politicalTheory,
    ),
    kind: readKind(cells, problems, (read) => orAnswered(read, "kind", cells.kind)) ?? kind ?? settings.kind,
    unit: written,
    unitId: null,
    decision: readDecision(cells, is1904, problems) ?? settings.decision,
    topic: text(cells.topic, 500),
    language: text(cells.language, 500),
    note: noteOf(cells.note, name.remark, phones?.others ?? []),
  };
  if (!values.kind && !problems.some(({ code }) => code === "badKind"))
    problems.push({ code: "noKind", text: "" });
  if (!values.decision && !settings.startsOn) problems.push({ code: "noStart", text: "" });
  values.unitId = chosenUnit || chooseUnit(written, settings, against.findUnit, problems);
  if (isLevelClosed(values, settings, against)) problems.push({ code: "levelClosed", text: "" });
  return {
    values,
    problems,
    written: differences(cells, values, written),
    repairs: repairsOf(cells, values),
  };
}

function isLevelClosed(
  { unitId, decision }: PersonValues,
  settings: CheckSettings,
  { levelOf, lastDistrictDay }: CheckAgainst,
): boolean {
  const level = settings.level ?? levelOf(unitId ?? "");
  const startsOn = settings.startsOn ?? decision?.decidedOn;
  return startsOn !== undefined && !isLevelOpen(level as Level, startsOn, lastDistrictDay);
}

/** A cross or tick in a "Nam" or "Nữ" column tells the gender and no year. */
function isTick(cell: Cell): boolean {
  return /^([xX✓✔vV+]|1)$/u.test(textOf(cell).trim());
}

function text(cell: Cell | undefined, longest: number): string | null {
  return tidy(textOf(cell)).slice(0, longest) || null;
}

/** What has no field of its own is kept in the note: a remark behind the name, further telephones. */
function noteOf(cell: Cell | undefined, remark: string | null, phones: string[]): string | null {
  const parts = [text(cell, 2000), remark, ...phones];
  return parts.filter(Boolean).join("; ").slice(0, 2000) || null;
}

function parseEmail(cell: Cell | undefined): string | null | undefined {
  const email = tidy(textOf(cell)).replace(/\s/gu, "").toLowerCase();
  if (!email) return null;
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? email : undefined;
}

function readKind(
  cells: PersonRow["cells"],
  problems: Problem[],
  orAnswered: (kind: Role | null | undefined) => Role | null | undefined,
): Role | null {
  if (cells.rapporteur && !cells.communicator) return "rapporteur";
  if (cells.communicator && !cells.rapporteur) return "communicator";
  const kind = orAnswered(parseKind(textOf(cells.kind)));
  if (kind === undefined) problems.push({ code: "badKind", text: textOf(cells.kind).trim() });
  return kind ?? null;
}

function unitWritten(cells: PersonRow["cells"], section: string | null): string | null {
  return text(cells.unit, 200) ?? (section ? tidy(section) : null);
}

function chooseUnit(
  written: string | null,
  settings: CheckSettings,
  findUnit: FindUnit,
  problems: Problem[],
): string | null {
  if (written === null && settings.unitId) return settings.unitId;
  if (written === null) {
    problems.push({ code: "unitNotFound", text: "" });
    return null;
  }
  const chosen = settings.units[written];
  if (chosen) return chosen;
  const match = findUnit(written);
  if (match.is === "found") return match.unitId;
  problems.push({ code: match.is === "ambiguous" ? "unitAmbiguous" : "unitNotFound", text: written });
  return null;
}

/** Number and day may share a cell: "Số 45-QĐ/ĐU ngày 12/8/2025". */
function readDecision(cells: PersonRow["cells"], is1904: boolean, problems: Problem[]) {
  const [first = "", inside] = tidy(textOf(cells.decisionNumber)).split(/[,;]?\s+ngày\s+/iu);
  const number = showNumber(first).toUpperCase();
  if (!number) return null;
  const decided = parseDate(cells.decidedOn?.value ?? inside, { is1904 });
  if (!decided?.day || !/\d/.test(number)) {
    problems.push({
      code: "badDecision",
      text: [textOf(cells.decisionNumber), textOf(cells.decidedOn)].filter(Boolean).join(", "),
    });
    return null;
  }
  return { number, decidedOn: showBirth(decided) };
}

/** What stood in the file for values that now read differently. */
function differences(
  cells: PersonRow["cells"],
  values: PersonValues,
  unit: string | null,
): CheckedRow["written"] {
  const written: CheckedRow["written"] = {};
  const compare = (key: keyof PersonValues, cell: Cell | undefined, shown: string | null) => {
    const was = textOf(cell).trim();
    if (was && was !== shown && String(cell?.value).trim() !== shown) written[key] = was;
  };
  compare("fullName", cells.fullName, values.fullName);
  compare("birth", cells.birth ?? cells.male ?? cells.female, values.birth && showBirth(values.birth));
  // Blanks and dots in a number are no news.
  const phone = textOf(cells.phone).replace(/[\s.]/gu, "");
  if (values.phone && phone !== `0${values.phone.slice(3)}`) written.phone = textOf(cells.phone);
  if (unit && cells.unit && fold(textOf(cells.unit).trim()) !== fold(unit)) written.unit = textOf(cells.unit);
  return written;
}
