/** Speakers and units by a few letters, for the pickers of the administration. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { withinSql } from "~/units/index.server";

export interface SubjectChoice {
  id: string;
  name: string;
  path: string;
}

/** Speakers within reach by words of their name, the first twenty. */
export function listSpeakerChoices(actor: Actor, q: string): Promise<SubjectChoice[]> {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const matches = words.map(
    (word) => Prisma.sql`s.search_name LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  return db.$queryRaw<SubjectChoice[]>(Prisma.sql`
    SELECT s.id, s.full_name AS name, t.name AS path FROM speaker s JOIN unit t ON t.id = s.unit_id
    WHERE ${Prisma.join([withinSql(actor, Prisma.sql`s.unit_id`), ...matches], " AND ")}
    ORDER BY s.sort_name, s.id LIMIT 20`);
}
