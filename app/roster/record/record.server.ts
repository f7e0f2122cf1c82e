/** What the page of a record shows besides person and appointments: skills, times, and which sensitive fields there are. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import { type Availability, type Exception, weekParts } from "./availability";
import type { LanguageSkill } from "./language";
import { type PrivateField, privateFields } from "./private";
import type { Qualification } from "./qualification";
import type { TopicLevel } from "./topic";

export interface RecordSkills {
  topics: { id: string; name: string; level: TopicLevel }[];
  languages: LanguageSkill[];
  /** Those that expire first stand first. */
  qualifications: Qualification[];
  availability: Availability;
  /** The sensitive fields in which something is stored; never what. */
  held: PrivateField[];
}

const { sql, raw } = Prisma;

/** Null outside the actor's units. */
export async function findSkills(actor: Actor, speakerId: string): Promise<RecordSkills | null> {
  const held = Object.entries(privateFields).map(([field, { column }]) =>
    raw(`'${field}', p.${column} IS NOT NULL`),
  );
  const [row] = await ask<Row>(sql`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'level', st.level) ORDER BY t.position, t.name), '[]')
        FROM speaker_topic st JOIN topic t ON t.id = st.topic_id WHERE st.speaker_id = s.id) AS topics,
      (SELECT coalesce(json_agg(json_build_object('language', language, 'level', level, 'written', written)
          ORDER BY array_position(ARRAY['fluent', 'conversational', 'basic'], level), language), '[]')
        FROM speaker_language WHERE speaker_id = s.id) AS languages,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'issuer', issuer, 'number', number,
          'issuedOn', issued_on, 'expiresOn', expires_on) ORDER BY expires_on, name), '[]')
        FROM qualification WHERE speaker_id = s.id) AS qualifications,
      (SELECT coalesce(json_agg(json_build_object('weekday', weekday, 'firstDay', first_day, 'lastDay', last_day,
          'part', part, 'available', available, 'note', note) ORDER BY first_day, last_day), '[]')
        FROM availability WHERE speaker_id = s.id) AS availability,
      (SELECT json_build_object(${Prisma.join(held)}) FROM speaker_private p WHERE p.speaker_id = s.id) AS held
    FROM speaker s WHERE s.id = ${speakerId}::uuid AND ${withinSql(actor, sql`s.unit_id`)}`);
  if (!row) return null;
  const week = row.availability.map(({ weekday, part }) => `${weekday}-${part}`);
  return {
    ...row,
    availability: {
      weekly: weekParts.filter((part) => week.includes(part)),
      exceptions: row.availability
        .filter(({ weekday }) => weekday === null)
        .map(({ weekday: _, ...exception }) => exception),
    },
    held: (Object.keys(privateFields) as PrivateField[]).filter((field) => row.held?.[field]),
  };
}

interface Row extends Pick<RecordSkills, "topics" | "languages" | "qualifications"> {
  availability: (Exception & { weekday: number | null })[];
  held: Record<PrivateField, boolean> | null;
}
