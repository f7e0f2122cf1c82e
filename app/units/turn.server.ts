/** Brings units to what holds today: changes planned for a day begin on it. */
import { theSystem } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Day, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { longestTreeCommand } from "./areas.server";
import { lockTree, rebuildClosure } from "./closure.server";

/** Run each night and at every start; gives the number of units that changed. */
export function turnUnits(day: Day = today(), outer?: Db): Promise<number> {
  return transaction(
    outer,
    async (tx) => {
      // Nearly always nothing begins, and then the tree is left alone: nobody need ask for its areas anew.
      if ((await listTurned(tx, day)).length === 0) return 0;
      await lockTree(tx);
      const turned = await listTurned(tx, day);
      await tx.$executeRaw`
        UPDATE unit SET name = v.name, short_name = v.short_name, kind = v.kind, level = v.level, code = v.code,
          parent_id = v.parent_id, revision = revision + 1, updated_at = now()
        FROM unit_version v
        WHERE v.unit_id = unit.id AND unit.id = ANY (${turned.map(({ id }) => id)}::uuid[])
          AND ${validOn(day)}`;
      if (turned.some(({ moved }) => moved)) await rebuildClosure(tx);
      for (const { id, before, after } of turned) {
        await audit(tx, theSystem, "unit.turned", {
          kind: "unit",
          id,
          title: after.name,
          unitId: id,
          before,
          after,
        });
      }
      return turned.length;
    },
    { timeout: longestTreeCommand },
  );
}

interface Turned {
  id: string;
  moved: boolean;
  before: Facts;
  after: Facts & { name: string };
}

function listTurned(tx: Db, day: Day): Promise<Turned[]> {
  const facts = (row: string, parent: string) =>
    Prisma.raw(`jsonb_build_object('name', ${row}.name, 'shortName', ${row}.short_name, 'kind', ${row}.kind,
      'level', ${row}.level, 'code', ${row}.code, 'parent', ${parent}.name)`);
  return tx.$queryRaw<Turned[]>`
    SELECT unit.id, unit.parent_id IS DISTINCT FROM v.parent_id AS moved,
      ${facts("unit", "was")} AS before, ${facts("v", "becomes")} AS after
    FROM unit JOIN unit_version v ON v.unit_id = unit.id AND ${validOn(day)}
    LEFT JOIN unit was ON was.id = unit.parent_id LEFT JOIN unit becomes ON becomes.id = v.parent_id
    WHERE (unit.name, unit.short_name, unit.kind, unit.level, unit.code, unit.parent_id)
      IS DISTINCT FROM (v.name, v.short_name, v.kind, v.level, v.code, v.parent_id)`;
}

function validOn(day: Day) {
  return Prisma.sql`v.valid_from <= ${day}::date AND coalesce(v.valid_to, 'infinity') >= ${day}::date`;
}
