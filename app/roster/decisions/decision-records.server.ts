/** One decision in the database: found, kept, changed, and removed while it names nobody. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { type DecisionKind, numberKey, showNumber } from "~/roster/decision";
import { knownTo } from "~/roster/decisions.server";
import { findUnit, within, withinUnits } from "~/units/index.server";
import type { DecisionRecordValues } from "./decision-record";
import { words } from "./words";

export interface DecisionRecord extends Omit<DecisionRecordValues, "revision"> {
  id: string;
  revision: number;
  unitName: string;
  /** Whether its unit stands in the actor's reach, or only people whom it names. */
  isOurs: boolean;
  scan: { name: string; size: number; type: string } | null;
}

/** The decision; null if it neither is of the actor's units nor names their people. */
export async function findDecision(actor: Actor, id: string): Promise<DecisionRecord | null> {
  const decision = await db.decision.findFirst({
    where: { id, ...knownTo(actor) },
    include: { unit: { select: { name: true } } },
  });
  if (!decision) return null;
  const [ours, scan] = await Promise.all([
    db.unit.count({ where: { id: decision.unitId, ...withinUnits(actor) } }),
    decision.fileId ? db.storedFile.findUnique({ where: { id: decision.fileId } }) : null,
  ]);
  const { number, issuer, signer, note, unitId, revision, unit } = decision;
  return {
    ...{ id, number, issuer, signer, note, unitId, revision },
    kind: decision.kind as DecisionKind,
    decidedOn: dayFromColumn(decision.decidedOn),
    unitName: unit.name,
    isOurs: ours > 0,
    scan: scan && { name: scan.name, size: scan.size, type: scan.type },
  };
}

/** The decision if its unit is in reach: what every change of it asks first. */
export async function findOwnDecision(actor: Actor, id: string): Promise<DecisionRecord | null> {
  const decision = await findDecision(actor, id);
  return decision?.isOurs ? decision : null;
}

/** Returns the id. Refusals: a unit outside the reach; the unit has a decision of this number and day. */
export function addDecision(actor: Actor, values: DecisionRecordValues, outer?: Db): Promise<string> {
  return transaction(outer, async (tx) => {
    const unit = await unitInReach(actor, values.unitId);
    await refuseKnown(tx, values, null);
    const { id } = await tx.decision.create({ data: columnsOf(values), select: { id: true } });
    await audit(tx, actor, "decision.added", {
      ...aboutDecision({ id, ...values }),
      after: factsOf(values, unit.name),
    });
    return id;
  });
}

/**
 * Saves the decision if nobody has since `revision`. False: its unit is not in the actor's reach.
 * Refusals: somebody was quicker ("revision"); a unit outside the reach; the number is taken.
 */
export function updateDecision(
  actor: Actor,
  id: string,
  values: DecisionRecordValues,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM decision WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.decision.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!before) return false;
    if (before.revision !== values.revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const unit = await unitInReach(actor, values.unitId);
    await refuseKnown(tx, values, id);
    await tx.decision.update({ where: { id }, data: { ...columnsOf(values), revision: { increment: 1 } } });
    await audit(tx, actor, "decision.updated", {
      ...aboutDecision({ id, ...values }),
      before: factsOf({ ...before, decidedOn: dayFromColumn(before.decidedOn) }, before.unit.name),
      after: factsOf(values, unit.name),
    });
    return true;
  });
}

/** False: not in reach. Refusal: it names people (all of them count, in reach or not). */
export function removeDecision(actor: Actor, id: string, outer?: Db): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM decision WHERE id = ${id}::uuid FOR UPDATE`;
    const decision = await tx.decision.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!decision) return false;
    const named = await tx.appointment.findMany({
      where: { OR: [{ decisionId: id }, { endDecisionId: id }] },
      select: { speaker: { select: { fullName: true } } },
      distinct: ["speakerId"],
      orderBy: { sortKey: "asc" },
    });
    if (named.length > 0) {
      throw new Refusal(
        words.errors.namesPeople(
          named.length,
          named
            .slice(0, 5)
            .map(({ speaker }) => speaker.fullName)
            .join(", "),
        ),
      );
    }
    await tx.decision.delete({ where: { id } });
    await audit(tx, actor, "decision.removed", {
      ...aboutDecision(decision),
      before: factsOf({ ...decision, decidedOn: dayFromColumn(decision.decidedOn) }, decision.unit.name),
    });
    return true;
  });
}

/** How the trail names a decision. */
export function aboutDecision({ id, number, unitId }: { id: string; number: string; unitId: string }) {
  return { kind: "decision", id, title: showNumber(number), unitId };
}

async function unitInReach(actor: Actor, id: string) {
  const unit = await findUnit(actor, id);
  if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
  return unit;
}

async function refuseKnown(tx: Db, { unitId, number, decidedOn }: DecisionRecordValues, id: string | null) {
  const known = await tx.decision.findFirst({
    where: {
      ...{ unitId, numberKey: numberKey(number), decidedOn: dayToColumn(decidedOn) },
      ...(id && { id: { not: id } }),
    },
    select: { id: true },
  });
  if (known) throw new Refusal(words.errors.known, "number");
}

function columnsOf({
  decidedOn,
  revision: _,
  ...values
}: DecisionRecordValues): Prisma.DecisionUncheckedCreateInput {
  return { ...values, numberKey: numberKey(values.number), decidedOn: dayToColumn(decidedOn) };
}

type Told = Pick<DecisionRecordValues, "number" | "decidedOn" | "issuer" | "signer" | "note"> & {
  kind: string;
};

function factsOf({ number, decidedOn, kind, issuer, signer, note }: Told, unit: string): Facts {
  return { decisionNumber: showNumber(number), decidedOn, kind, issuer, signer, note, unit };
}
