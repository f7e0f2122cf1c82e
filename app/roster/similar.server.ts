/** Who resembles whom: people already there who may be the one somebody is about to add. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { withinSql } from "~/units/index.server";

export interface SimilarPerson {
  id: string;
  fullName: string;
  birthYear: number | null;
  unitName: string;
  sameName: boolean;
  samePhone: boolean;
  sameBirth: boolean;
  sameUnit: boolean;
}

/**
 * People already there who may be this one: the same words in the name, in any order and without tone marks,
 * or the same phone; those who agree in more come first. At most five, within the actor's units.
 */
export async function listSimilar(
  actor: Actor,
  asked: { fullName: string; birthYear: number | null; phone: string | null; unitId: string | null },
): Promise<SimilarPerson[]> {
  const nameWords = fold(asked.fullName).split(" ").filter(Boolean);
  if (nameWords.length < 2 && !asked.phone) return [];
  const sameWords =
    nameWords.length < 2
      ? Prisma.sql`false`
      : Prisma.sql`(s.search_name LIKE ALL (${nameWords.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`)})
          AND ' ' || s.search_name || ' ' LIKE ALL (${nameWords.map((word) => `% ${word.replace(/[\\%_]/g, "\\$&")} %`)})
          AND length(s.search_name) <= ${nameWords.join(" ").length + 6})`;
  const rows = await db.$queryRaw<SimilarPerson[]>`
    SELECT id, "fullName", "birthYear", "unitName", "sameName", "samePhone", "sameBirth", "sameUnit" FROM (
      SELECT s.id::text, s.full_name AS "fullName", s.birth_year AS "birthYear", u.name AS "unitName", s.sort_key,
        s.search_name = ${nameWords.join(" ")} AS "sameName",
        coalesce(s.phone = ${asked.phone}, false) AS "samePhone",
        coalesce(s.birth_year = ${asked.birthYear}::int, false) AS "sameBirth",
        coalesce(s.unit_id = ${asked.unitId}::uuid, false) AS "sameUnit"
      FROM speaker s JOIN unit u ON u.id = s.unit_id
      WHERE ${withinSql(actor, Prisma.sql`s.unit_id`)} AND (${sameWords} OR s.phone = ${asked.phone})
    ) AS alike
    ORDER BY "samePhone" DESC, "sameBirth"::int + "sameName"::int + "sameUnit"::int DESC, sort_key, id
    LIMIT 5`;
  return rows;
}
