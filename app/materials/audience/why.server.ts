/** Whether one person sees a material and why, said by the same rules that decide it. */
import { roleWords } from "~/accounts";
import { type Actor, theSystem } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { speakerRoleWords } from "~/roster";
import { within } from "~/units/index.server";
import { listRules } from "./rules.server";
import { readableSql, visibleSql } from "./sight.server";
import { type PersonFacts, reasonOf } from "./why";
import { words as audienceWords } from "./words";

const { sql } = Prisma;

export interface Explained {
  person: { id: string; name: string };
  /** now: reads it today; later: once it is published; never. */
  sees: "now" | "later" | "never";
  /** In the order of the rules, then what holds besides. */
  lines: string[];
}

/** Null: no such person in the actor's reach. */
export async function explain(
  actor: Actor,
  material: { id: string; circulation: string; state: string },
  speakerId: string,
): Promise<Explained | null> {
  const speaker = await db.speaker.findFirst({
    where: { id: speakerId, ...within(actor) },
    select: { id: true, fullName: true, user: { select: { id: true, disabledAt: true, grants: true } } },
  });
  if (!speaker) return null;
  const [rules, facts] = await Promise.all([listRules(material.id), factsOf(speaker.id, speaker.user?.id)]);
  const user = speaker.user && !speaker.user.disabledAt ? speaker.user : null;
  const words = audienceWords[actor.language].why;
  const person: Actor = {
    ...{ ...theSystem, userId: user?.id ?? "", speakerId, reach: [] },
    grants: user?.grants.map(({ role, unitId }) => ({ role, unitId })) ?? [],
  };
  const [now] = await db.$queryRaw<[{ visible: boolean; readable: boolean }]>`
    SELECT ${visibleSql(person, sql`m`)} AS visible, ${readableSql(person, sql`m`)} AS readable
    FROM material m WHERE m.id = ${material.id}::uuid`;
  const reasons = rules.map((rule) => reasonOf(rule, facts));
  const onlyStaff = (at: number) =>
    material.circulation === "speakers_only" && reasons[at]?.staff !== undefined;
  const covered = reasons.some((reason, at) => reason.covered && !onlyStaff(at));
  const isOut = material.state === "published";
  const mayRead = covered || material.circulation === "public";
  return {
    person: { id: speaker.id, name: speaker.fullName },
    sees: user && now.visible ? "now" : user && mayRead && !isOut ? "later" : "never",
    lines: [
      ...(material.circulation === "public" ? [words.isPublic] : []),
      ...reasons.map((reason, at) => lineOf(reason, at, actor)),
      ...(reasons.some((_, at) => onlyStaff(at)) ? [words.staffOnly] : []),
      ...(now.visible && !now.readable ? [words.keeper] : []),
      ...(user ? [] : [words.noAccount]),
      ...(isOut ? [] : [words.notOut]),
    ],
  };
}

function lineOf(
  { covered, post, staff, lacks }: ReturnType<typeof reasonOf>,
  at: number,
  { language }: Actor,
) {
  const words = audienceWords[language].why;
  const roles = { ...speakerRoleWords[language].roles } as Record<string, string>;
  if (post && covered)
    return `${words.coveredBy(at + 1)}: ${words.fits(`${lower(roles[post.role])}, ${post.unitName}`)}.`;
  if (staff) {
    const role = roleWords[language][staff.role as keyof typeof roleWords.vi];
    return `${words.coveredBy(at + 1)}: ${words.fitsStaff(`${lower(role)}, ${staff.unitName}`)}.`;
  }
  return `${words.notCoveredBy(at + 1)}: ${lacks.map((lack) => words.lacks[lack]).join("; ")}.`;
}

function lower(text = ""): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export async function factsOf(speakerId: string, userId?: string): Promise<PersonFacts> {
  const above = (unitId: Prisma.Sql) =>
    sql`ARRAY(SELECT ancestor_id::text FROM unit_scope WHERE unit_id = ${unitId})`;
  const [posts, topics, languages, staff] = await Promise.all([
    db.$queryRaw<PersonFacts["posts"]>`
      SELECT u.name AS "unitName", ${above(sql`a.unit_id`)} AS above, a.role, a.level, a.network
      FROM appointment a JOIN unit u ON u.id = a.unit_id
      WHERE a.speaker_id = ${speakerId}::uuid AND a.starts_on <= ${today()}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${today()}::date) ORDER BY a.starts_on, a.id`,
    db.speakerTopic.findMany({ where: { speakerId }, select: { topicId: true } }),
    db.speakerLanguage.findMany({ where: { speakerId }, select: { language: true } }),
    userId
      ? db.$queryRaw<PersonFacts["staff"]>`
        SELECT g.role, u.name AS "unitName", ${above(sql`g.unit_id`)} AS above
        FROM role_grant g JOIN unit u ON u.id = g.unit_id WHERE g.user_id = ${userId}::uuid ORDER BY g.role`
      : [],
  ]);
  return {
    ...{ posts, staff },
    topicIds: topics.map(({ topicId }) => topicId),
    languages: languages.map(({ language }) => language),
  };
}
