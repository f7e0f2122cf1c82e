/** One row's cells become a person's values, by the rules of the sheet and what the officer answered. */
import type { Role } from "~/roster/appointment";
import { doubtfulYears, parseBirth } from "~/roster/date-parsing";
import { readName } from "~/roster/name-parsing";
import { parseGender, parseKind, parsePoliticalTheory } from "~/roster/person-parsing";
import { readPhones } from "~/roster/phone-parsing";
import { isTick, noteOf, parseEmail, readDecision, text } from "./cell-values";
import type { CheckAgainst, CheckSettings, PersonValues } from "./check";
import { isAmbiguous, isMonthFirst, swapped } from "./date-order";
import type { Field } from "./fields";
import { differences, repairsOf } from "./notice-repairs";
import { readSkills } from "./person-skills";
import { chooseUnit, isLevelClosed, unitWritten } from "./place-person";
import type { Problem } from "./problems";
import { type Answers, lastDigits, questionId } from "./questions";
import { asInFile } from "./repairs";
import { type Cell, textOf } from "./sheet";
import type { PersonRow } from "./understand";
import { words } from "./words";

export interface Rules {
  is1904: boolean;
  /** "dayFirst", "monthFirst", or "unclear" until somebody says. */
  order: string;
  settings: CheckSettings;
  against: CheckAgainst;
}

export function readPerson(
  { cells: written, unit, kind, assumed }: PersonRow,
  { is1904, order, settings, against }: Rules,
  chosenUnit?: string,
) {
  const problems: Problem[] = [];
  const cells = settleDoubts(written, settings.answers ?? {}, problems);
  const need = <T>(parsed: T | null | undefined, code: Problem["code"], cell: Cell | undefined): T | null => {
    if (parsed === undefined) problems.push({ code, text: textOf(cell).trim() });
    return parsed ?? null;
  };
  const name = readName(textOf(cells.fullName));
  if (!name.fullName) problems.push({ code: "noName", text: "" });
  else if (
    !/\p{L}/u.test(name.fullName) ||
    /[\d<>@,;:/]|\s[-–—]\s/u.test(name.fullName) ||
    name.fullName.length > 80
  ) {
    problems.push({ code: "badName", text: name.fullName });
  }
  const born = cells.birth ?? [cells.male, cells.female].find((cell) => cell && !isTick(cell));
  const isSwapped = order === "monthFirst" || (order === "unclear" && isMonthFirst(born));
  const asMeant = born && isSwapped ? swapped(born) : born;
  const isUnclear = order === "unclear" && isAmbiguous(born);
  if (isUnclear) problems.push({ code: "dateOrder", text: textOf(born) });
  const century = answeredCentury(asMeant, settings.answers ?? {});
  const isDoubtful = !century && doubtfulYears(asMeant?.value, { is1904 }).length > 0;
  if (!isUnclear && isDoubtful) problems.push({ code: "unclearYear", text: textOf(born) });
  const birth =
    isUnclear || isDoubtful ? null : need(parseBirth(asMeant?.value, { is1904, century }), "badBirth", born);
  const left: string[] = [];
  const orAnswered = <T>(
    parsed: T,
    field: "gender" | "politicalTheory" | "kind",
    cell: Cell | undefined,
  ): T | null => {
    if (parsed !== undefined) return parsed;
    const text = textOf(cell).trim();
    const answer = settings.answers?.[questionId(field, text)];
    if (answer !== asInFile || field === "kind") return answer as T;
    left.push(words.vi.leftOver[field](text));
    return null;
  };
  const marked = cells.female ? "female" : cells.male ? "male" : null;
  const said = need(
    orAnswered(parseGender(textOf(cells.gender)), "gender", cells.gender),
    "badGender",
    cells.gender,
  );
  const gender = said ?? marked ?? name.gender;
  const contradicts = [said, marked, name.gender].some((one) => one && one !== gender);
  if (contradicts || (cells.female && cells.male)) problems.push({ code: "badGender", text: "" });
  const unitText = unitWritten(cells, unit);
  const phones = need(
    readPhones(cells.phone?.value) ?? readPhones(textOf(cells.phone)),
    "badPhone",
    cells.phone,
  );
  const skills = readSkills(cells, against.topics);
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
    unit: unitText,
    unitId: null,
    decision: readDecision(cells, is1904, problems) ?? settings.decision,
    topic: text(cells.topic, 500),
    language: text(cells.language, 500),
    ...skills,
    left: [...left, ...skills.left],
    note: noteOf(cells.note, name.remark, phones?.others ?? []),
  };
  if (!values.kind && !problems.some(({ code }) => code === "badKind"))
    problems.push({ code: "noKind", text: "" });
  if (!values.decision && !settings.startsOn) problems.push({ code: "noStart", text: "" });
  values.unitId = chosenUnit || chooseUnit(unitText, settings, against.findUnit, problems);
  if (isLevelClosed(values, settings, against)) problems.push({ code: "levelClosed", text: "" });
  return {
    values,
    problems,
    written: differences(cells, values, unitText),
    repairs: repairsOf(cells, values, assumed),
  };
}

/** What the officer said of the two digits at the end of a birth, where that was asked. */
function answeredCentury(cell: Cell | undefined, answers: Answers): number | undefined {
  const digits = lastDigits(textOf(cell));
  const year = answers[questionId("century", digits)];
  return year ? Number(year) - Number(digits) : undefined;
}

/** What the officer said of texts whose letters nobody can tell; the others are asked. */
function settleDoubts(cells: PersonRow["cells"], answers: Answers, problems: Problem[]): PersonRow["cells"] {
  const doubtful = Object.entries(cells).filter(([, cell]) => cell?.doubt);
  if (doubtful.length === 0) return cells;
  const settled = { ...cells };
  for (const [field, { doubt = "", ...cell }] of doubtful) {
    const answer = answers[questionId("letters", doubt)];
    if (answer === undefined) problems.push({ code: "unsureLetters", text: doubt });
    else settled[field as Field] = { ...cell, value: answer };
  }
  return settled;
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
