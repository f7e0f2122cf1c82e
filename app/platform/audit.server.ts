/** The audit trail: one line for each command, with what changed before and after. */
import type { Actor } from "./actor";
import type { Db } from "./db.server";

export interface Change {
  /** The record, as the trail's reader finds it: "speaker", its id, its name today. */
  kind: string;
  id: string;
  title: string;
  /** The unit whose officers may read the line; none: only who sees everything. */
  unitId?: string | null;
  before?: Facts | null;
  after?: Facts | null;
}

/** Flat facts, as strings a reader understands once the feature's words have named the fields. */
export type Facts = Record<string, string | number | boolean | null | undefined | string[]>;

/** Writes the line inside the command's transaction; keeps only the facts that differ. */
export async function audit(tx: Db, actor: Actor, action: string, change: Change): Promise<void> {
  await auditMany(tx, actor, action, [change]);
}

/** The same for a command that does one thing to many records: a line each, written at once. */
export async function auditMany(tx: Db, actor: Actor, action: string, changes: Change[]): Promise<void> {
  await tx.auditLine.createMany({ data: changes.map((change) => lineOf(actor, action, change)) });
}

function lineOf(actor: Actor, action: string, change: Change) {
  return {
    actorId: actor.userId,
    actorName: actor.name,
    action,
    subjectKind: change.kind,
    subjectId: change.id,
    title: change.title,
    unitId: change.unitId ?? null,
    ...difference(change.before ?? {}, change.after ?? {}),
    address: actor.from.address,
    device: actor.from.device,
    requestId: actor.from.requestId,
  };
}

function difference(before: Facts, after: Facts) {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
  const pick = (facts: Facts) =>
    Object.fromEntries(
      changed.filter((key) => (facts[key] ?? null) !== null).map((key) => [key, facts[key] as string]),
    );
  return { before: pick(before), after: pick(after) };
}
