/** Repairs that the officer does not want: the text stays as in the file, and what is no text waits for a person. */
import type { CheckedRow, PersonValues } from "~/roster/import/check";
import type { Problem } from "~/roster/import/problems";
import type { Answers } from "~/roster/import/questions";
import type { Repair, RepairKind } from "~/roster/import/repairs";

/** The same to every reader: there is nothing to refuse. */
const harmless: readonly RepairKind[] = ["composed", "blanks", "phoneForm"];

export function mayBeRefused({ kind }: Pick<Repair, "kind">): boolean {
  return !harmless.includes(kind);
}

/** Under which a refusal is kept among the answers; it holds for every row with this value. */
export function refusalId({ kind, field, original }: Pick<Repair, "kind" | "field" | "original">): string {
  return `${refusalMark}${kind}:${field}:${original}`;
}
export const refusalMark = "asWritten:";

/** Under which it is kept that nothing of a kind in a column is to be repaired. */
export function wholeRefusalId({ kind, field }: Pick<Repair, "kind" | "field">): string {
  return `${refusalMark}*:${kind}:${field}`;
}

/** The answer to a refusal of the whole kind: this value is repaired all the same. */
export const repairedAfterAll = "repair";

export function isRefused(repair: Repair, answers: Answers): boolean {
  const own = answers[refusalId(repair)];
  if (own !== undefined) return own !== repairedAfterAll;
  return answers[wholeRefusalId(repair)] !== undefined && mayBeRefused(repair);
}

/** What was said of single values of a kind gives way to what is said of the whole. */
export function isUnder(id: string, wholeId: string): boolean {
  const whole = `${refusalMark}*:`;
  return wholeId.startsWith(whole) && id.startsWith(`${refusalMark}${wholeId.slice(whole.length)}:`);
}

/** What such a row says when a value of a fixed kind is not to be read as it was. */
const problemOf: Record<string, Problem["code"]> = {
  birth: "badBirth",
  phone: "badPhone",
  gender: "badGender",
  kind: "badKind",
  politicalTheory: "badTheory",
  unit: "unitNotFound",
  decisionNumber: "badDecision",
  decidedOn: "badDecision",
};
const emptied: Record<string, Partial<PersonValues>> = {
  unit: { unitId: null },
  decisionNumber: { decision: null },
  decidedOn: { decision: null },
};

export function hasRefusals(answers: Answers): boolean {
  return Object.keys(answers).some((id) => id.startsWith(refusalMark));
}

/** Takes the refused repairs of a row back, before anybody is compared with anybody. */
export function leaveAsWritten(row: CheckedRow, answers: Answers): void {
  const refused = row.repairs.filter((repair) => isRefused(repair, answers));
  // Of several steps on one value the earliest that is refused takes the later ones along.
  for (const [at, repair] of refused.entries())
    if (refused.findIndex(({ field }) => field === repair.field) === at) leaveOne(row, repair);
}

function leaveOne(row: CheckedRow, { field, original, repaired }: Repair) {
  const { values } = row;
  if (!values || row.state === "added") return;
  const code = problemOf[field];
  if (code) {
    row.values = { ...values, ...(emptied[field] ?? { [field]: null }) };
    row.problems = [...row.problems.filter((problem) => problem.code !== code), { code, text: original }];
    row.state = "problem";
  } else if (field in values) {
    const read = String(values[field as keyof PersonValues] ?? "");
    // A note may hold more than this column's text.
    const text = read.includes(repaired) ? read.replace(repaired, () => original) : original;
    row.values = { ...values, [field]: text };
    const { [field as keyof PersonValues]: _, ...written } = row.written;
    row.written = written;
  }
}
