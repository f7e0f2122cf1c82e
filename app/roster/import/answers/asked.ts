/** The questions of an import as its page asks them: all that the file raises, answered or not, each with samples. */
import { parseBirth } from "~/roster/date-parsing";
import type { CheckedRow } from "~/roster/import/check";
import { swapped } from "~/roster/import/date-order";
import { type Answers, askedBy, type Question, QuestionList } from "~/roster/import/questions";
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

/** What rows ask. Told of them one by one. */
export class AskedList {
  private readonly questions: QuestionList;
  private readonly samples = new Map<string, Sample[]>();

  constructor(findUnit: FindUnit) {
    this.questions = new QuestionList(findUnit);
  }

  add(checked: CheckedRow) {
    this.questions.add(checked);
    const { sheet, row, values, problems } = checked;
    for (const problem of problems) {
      const id = askedBy(sheet, problem)?.id;
      const some = (id && this.samples.get(id)) || [];
      if (!id || !isAnother(some, { sheet, row })) continue;
      const becomes = problem.code === "dateOrder" ? bothOrders(problem.text) : null;
      const fullName = values?.fullName ?? "";
      this.samples.set(id, [...some, { sheet, row, fullName, text: problem.text, becomes }]);
    }
  }

  /** These come first, and then what only the rows ask as they read now: an answer may raise further questions. */
  with(now: AskedList, given: { answers: Answers; units: Record<string, string> }): AskedQuestion[] {
    const questions = new Map(this.questions.list().map((question) => [question.id, question]));
    for (const question of now.questions.list())
      if (!questions.has(question.id)) questions.set(question.id, question);
    return [...questions.values()].slice(0, mostQuestions).map((question) => {
      const { id, kind, original } = question;
      const samples = [...(this.samples.get(id) ?? [])];
      for (const sample of now.samples.get(id) ?? []) if (isAnother(samples, sample)) samples.push(sample);
      const answer = (kind === "unit" ? given.units[original] : given.answers[id]) ?? null;
      return { ...question, samples, answer };
    });
  }
}

function isAnother(some: Sample[], { sheet, row }: Pick<Sample, "sheet" | "row">): boolean {
  return some.length < samplesEach && !some.some((one) => one.row === row && one.sheet === sheet);
}

function bothOrders(text: string): Record<string, string> {
  const shown = (value: string | number) => {
    const birth = parseBirth(value, { is1904: false });
    return birth ? showPartialDay(birth) : text;
  };
  return { dayFirst: shown(text), monthFirst: shown(swapped({ value: text }).value) };
}
