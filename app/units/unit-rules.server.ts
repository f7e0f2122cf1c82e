/** What a change of the tree must not do: stand a unit under itself or a closed one, or give a code twice. */
import type { Actor } from "~/platform/actor";
import { type Day, dayFromColumn, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { withinUnits } from "./scope.server";
import type { UnitFacts } from "./unit";
import { unitWords as words } from "./words";

export async function refuseParent(tx: Db, actor: Actor, parentId: string | null, from: Day) {
  if (parentId === null) {
    if (actor.reach !== "everywhere") throw new Refusal(words.needsParent, "parentId");
    return;
  }
  const parent = await tx.unit.findFirst({ where: { id: parentId, ...withinUnits(actor) } });
  if (!parent) throw new Refusal(words.noSuchUnit, "parentId");
  await refuseClosedParent(tx, parentId, from);
}

export async function refuseClosedParent(tx: Db, parentId: string | null, from: Day) {
  if (parentId === null) return;
  const parent = await tx.unit.findUniqueOrThrow({ where: { id: parentId } });
  if (dayFromColumn(parent.openedOn) > from) {
    throw new Refusal(words.parentNotOpen(parent.name, showDay(from)), "parentId");
  }
  if (parent.closedOn) {
    throw new Refusal(
      words.parentClosesBefore(parent.name, showDay(dayFromColumn(parent.closedOn))),
      "parentId",
    );
  }
}

/** Two open units of one kind may not share an official code; a government and a Party committee may. */
export async function refuseCodeInUse(tx: Db, facts: Pick<UnitFacts, "code" | "kind">, id?: string) {
  if (facts.code === null) return;
  const other = await tx.unit.findFirst({
    where: { code: facts.code, kind: facts.kind, closedOn: null, ...(id && { id: { not: id } }) },
  });
  if (other) throw new Refusal(words.codeTaken(facts.code, other.name), "code");
}

/** Walks up from the new parent through every version valid from that day on. */
export async function refuseCycle(tx: Db, id: string, parentId: string | null, from: Day) {
  const [hit] = await tx.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE up (unit_id, lo, hi) AS (
      SELECT ${parentId}::uuid, ${from}::date, 'infinity'::date
      UNION
      SELECT v.parent_id, greatest(up.lo, v.valid_from), least(up.hi, coalesce(v.valid_to, 'infinity'))
      FROM up JOIN unit_version v ON v.unit_id = up.unit_id
      WHERE v.parent_id IS NOT NULL AND v.unit_id <> ${id}::uuid
        AND v.valid_from <= up.hi AND coalesce(v.valid_to, 'infinity') >= up.lo
    )
    SELECT unit.name FROM up, unit WHERE up.unit_id = ${id}::uuid AND unit.id = ${parentId}::uuid LIMIT 1`;
  if (hit) throw new Refusal(words.cycle(hit.name), "parentId");
}
