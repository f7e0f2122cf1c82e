/** Finding units by what somebody types: for the search in the tree, and for pickers. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import { underSql, withinSql } from "./scope.server";
import type { UnitHit } from "./unit-tree";
import { listChildren, listedColumns, listRoots, type Shown, treeOrder } from "./unit-tree.server";

/** Units whose present or former names hold every word of the text, in any order, without tone marks; those with the same tone marks first. */
export function searchUnits(actor: Actor, text: string, search: UnitSearch = {}): Promise<UnitHit[]> {
  const { closed = true, under, limit = 20 } = search;
  const typed = tidy(text).toLowerCase();
  const folded = fold(typed);
  const words = folded.split(" ").map(asPattern);
  const typedWords = typed.split(" ").map(asPattern);
  const place = under ? underSql([under], Prisma.sql`unit.id`) : Prisma.sql`true`;
  return db.$queryRaw<UnitHit[]>`
    WITH hit AS MATERIALIZED (
      SELECT unit.id, min(
          CASE WHEN lower(v.name) LIKE ALL (${typedWords}) THEN 0 ELSE 8 END
          + CASE WHEN v.search_name LIKE ${asPattern(folded)} THEN 0 ELSE 4 END
          + CASE WHEN v.name = unit.name THEN 0 ELSE 2 END
          + CASE WHEN unit.closed_on IS NULL THEN 0 ELSE 1 END) AS rank
      FROM unit_version v JOIN unit ON unit.id = v.unit_id
      WHERE (v.search_name LIKE ALL (${words}) OR v.code = ${typed}
          OR lower(immutable_unaccent(v.short_name)) LIKE ALL (${words}))
        AND ${closed ? Prisma.sql`true` : Prisma.sql`unit.closed_on IS NULL`}
        AND ${place} AND ${withinSql(actor, Prisma.sql`unit.id`)}
      GROUP BY unit.id
    )
    SELECT ${listedColumns}, coalesce(above.path, '') AS path,
      CASE WHEN unit.search_name LIKE ALL (${words}) THEN NULL ELSE former.name END AS "formerName"
    FROM hit JOIN unit USING (id)
    LEFT JOIN LATERAL (
      SELECT string_agg(a.name, ' › ' ORDER BY depth DESC) AS path
      FROM unit_scope JOIN unit a ON a.id = ancestor_id WHERE unit_id = unit.id AND depth > 0
    ) above ON true
    LEFT JOIN LATERAL (
      SELECT v.name FROM unit_version v
      WHERE v.unit_id = unit.id AND v.search_name LIKE ALL (${words}) ORDER BY valid_from DESC LIMIT 1
    ) former ON true
    ORDER BY hit.rank, ${treeOrder} LIMIT ${limit}`;
}

interface UnitSearch extends Shown {
  /** Only this unit and what stands under it. */
  under?: string;
  limit?: number;
}

/** What the picker offers: hits with their path; before anything is typed, the top of the tree. */
export async function listUnitChoices(actor: Actor, text: string, shown: Shown = {}): Promise<UnitChoice[]> {
  if (fold(tidy(text)) !== "") {
    const hits = await searchUnits(actor, text, { closed: false, ...shown });
    return hits.map(({ id, name, path, formerName }) => ({
      id,
      name,
      path: formerName ? `${path} (${formerName})` : path,
    }));
  }
  const roots = await listRoots(actor, shown);
  const branches = await Promise.all(
    roots.slice(0, 3).map(async (root) => {
      const children = await listChildren(actor, root.id, shown);
      return [
        { id: root.id, name: root.name, path: "" },
        ...children.map(({ id, name }) => ({ id, name, path: root.name })),
      ];
    }),
  );
  return branches.flat().slice(0, 20);
}

export interface UnitChoice {
  id: string;
  name: string;
  path: string;
}

/** A LIKE pattern for text that contains this, whatever signs it holds. */
function asPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
