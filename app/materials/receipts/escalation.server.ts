/** Telling the heads of units which of their people have not acknowledged: by hand, or by itself once the last day is past. */
import { z } from "zod";
import type { Role } from "~/accounts";
import { type Actor, theSystem } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay, today, zone } from "~/platform/clock";
import { askAlike, type Db, db, transaction } from "~/platform/db.server";
import { defineJob } from "~/platform/jobs.server";
import { addressOfPage, postMail } from "~/platform/mail/post.server";
import { notifyMany } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { amongUnitsSql, withinSql } from "~/units/index.server";
import { peopleSql } from "./people.server";
import { listAddresses } from "./reminders.server";
import { escalatedKind as kind } from "./told.server";
import { words } from "./words";

const { sql } = Prisma;

/** The heads of a unit: who decides there, nearest to it on the way up. */
const heads: Role[] = ["commune_leader", "department_leader"];

export interface Escalated {
  leaders: number;
  /** Who have not acknowledged, and whose heads were told. */
  people: number;
  /** Who have not acknowledged, and nobody with an account heads their unit. */
  headless: number;
}

/**
 * Tells the head nearest to each person's unit, each once, with a page of their own people who have not acknowledged;
 * `unitIds`: only of people of these units and all under them; none: of everybody. Null: not the actor's to keep.
 * Refusals: nobody is asked to acknowledge; not the version that readers get; nobody is left.
 */
export function escalate(
  actor: Actor,
  versionId: string,
  unitIds: string[],
  outer?: Db,
): Promise<Escalated | null> {
  return transaction(
    outer,
    async (tx) => {
      const material = await lockMaterial(tx, actor, versionId);
      if (!material) return null;
      if (!material.isOut) throw new Refusal(words.errors.notOut);
      if (!material.acknowledgeBy) throw new Refusal(words.errors.notAsked);
      const { told, people, headless } = await listHeads(tx, material, unitIds);
      if (people + headless === 0) throw new Refusal(words.errors.nobodyLeft);
      if (people === 0) throw new Refusal(words.errors.noHeads);
      await tellHeads(tx, material, told);
      if (unitIds.length === 0) {
        await tx.materialVersion.update({ where: { id: versionId }, data: { escalatedAt: new Date() } });
      }
      const escalated = { leaders: told.length, people, headless };
      await audit(tx, actor, "material.escalated", {
        ...{ kind: "material", id: material.id, title: material.title, unitId: material.unitId },
        after: { version: material.number, people, leaders: told.length },
      });
      return escalated;
    },
    { timeout: 60_000 },
  );
}

/** Whom pressing would tell now, and of how many. */
export async function countHeads(material: Pick<Escalating, "id" | "versionId">): Promise<Escalated> {
  const { told, ...people } = theOnly(await askAlike<Heads>(headsSql(material, [])));
  return { leaders: told.length, ...people };
}

/** Whether heads are told by themselves once the last day is past. Null: not the actor's to keep. Refusals: as `escalate`. */
export function chooseEscalation(actor: Actor, versionId: string, isOn: boolean): Promise<true | null> {
  return transaction(undefined, async (tx) => {
    const material = await lockMaterial(tx, actor, versionId);
    if (!material) return null;
    if (!material.isOut) throw new Refusal(words.errors.notOut);
    if (!material.acknowledgeBy) throw new Refusal(words.errors.notAsked);
    await tx.materialVersion.update({ where: { id: versionId }, data: { escalates: isOn } });
    await audit(tx, actor, isOn ? "material.escalationChosen" : "material.escalationLeft", {
      ...{ kind: "material", id: material.id, title: material.title, unitId: material.unitId },
      after: { version: material.number },
    });
    return true;
  });
}

export interface Escalating {
  id: string;
  title: string;
  unitId: string;
  versionId: string;
  number: number;
  acknowledgeBy: string | null;
  isOut: boolean;
}

/** The version with its material, locked, if the actor keeps it. */
export async function lockMaterial(tx: Db, actor: Actor, versionId: string): Promise<Escalating | null> {
  const [found] = await tx.$queryRaw<Escalating[]>`
    SELECT m.id::text, m.title, m.unit_id::text AS "unitId", v.id::text AS "versionId", v.number,
      v.acknowledge_by::text AS "acknowledgeBy",
      m.state = 'published' AND m.trashed_at IS NULL AND m.current_id = v.id AS "isOut"
    FROM material_version v JOIN material m ON m.id = v.material_id
    WHERE v.id = ${versionId}::uuid AND ${withinSql(actor, sql`m.unit_id`)} FOR UPDATE OF v`;
  return found ?? null;
}

