/** An officer's answers in the database: what an import is not sure of, and the repairs that are not wanted. */
import type { Actor } from "~/platform/actor";
import type { RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { AnswersGiven, Kept } from "~/roster/import/choices";
import { changeKept } from "~/roster/import/open-imports.server";
import { checkForPage } from "~/roster/import/readings.server";
import { unitFinder } from "~/roster/import/unit-matching";
import { findUnit, listUnitsForMatching } from "~/units/index.server";
import type { AskedQuestion } from "./asked";
import { isUnder, refusalMark } from "./refusals";
import { words } from "./words";

/** Keeps the answers given; null takes one back. Refuses what the question does not allow, at the question's id. */
export async function answer(actor: Actor, found: RosterImport, given: AnswersGiven): Promise<void> {
  const { questions } = await checkForPage(actor, found);
  const settled: { question: AskedQuestion | null; id: string; value: string | null }[] = [];
  for (const [id, value] of Object.entries(given)) {
    const question = questions.find((one) => one.id === id) ?? null;
    if (!question && !id.startsWith(refusalMark)) throw new Refusal(words.refused.noQuestion, id);
    const settledValue = question && value ? await allowed(actor, found, question, value) : value;
    settled.push({ id, question, value: settledValue });
  }
  await changeKept(actor, found.id, (kept) => settled.reduce(withAnswer, kept));
}

function withAnswer(
  kept: Kept,
  { id, question, value }: { id: string; question: AskedQuestion | null; value: string | null },
): Kept {
  if (question?.kind === "unit") return { ...kept, units: changed(kept.units, question.original, value) };
  const others = Object.entries(kept.answers).filter(([other]) => !isUnder(other, id));
  return { ...kept, answers: changed(Object.fromEntries(others), id, value) };
}

function changed(all: Record<string, string>, key: string, value: string | null): Record<string, string> {
  const { [key]: _, ...others } = all;
  return value ? { ...others, [key]: value } : others;
}

/** A unit may be chosen or typed; everything else is one of the proposals. */
async function allowed(
  actor: Actor,
  found: RosterImport,
  { id, kind, proposals }: AskedQuestion,
  value: string,
): Promise<string> {
  if (kind !== "unit") {
    if (!proposals.some((proposal) => proposal.value === value))
      throw new Refusal(words.refused.notOffered, id);
    return value;
  }
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
  if (isId && (await findUnit(actor, value))) return value;
  const units = (await listUnitsForMatching(actor)).filter(({ isOpen }) => isOpen);
  const match = isId ? null : unitFinder(units, found.unitId)(value);
  if (match?.is !== "found") throw new Refusal(words.refused.noUnit, id);
  return match.unitId;
}
