/** The questions of an import as its page asks them: all that the file raises, answered or not, each with samples. */
import { parseBirth } from "~/roster/date-parsing";
import type { CheckedRow } from "~/roster/import/check";
import { swapped } from "~/roster/import/date-order";
import { type Answers, askedBy, type Question, questionsOf } from "~/roster/import/questions";
import type { FindUnit } from "~/roster/import/unit-matching";
import { showPartialDay } from "~/roster/speaker";

export interface Sample {
  sheet: string;
  row: number;
  fullName: string;
  text: string;
  /** What the text becomes by each answer, where the answer itself does not say it. */
  becomes: Record<string, string> | null;
}

export interface AskedQuestion extends Question {
  samples: Sample[];
  /** Null: still open. */
  answer: string | null;
}

/** More kinds of texts than these are a column misunderstood, not questions. */
export const mostQuestions = 300;
const samplesEach = 2;

/** `raised`: rows as they read before any answer; `rows`: as they read now. An answer may raise further questions. */
export function askedOf(
  raised: CheckedRow[],
  rows: CheckedRow[],
  given: { answers: Answers; units: Record<string, string> },
  findUnit: FindUnit,
): AskedQuestion[] {
  const questions = new Map(questionsOf(raised, findUnit).map((question) => [question.id, question]));
  if (raised !== rows)
    for (const question of questionsOf(rows, findUnit))
      if (!questions.has(question.id)) questions.set(question.id, question);
  const shown = [...questions.values()].slice(0, mostQuestions);
  const samples = samplesFor(new Set(shown.map(({ id }) => id)), raised === rows ? [rows] : [raised, rows]);
  return shown.map((question) => ({
    ...question,
    samples: samples.get(question.id) ?? [],
    answer: (question.kind === "unit" ? given.units[question.original] : given.answers[question.id]) ?? null,
  }));
}

function samplesFor(ids: Set<string>, readings: CheckedRow[][]): Map<string, Sample[]> {
  const samples = new Map<string, Sample[]>();
  for (const rows of readings) {
    for (const { sheet, row, values, problems } of rows) {
      for (const problem of problems) {
        const id = askedBy(sheet, problem)?.id;
        if (!id || !ids.has(id)) continue;
        const some = samples.get(id) ?? [];
        if (some.length >= samplesEach || some.some((one) => one.row === row && one.sheet === sheet))
          continue;
        const becomes = problem.code === "dateOrder" ? bothOrders(problem.text) : null;
        const fullName = values?.fullName ?? "";
        samples.set(id, [...some, { sheet, row, fullName, text: problem.text, becomes }]);
      }
    }
  }
  return samples;
}

function bothOrders(text: string): Record<string, string> {
  const shown = (value: string | number) => {
    const birth = parseBirth(value, { is1904: false });
    return birth ? showPartialDay(birth) : text;
  };
  return { dayFirst: shown(text), monthFirst: shown(swapped({ value: text }).value) };
}
