/** A unit's facts as the audit trail keeps them: the parent by its name. */
import type { Facts } from "~/platform/audit.server";
import type { Db } from "~/platform/db.server";
import type { UnitFacts } from "./unit";

export async function factsOfUnit(tx: Db, facts: UnitFacts): Promise<Facts> {
  const parent = facts.parentId && (await tx.unit.findUnique({ where: { id: facts.parentId } }));
  const { name, shortName, kind, level, code } = facts;
  return { name, shortName, kind, level, code, parent: parent ? parent.name : null };
}
