/** What the importer is not sure of, asked once for each text or sheet; and what an officer's answer means for the rows. */
import { doubtfulYears } from "~/roster/date-parsing";
import { politicalTheoryLevels } from "~/roster/speaker";
import type { CheckedRow } from "./check";
import { readingsOf } from "./letters/repair";
import type { Problem } from "./problems";
import { asInFile } from "./repairs";
import type { UnitMatch } from "./unit-matching";

export const questionKinds = [
  "unit",
  "kind",
  "politicalTheory",
  "gender",
  "dateOrder",
  "century",
  "letters",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Proposal {
  /** What the answer is, in values of the code: a unit's id, "rapporteur", "dayFirst". */
  value: string;
  confidence: number;
}

export interface Question {
  /** By which its answer is kept. */
  id: string;
  kind: QuestionKind;
  /** The text in the file; the sheet's name for the order of day and month, two digits for a year. */
  original: string;
  /** How many rows wait for it, and the first of them. */
  count: number;
  first: { sheet: string; row: number };
  proposals: Proposal[];
}

/** An officer's answers, by the question's id. Units are answered in `CheckSettings.units`, by their text. */
export type Answers = Record<string, string>;

export function questionId(kind: QuestionKind, original: string): string {
  return `${kind}:${original}`;
}

const kindOfProblem: Partial<Record<Problem["code"], QuestionKind>> = {
  unitNotFound: "unit",
  unitAmbiguous: "unit",
  badKind: "kind",
  badTheory: "politicalTheory",
  badGender: "gender",
  dateOrder: "dateOrder",
  unclearYear: "century",
  unsureLetters: "letters",
};

/** What a problem of a row on this sheet asks; null: nothing, only that row can be put right. */
export function askedBy(
  sheet: string,
  { code, text }: Problem,
): Pick<Question, "id" | "kind" | "original"> | null {
  const kind = kindOfProblem[code];
  if (!kind || !text) return null;
  const original = kind === "dateOrder" ? sheet : kind === "century" ? lastDigits(text) : text;
  return { id: questionId(kind, original), kind, original };
}

export function questionsOf(rows: CheckedRow[], findUnit: (text: string) => UnitMatch): Question[] {
  const asked = new QuestionList(findUnit);
  for (const row of rows) asked.add(row);
  return asked.list();
}

/** "10" of "1/1/10": one answer for everybody of that year. */
export function lastDigits(birth: string): string {
  return /(\d\d)\D*$/.exec(birth)?.[1] ?? "";
}

/** One question for each thing that is unclear, those that hold up the most rows first. Told of the rows one by one. */
export class QuestionList {
  private readonly asked = new Map<string, Question>();
  private readonly findUnit: (text: string) => UnitMatch;

  constructor(findUnit: (text: string) => UnitMatch) {
    this.findUnit = findUnit;
  }

  add({ sheet, row, problems }: CheckedRow) {
    for (const problem of problems) {
      const about = askedBy(sheet, problem);
      const question = about && this.asked.get(about.id);
      if (question) question.count++;
      else if (about)
        this.asked.set(about.id, {
          ...{ ...about, count: 1, first: { sheet, row } },
          proposals: proposalsFor(about.kind, about.original, this.findUnit),
        });
    }
  }

  list(): Question[] {
    return [...this.asked.values()].sort((a, b) => b.count - a.count);
  }
}

const leaving: Proposal = { value: asInFile, confidence: 0 };

function proposalsFor(
  kind: QuestionKind,
  original: string,
  findUnit: (text: string) => UnitMatch,
): Proposal[] {
  const even = (values: readonly string[]) =>
    values.map((value) => ({ value, confidence: 1 / values.length }));
  if (kind === "kind") return even(["rapporteur", "communicator"]);
  if (kind === "politicalTheory") return [...even(politicalTheoryLevels), leaving];
  if (kind === "gender") return [...even(["female", "male"]), leaving];
  if (kind === "century") return even(doubtfulYears(`1/1/${original}`).map(String));
  if (kind === "dateOrder") return even(["monthFirst", "dayFirst"]);
  if (kind === "letters") return even(readingsOf(original));
  const match = findUnit(original);
  if (match.is === "found") return [];
  const likeness = match.is === "not_found" ? match.likeness : undefined;
  return likeness
    ? match.unitIds.map((value, at) => ({ value, confidence: likeness[at] ?? 0 }))
    : even(match.unitIds);
}
