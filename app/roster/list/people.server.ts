/** The people of a list as it shows them, with their appointments. */
import { z } from "zod";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { networks, roles } from "~/roster/appointment";
import type { Person } from "~/roster/roster-columns";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { levels } from "~/units";

const { sql } = Prisma;

const rowSchema = z.object({
  id: z.string(),
  fullName: z.string(),
  birthYear: z.number().nullable(),
  birthMonth: z.number().nullable(),
  birthDay: z.number().nullable(),
  gender: z.enum(genders).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  position: z.string().nullable(),
  workplace: z.string().nullable(),
  education: z.string().nullable(),
  politicalTheory: z.enum(politicalTheoryLevels).nullable(),
  unitName: z.string(),
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

/** The people of these ids, in their order, with their appointments. The ids have passed the scope already. */
export async function findPeople(ids: string[]): Promise<Person[]> {
  // Past the client: mapping a thousand values costs it more than the database takes to find them.
  const rows = await ask<Record<string, unknown>>(sql`
    SELECT s.id::text, s.full_name AS "fullName", s.birth_year AS "birthYear", s.birth_month AS "birthMonth",
      s.birth_day AS "birthDay", s.gender, s.phone, s.email, s.position, s.workplace, s.education,
      s.political_theory AS "politicalTheory", u.name AS "unitName",
      to_char(s.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
      a.role, a.network, a.level, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
      a.decision_id::text AS "decisionId", a.end_reason AS "endReason"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS page (id, place)
    JOIN speaker s ON s.id = page.id
    JOIN unit u ON u.id = s.unit_id
    LEFT JOIN appointment a ON a.speaker_id = s.id
    ORDER BY page.place, a.starts_on, a.id`);
  const people = new Map<string, Person>();
  for (const row of rows) {
    const id = row.id as string;
    const person = people.get(id) ?? { ...rowSchema.parse(row), appointments: [] };
    people.set(id, person);
    if (row.role !== null) person.appointments.push(appointmentRowSchema.parse(row));
  }
  return [...people.values()];
}
