/** What a decision does to many people: one change set that can be taken back, a line in the trail for each person and one for the act. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, auditMany, type Change } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { dayFromColumn, showDay } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob, type Run, startLater } from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";
import { showNumber } from "~/roster/decision";
import { aboutDecision } from "~/roster/decisions/decision-records.server";
import { words } from "~/roster/decisions/words";
import { keepDecision } from "~/roster/decisions.server";
import { words as rosterWords } from "~/roster/words";
import { within } from "~/units/index.server";
import { type ActValues, mostAtOnce, type Outcome, previewSchema, type Wishes } from "./act";
import type { Plan } from "./act-check";
import { planAct } from "./act-plan.server";
import { changesOf } from "./act-trail";
import { beginSome, endSome, lockPeople, settleTerm } from "./act-writes.server";

/** What would happen, line by line; nothing is kept. */
export async function previewAct(actor: Actor, wishes: Wishes): Promise<Outcome[]> {
  return (await planAct(db, actor, wishes)).outcomes;
}

export const actJob = defineJob({
  name: "roster.decision",
  payload: z.object({ decisionId: z.uuid(), unitId: z.uuid(), wishes: previewSchema }),
  words: words.steps,
  work: ({ decisionId, unitId, wishes }, run) => actLater(decisionId, unitId, wishes, run),
});

export interface Done {
  decisionId: string;
  people: number;
  /** Null: a job does it. */
  changeSetId: string | null;
}

/**
 * Carries an act out, or enqueues it when it is about more than 200 people. `unitId`: whose new decision and new term it is.
 * Refusals: a decision outside the reach ("decision.id"); somebody for whom it cannot be done ("lines").
 */
export function act(actor: Actor, unitId: string, { decision, ...wishes }: ActValues): Promise<Done> {
  return transaction(undefined, async (tx) => {
    const decisionId = await settleDecision(tx, actor, decision, unitId);
    const lines = wishes.lines.filter(({ does }) => does !== "lapse");
    const people = lines.length;
    if (people <= mostAtOnce) {
      return {
        decisionId,
        people,
        changeSetId: await carryOut(tx, actor, decisionId, unitId, { ...wishes, lines }),
      };
    }
    refuseProblems(await planAct(tx, actor, { ...wishes, lines }), lines);
    await startLater(tx, actor, actJob, { decisionId, unitId, wishes: { ...wishes, lines } });
    return { decisionId, people, changeSetId: null };
  });
}

async function settleDecision(
  tx: Db,
  actor: Actor,
  choice: ActValues["decision"],
  unitId: string,
): Promise<string> {
  if (choice.choice === "new") {
    const known = await tx.decision.count({ where: { unitId } });
    const id = await keepDecision(tx, choice, unitId);
    if ((await tx.decision.count({ where: { unitId } })) > known) {
      const { number, decidedOn, kind, issuer, signer } = choice;
      await audit(tx, actor, "decision.added", {
        ...aboutDecision({ id, number, unitId }),
        after: { decisionNumber: showNumber(number), decidedOn, kind, issuer, signer },
      });
    }
    return id;
  }
  const found =
    choice.choice === "existing" &&
    (await tx.decision.findFirst({ where: { id: choice.id, ...within(actor) } }));
  if (!found) throw new Refusal(rosterWords.errors.decisionUnknown, "decision.id");
  return found.id;
}

function actLater(decisionId: string, unitId: string, wishes: Wishes, run: Run): Promise<{ people: number }> {
  return transaction(
    undefined,
    async (tx) => {
      await run.progress(0, wishes.lines.length, "checking");
      await carryOut(tx, run.actor, decisionId, unitId, wishes, run);
      const result = { people: wishes.lines.length };
      await run.checkCancelled();
      await run.finish(tx, result);
      return result;
    },
    { timeout: 10 * 60_000 },
  );
}

/** So few at a time that nobody else waits long in between, and cancelling is heard. */
const chunk = 200;

async function carryOut(
  tx: Db,
  actor: Actor,
  decisionId: string,
  unitId: string,
  wishes: Wishes,
  run?: Run,
): Promise<string> {
  await lockPeople(tx, actor, wishes);
  const plan = await planAct(tx, actor, wishes);
  refuseProblems(plan, wishes.lines);
  const decision = await tx.decision.findUnique({ where: { id: decisionId } });
  // Removed while the work was waiting for its turn.
  if (!decision) throw new Refusal(rosterWords.errors.decisionUnknown);
  const isRenewal = wishes.lines.some(({ does }) => does === "renew");
  const change = {
    kind: isRenewal ? "roster.renewal" : "roster.decision",
    title: showNumber(decision.number),
    unitId: decision.unitId,
    subjectId: decision.id,
  };
  const { changeSetId } = await asChangeSet(tx, actor, change, async () => {
    const term = await settleTerm(tx, actor, unitId, wishes);
    const named = `${showNumber(decision.number)}, ${showDay(dayFromColumn(decision.decidedOn))}`;
    for (let start = 0; start < plan.steps.length; start += chunk) {
      await run?.checkCancelled();
      const some = plan.steps.slice(start, start + chunk);
      await endSome(tx, some, decisionId);
      await beginSome(tx, some, decisionId, term?.id ?? null);
      const lines = wishes.lines.slice(start, start + chunk);
      await writeTrail(
        tx,
        actor,
        changesOf(lines, some, plan, { decision: named, term: term?.name ?? null }),
      );
      await run?.progress(Math.min(start + chunk, plan.steps.length), plan.steps.length, "recording");
    }
  });
  await audit(tx, actor, "decision.carried_out", {
    ...aboutDecision(decision),
    after: countsOf(plan, isRenewal),
  });
  return changeSetId;
}

function refuseProblems({ outcomes, people }: Plan, lines: Wishes["lines"]): void {
  const refused = outcomes.flatMap(({ problems: [why] }, at) => (why ? [{ why, at }] : []));
  const [first] = refused;
  if (!first) return;
  const name = people.get(lines[first.at]?.speakerId ?? "")?.fullName ?? "";
  throw new Refusal(words.errors.cannot(refused.length, name ? `${name}: ${first.why}` : first.why), "lines");
}

async function writeTrail(tx: Db, actor: Actor, byAction: Map<string, Change[]>): Promise<void> {
  for (const [action, changes] of byAction) await auditMany(tx, actor, action, changes);
}

function countsOf({ steps }: Plan, isRenewal: boolean) {
  const begins = steps.filter((step) => step.begins).length;
  const ends = steps.filter((step) => step.ends?.reason).length;
  return { ...(isRenewal ? { renewed: begins } : { begins }), ends: ends || null };
}
