/** Topics and languages of everybody chosen, before and after; and writing them. */
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { mostLanguages } from "~/roster/record/language";
import type { Does } from "./operation";

const { sql } = Prisma;

/**
 * A line for each person. What is wanted is laid over what is held, or under it where levels are to stay; taken away,
 * nothing remains of it.
 */
export function skillsSql(bulkId: string, operation: Does<"topics" | "languages">): Prisma.Sql {
  const { held, full } = operation.does === "topics" ? topics(operation) : languages(operation);
  const wanted = JSON.stringify(wantedBy(operation));
  const after =
    operation.way === "remove"
      ? sql`'{}'::jsonb`
      : operation.overwrite
        ? sql`was.held || ${wanted}::jsonb`
        : sql`${wanted}::jsonb || was.held`;
  const key = sql`${operation.does}::text`;
  return sql`
    SELECT asked.speaker_id, CASE WHEN asked.after = asked.held THEN 'same' WHEN asked.is_full THEN 'cannot' ELSE 'changes' END AS verdict,
      CASE WHEN asked.after <> asked.held AND asked.is_full THEN 'tooMany' END AS reason,
      jsonb_build_object(${key}, asked.held) AS before, jsonb_build_object(${key}, asked.after) AS after
    FROM (
      SELECT was.speaker_id, was.held, ${after} AS after, ${full} AS is_full
      FROM (
        SELECT p.speaker_id, coalesce(of.held, '{}') AS held FROM bulk_person p
        LEFT JOIN (${held}) AS of ON of.speaker_id = p.speaker_id WHERE p.bulk_id = ${bulkId}::uuid
      ) AS was
    ) AS asked`;
}

function wantedBy(operation: Does<"topics" | "languages">): Record<string, unknown> {
  if (operation.does === "topics")
    return Object.fromEntries(operation.topicIds.map((id) => [id, operation.level]));
  const { language, level, written } = operation;
  return { [language]: { level, written } };
}

function topics({ topicIds }: Does<"topics">) {
  const held = sql`
    SELECT speaker_id, jsonb_object_agg(topic_id, level) AS held FROM speaker_topic
    WHERE topic_id = ANY (${topicIds}::uuid[]) GROUP BY speaker_id`;
  return { held, full: sql`false` };
}

function languages({ language, way }: Does<"languages">) {
  const held = sql`
    SELECT speaker_id, jsonb_build_object(language, jsonb_build_object('level', level, 'written', written)) AS held
    FROM speaker_language WHERE language = ${language}`;
  // Whoever speaks it already only changes its level.
  const full =
    way === "remove"
      ? sql`false`
      : sql`was.held = '{}' AND (SELECT count(*) FROM speaker_language l WHERE l.speaker_id = was.speaker_id) >= ${mostLanguages}`;
  return { held, full };
}

/** Brings what people hold to what the plan says of them. `who`: a question for their ids. */
export async function writeSkills(
  tx: Db,
  operation: Does<"topics" | "languages">,
  who: Prisma.Sql,
): Promise<void> {
  if (operation.does === "topics") await writeTopics(tx, operation, who);
  else await writeLanguage(tx, operation, who);
}

async function writeTopics(tx: Db, operation: Does<"topics">, who: Prisma.Sql): Promise<void> {
  const { way, topicIds, level, overwrite } = operation;
  if (way === "remove") {
    await tx.$executeRaw`
      DELETE FROM speaker_topic WHERE topic_id = ANY (${topicIds}::uuid[]) AND speaker_id IN (${who})`;
    return;
  }
  if (overwrite) {
    await tx.$executeRaw`
      UPDATE speaker_topic SET level = ${level}
      WHERE topic_id = ANY (${topicIds}::uuid[]) AND level <> ${level} AND speaker_id IN (${who})`;
  }
  await tx.$executeRaw`
    INSERT INTO speaker_topic (id, speaker_id, topic_id, level)
    SELECT gen_random_uuid(), who.id, topic.id, ${level}
    FROM (${who}) AS who (id) CROSS JOIN topic WHERE topic.id = ANY (${topicIds}::uuid[])
    ON CONFLICT (speaker_id, topic_id) DO NOTHING`;
}

async function writeLanguage(tx: Db, operation: Does<"languages">, who: Prisma.Sql): Promise<void> {
  const { way, language, level, written, overwrite } = operation;
  if (way === "remove") {
    await tx.$executeRaw`DELETE FROM speaker_language WHERE language = ${language} AND speaker_id IN (${who})`;
    return;
  }
  if (overwrite) {
    await tx.$executeRaw`
      UPDATE speaker_language SET level = ${level}, written = ${written}
      WHERE language = ${language} AND (level, written) <> (${level}, ${written}) AND speaker_id IN (${who})`;
  }
  await tx.$executeRaw`
    INSERT INTO speaker_language (id, speaker_id, language, level, written)
    SELECT gen_random_uuid(), who.id, ${language}, ${level}, ${written} FROM (${who}) AS who (id)
    ON CONFLICT (speaker_id, language) DO NOTHING`;
}
