/** Decisions in the database: finding one by whatever is remembered of it, and keeping each only once. */
import type { Actor } from "~/platform/actor";
import { dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { within, withinUnits } from "~/units/index.server";
import type { Level } from "./appointment";
import { type DecisionChoice, type DecisionValues, numberKey, showNumber } from "./decision";
import { words } from "./words";

export interface DecisionHit {
  id: string;
  name: string;
  path: string;
}

/** Decisions whose number or year matches, the newest first: those of the actor's units, and those that name their people. */
export async function listDecisionChoices(actor: Actor, q: string): Promise<DecisionHit[]> {
  const key = numberKey(q);
  const year = /^(19|20)\d\d$/.test(key) ? Number(key) : null;
  const decisions = await db.decision.findMany({
    where: {
      AND: [
        knownTo(actor),
        year
          ? { decidedOn: { gte: dayToColumn(`${year}-01-01`), lte: dayToColumn(`${year}-12-31`) } }
          : { numberKey: { contains: key } },
      ],
    },
    include: { unit: { select: { name: true } } },
    orderBy: [{ decidedOn: "desc" }, { id: "desc" }],
    take: 20,
  });
  return decisions.map(({ id, number, decidedOn, issuer, unit }) => ({
    id,
    name: `${showNumber(number)}, ${showDay(dayFromColumn(decidedOn))}`,
    path: issuer ?? unit.name,
  }));
}

/** The id behind a choice, and how the audit trail names it; a new decision that is on file already is not kept twice. */
export async function resolveDecision(
  tx: Db,
  actor: Actor,
  choice: DecisionChoice,
  about: { unitId: string; level: Level },
): Promise<{ id: string | null; name: string | null }> {
  if (choice.choice === "unknown") return { id: null, name: null };
  if (choice.choice === "existing") {
    const decision = await tx.decision.findFirst({ where: { id: choice.id, ...knownTo(actor) } });
    if (!decision) throw new Refusal(words.errors.decisionUnknown, "decision.id");
    return {
      id: decision.id,
      name: `${showNumber(decision.number)}, ${showDay(dayFromColumn(decision.decidedOn))}`,
    };
  }
  const id = await keepDecision(tx, choice, await decidingUnit(tx, actor, about));
  return { id, name: `${showNumber(choice.number)}, ${showDay(choice.decidedOn)}` };
}

/** The one on file with this number and date for the unit, else a new one. */
export async function keepDecision(tx: Db, values: DecisionValues, unitId: string): Promise<string> {
  const { number, issuer, signer, kind } = values;
  const key = { unitId, numberKey: numberKey(number), decidedOn: dayToColumn(values.decidedOn) };
  const { id } = await tx.decision.upsert({
    where: { unitId_numberKey_decidedOn: key },
    create: { ...key, number, issuer, signer, kind },
    update: {},
    select: { id: true },
  });
  return id;
}

/** Grassroots people are recognised by their commune; the others by the unit of their level. Outside the reach: the unit itself. */
async function decidingUnit(tx: Db, actor: Actor, { unitId, level }: { unitId: string; level: Level }) {
  const nearest = await tx.unitScope.findFirst({
    where: {
      unitId,
      ancestor: { level: level === "grassroots" ? "commune" : level, ...withinUnits(actor) },
    },
    orderBy: { depth: "asc" },
    select: { ancestorId: true },
  });
  return nearest?.ancestorId ?? unitId;
}

/** Those of the actor's units, and those that name their people. */
export function knownTo(actor: Actor): Prisma.DecisionWhereInput {
  if (actor.reach === "everywhere") return {};
  const { unit } = within(actor);
  return {
    OR: [{ unit }, { recognised: { some: { unit } } }, { released: { some: { unit } } }],
  };
}
