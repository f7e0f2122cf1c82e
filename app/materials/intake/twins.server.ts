/** The same content in other materials, as far as the actor may see them. */
import { visibleSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

const { sql } = Prisma;

export interface Twin {
  materialId: string;
  title: string;
  /** The version that holds it. */
  version: number;
}

export function twinsOf(actor: Actor, sha256: string): Promise<Twin[]> {
  return ask<Twin>(sql`
    SELECT m.id::text AS "materialId", m.title, min(v.number) AS version
    FROM material_file f JOIN material_version v ON v.id = f.version_id JOIN material m ON m.id = v.material_id
    WHERE f.sha256 = ${sha256} AND f.state = 'accepted' AND ${visibleSql(actor, sql`m`)}
    GROUP BY m.id ORDER BY m.id LIMIT 20`);
}
