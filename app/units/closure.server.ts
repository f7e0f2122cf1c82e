/** The table of who stands under whom (unit_scope), kept right inside each transaction that changes the tree. */
import type { Db } from "~/platform/db.server";
import { areasMayChange } from "./areas.server";

/** One change of the tree at a time; the rest wait for the end of this transaction. */
export async function lockTree(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('unit tree'))`;
  areasMayChange();
}

/** A new unit without children comes under its parent. */
export async function placeUnit(tx: Db, id: string, parentId: string | null): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO unit_scope (ancestor_id, unit_id, depth)
    SELECT ancestor_id, ${id}::uuid, depth + 1 FROM unit_scope WHERE unit_id = ${parentId}::uuid
    UNION ALL SELECT ${id}::uuid, ${id}::uuid, 0`;
}

/** A unit and all under it leave their ancestors and come under a new parent. */
export async function replaceUnit(tx: Db, id: string, parentId: string | null): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM unit_scope
    WHERE unit_id IN (SELECT unit_id FROM unit_scope WHERE ancestor_id = ${id}::uuid)
      AND ancestor_id IN (SELECT ancestor_id FROM unit_scope WHERE unit_id = ${id}::uuid AND depth > 0)`;
  await tx.$executeRaw`
    INSERT INTO unit_scope (ancestor_id, unit_id, depth)
    SELECT above.ancestor_id, below.unit_id, above.depth + below.depth + 1
    FROM unit_scope above, unit_scope below
    WHERE above.unit_id = ${parentId}::uuid AND below.ancestor_id = ${id}::uuid`;
}

/** The whole table anew from the parents of today: after many changes at once. */
export async function rebuildClosure(tx: Db): Promise<void> {
  await tx.$executeRaw`DELETE FROM unit_scope`;
  await tx.$executeRaw`
    INSERT INTO unit_scope (ancestor_id, unit_id, depth)
    WITH RECURSIVE above (ancestor_id, unit_id, depth) AS (
      SELECT id, id, 0 FROM unit
      UNION ALL
      SELECT unit.parent_id, above.unit_id, above.depth + 1
      FROM above JOIN unit ON unit.id = above.ancestor_id
      WHERE unit.parent_id IS NOT NULL
    )
    SELECT ancestor_id, unit_id, depth FROM above`;
}