interface Heads {
  told: { userId: string; people: number }[];
  people: number;
  headless: number;
}

async function listHeads(tx: Db, material: Escalating, unitIds: string[]): Promise<Heads> {
  return theOnly(await tx.$queryRaw<Heads[]>(headsSql(material, unitIds)));
}

function theOnly(rows: Heads[]): Heads {
  if (!rows[0]) throw new Error("A count has one row.");
  return rows[0];
}

function headsSql({ id, versionId }: Pick<Escalating, "id" | "versionId">, unitIds: string[]): Prisma.Sql {
  const chosen = unitIds.length > 0 ? amongUnitsSql(unitIds, sql`unit_id`) : sql`true`;
  return sql`
    WITH waiting AS MATERIALIZED (
      SELECT unit_id, count(*)::int AS people FROM ${peopleSql(id, versionId)} AS person
      WHERE is_addressed AND state <> 'acknowledged' AND ${chosen} GROUP BY unit_id
    ), over_it AS (
      SELECT w.*, g.user_id, s.depth, min(s.depth) OVER (PARTITION BY w.unit_id) AS nearest
      FROM waiting w JOIN unit_scope s ON s.unit_id = w.unit_id
        JOIN role_grant g ON g.unit_id = s.ancestor_id AND g.role = ANY (${heads})
        JOIN "user" u ON u.id = g.user_id AND u.disabled_at IS NULL
    ), head AS MATERIALIZED (SELECT DISTINCT unit_id, people, user_id FROM over_it WHERE depth = nearest)
    SELECT
      (SELECT coalesce(json_agg(one), '[]') FROM (
        SELECT user_id AS "userId", sum(people)::int AS people FROM head GROUP BY user_id) AS one) AS told,
      (SELECT coalesce(sum(people), 0)::int FROM waiting WHERE unit_id IN (SELECT unit_id FROM head)) AS people,
      (SELECT coalesce(sum(people), 0)::int FROM waiting WHERE unit_id NOT IN (SELECT unit_id FROM head)) AS headless`;
}

async function tellHeads(tx: Db, material: Escalating, told: Heads["told"]): Promise<void> {
  const { id, title, unitId, versionId } = material;
  const lastDay = showDay(material.acknowledgeBy ?? "");
  const path = `/materials/${id}/people`;
  const peopleOf = new Map(told.map(({ userId, people }) => [userId, people]));
  await notifyMany(
    tx,
    told.map(({ userId, people }) => ({
      ...{ userIds: [userId], kind, subjectId: versionId, path },
      phrase: words.notices.escalated(people, title, lastDay),
    })),
  );
  const addresses = await listAddresses(tx, [...peopleOf.keys()]);
  const subjectId = `${versionId}/${new Date().toISOString()}`;
  await postMail(
    tx,
    addresses.map(({ userId, name, address }) => ({
      ...{ kind, subjectId, unitId, userId, address },
      title: words.vi.mail.escalatedTitle(title),
      body: words.vi.mail.escalated(name, peopleOf.get(userId) ?? 0, title, lastDay, addressOfPage(path)),
    })),
  );
}

/** Where publishing said so, once for each version, on the morning after its last day; that somebody told them before it counts for nothing. */
export const escalateLateJob = defineJob({
  name: "materials.escalateLate",
  payload: z.object({}),
  work: async (_, run) => {
    const late = await db.$queryRaw<{ id: string }[]>`
      SELECT v.id::text FROM material_version v JOIN material m ON m.current_id = v.id
      WHERE v.escalates AND v.acknowledge_by < ${today()}::date
        AND (v.escalated_at IS NULL OR (v.escalated_at AT TIME ZONE ${zone})::date <= v.acknowledge_by)
        AND m.state = 'published' AND m.trashed_at IS NULL`;
    let escalated = 0;
    for (const { id } of late) {
      await run.checkCancelled();
      escalated += await escalateOrRest(id);
    }
    return { escalated };
  },
});

/** Where nobody is left, or nobody heads anybody, there is nothing to tell; tomorrow it is looked at again. */
async function escalateOrRest(versionId: string): Promise<number> {
  try {
    return (await escalate(theSystem, versionId, [])) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return 0;
  }
}
