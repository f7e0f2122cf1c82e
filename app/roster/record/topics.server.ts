/** The department's list of topics in the database: who names each, and the commands that keep the list. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { ask, type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { CountedTopic, Topic } from "./topic";
import { words } from "./words";

/** In the department's order; retired ones too, for whoever shows what is kept. */
export function listTopics(tx?: Db): Promise<Topic[]> {
  return tx ? tx.$queryRaw<Topic[]>(topicsSql) : ask<Topic>(topicsSql);
}

export const topicsSql = Prisma.sql`SELECT id::text, name, retired FROM topic ORDER BY position, name`;

export async function listCountedTopics(): Promise<CountedTopic[]> {
  const topics = await db.topic.findMany({
    include: { _count: { select: { speakers: true } } },
    orderBy: [{ position: "asc" }, { name: "asc" }],
  });
  return topics.map(({ id, name, retired, _count }) => ({ id, name, retired, people: _count.speakers }));
}

/** At the end of the list. Refusals: "name", when there is one of this name. */
export function addTopic(actor: Actor, { name }: { name: string }): Promise<void> {
  return transaction(undefined, async (tx) => {
    await lockList(tx);
    await refuseTaken(tx, name);
    const { _max } = await tx.topic.aggregate({ _max: { position: true } });
    const { id } = await tx.topic.create({ data: { name, position: (_max.position ?? -1) + 1 } });
    await tell(tx, actor, "topic.added", { id, name }, {}, { topicName: name });
  });
}

/** Every record that names it goes on naming it. False: there is none. Refusals: "name", when another has this name. */
export function renameTopic(actor: Actor, id: string, { name }: { name: string }): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    await lockList(tx);
    const topic = await tx.topic.findUnique({ where: { id } });
    if (!topic) return false;
    if (topic.name === name) return true;
    await refuseTaken(tx, name, id);
    await tx.topic.update({ where: { id }, data: { name } });
    await tell(tx, actor, "topic.renamed", { id, name }, { topicName: topic.name }, { topicName: name });
    return true;
  });
}

/** One step up (-1) or down (1) among those in use; at either end nothing moves. False: there is none. */
export function moveTopic(actor: Actor, id: string, { by }: { by: -1 | 1 }): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    await lockList(tx);
    const topics = (await listTopics(tx)).filter(({ retired }) => !retired);
    const at = topics.findIndex((topic) => topic.id === id);
    const [moved, other] = [topics[at], topics[at + by]];
    if (!moved) return false;
    if (!other) return true;
    topics[at] = other;
    topics[at + by] = moved;
    for (const [position, { id }] of topics.entries())
      await tx.topic.update({ where: { id }, data: { position } });
    await tell(tx, actor, "topic.moved", moved, { position: at + 1 }, { position: at + by + 1 });
    return true;
  });
}

/** Retired topics stay where they are named and are no longer offered. False: there is none. */
export function retireTopic(actor: Actor, id: string, retired: boolean): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    await lockList(tx);
    const topic = await tx.topic.findUnique({ where: { id } });
    if (!topic) return false;
    if (topic.retired === retired) return true;
    const { _max } = await tx.topic.aggregate({ _max: { position: true } });
    // Taken into use again it stands last.
    await tx.topic.update({
      where: { id },
      data: { retired, ...(!retired && { position: (_max.position ?? -1) + 1 }) },
    });
    await tell(tx, actor, retired ? "topic.retired" : "topic.restored", topic, {}, {});
    return true;
  });
}

async function lockList(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('roster.topics'))`;
}

async function refuseTaken(tx: Db, name: string, except?: string): Promise<void> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM topic WHERE lower(name) = lower(${name})
      ${except ? Prisma.sql`AND id <> ${except}::uuid` : Prisma.empty}`;
  if (taken) throw new Refusal(words.errors.topicNameTaken, "name");
}

function tell(
  tx: Db,
  actor: Actor,
  action: string,
  { id, name }: { id: string; name: string },
  before: Facts,
  after: Facts,
): Promise<void> {
  return audit(tx, actor, action, { kind: "topic", id, title: name, before, after });
}
