/** The people of a list as it shows them, with their appointments. */
import { z } from "zod";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { networks, roles } from "~/roster/appointment";
import type { Person } from "~/roster/roster-columns";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { levels } from "~/units";

const { sql, empty } = Prisma;

const rowSchema = z.object({
  id: z.string(),
  fullName: z.string(),
  position: z.string().nullable(),
  unitName: z.string(),
});
const factsSchema = z.object({
  birthYear: z.number().nullable(),
  birthMonth: z.number().nullable(),
  birthDay: z.number().nullable(),
  gender: z.enum(genders).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  workplace: z.string().nullable(),
  education: z.string().nullable(),
  politicalTheory: z.enum(politicalTheoryLevels).nullable(),
  updatedAt: z.string(),
});
const appointmentRowSchema = z.object({
  role: z.enum(roles),
  network: z.enum(networks),
  level: z.enum(levels),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  decisionId: z.string().nullable(),
  endReason: z.string().nullable(),
});

/** What most pages do not show, and what stands for it where it was not asked for. */
const facts = sql`, s.birth_year AS "birthYear", s.birth_month AS "birthMonth", s.birth_day AS "birthDay", s.gender,
  s.phone, s.email, s.workplace, s.education, s.political_theory AS "politicalTheory",
  to_char(s.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt"`;
const noFacts = {
  ...{ birthYear: null, birthMonth: null, birthDay: null, gender: null, phone: null, email: null },
  ...{ workplace: null, education: null, politicalTheory: null, updatedAt: "" },
};

/**
 * The people of these ids, in their order, with their appointments. The ids have passed the scope already.
 * `inFull`: with what only columns that were chosen show.
 */
export async function findPeople(ids: string[], inFull = true): Promise<Person[]> {
  // Past the client: mapping a thousand values costs it more than the database takes to find them.
  const rows = await ask<Record<string, unknown>>(sql`
    SELECT s.id::text, s.full_name AS "fullName", s.position, u.name AS "unitName",
      a.role, a.network, a.level, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
      a.decision_id::text AS "decisionId", a.end_reason AS "endReason" ${inFull ? facts : empty}
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS page (id, place)
    JOIN speaker s ON s.id = page.id
    JOIN unit u ON u.id = s.unit_id
    LEFT JOIN appointment a ON a.speaker_id = s.id
    ORDER BY page.place, a.starts_on, a.id`);
  const people = new Map<string, Person>();
  for (const row of rows) {
    const id = row.id as string;
    const known = people.get(id);
    const person = known ?? {
      ...rowSchema.parse(row),
      ...(inFull ? factsSchema.parse(row) : noFacts),
      appointments: [],
    };
    if (!known) people.set(id, person);
    if (row.role !== null) person.appointments.push(appointmentRowSchema.parse(row));
  }
  return [...people.values()];
}
