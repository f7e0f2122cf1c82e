/** Looking at what a bulk edit would do, once for the preview and once more before it is done. */
import type { Actor } from "~/platform/actor";
import { dayFromColumn, showDay, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { readSetting } from "~/platform/settings.server";
import { decisionName, lastDistrictDay } from "~/roster/appointment-checks.server";
import { showNumber } from "~/roster/decision";
import { knownTo } from "~/roster/decisions.server";
import { listTopics } from "~/roster/record/topics.server";
import { unitInReach } from "~/roster/speaker-changes.server";
import { words as rosterWords } from "~/roster/words";
import { withinSql } from "~/units/index.server";
import { addPeople, type BulkEdit, countBulk, lockBulk, type News } from "./bulk-edits.server";
import { membersOf } from "./members.server";
import type { Operation } from "./operation";
import type { Names } from "./outcome";
import { planSql } from "./plan.server";
import { words } from "./words";

const { sql } = Prisma;

/**
 * Keeps what is to be done and works out what it would come to. False: it is being done, or done already.
 * Refusals: a unit outside the reach or closed by then ("unitId"), a decision outside the reach ("decision.id").
 */
export function previewBulk(actor: Actor, bulk: BulkEdit, operation: Operation): Promise<boolean> {
  return transaction(
    undefined,
    async (tx) => {
      await refuseOutOfReach(tx, actor, operation);
      if ((await lockBulk(tx, actor, bulk.id))?.state !== "draft") return false;
      await tx.bulkEdit.update({
        where: { id: bulk.id },
        data: { operation, state: "draft", news: Prisma.DbNull, jobRunId: null },
      });
      await workOut(tx, actor, bulk.id, operation);
      return true;
    },
    { timeout: 60_000 },
  );
}

/** What the operation names, for its sentence. */
export async function namesOf(operation: Operation | null, tx: Db = db): Promise<Names> {
  const topics = operation?.does === "topics" ? await listTopics(tx) : [];
  const unit =
    operation && "unitId" in operation
      ? await tx.unit.findUnique({ where: { id: operation.unitId }, select: { name: true } })
      : null;
  const choice = operation && "decision" in operation ? operation.decision : null;
  const existing =
    choice?.choice === "existing" ? await tx.decision.findUnique({ where: { id: choice.id } }) : null;
  const decision =
    choice?.choice === "new"
      ? `${showNumber(choice.number)}, ${showDay(choice.decidedOn)}`
      : decisionName(existing);
  return { topics, unit: unit?.name ?? null, decision };
}

/** Brings every line up to date; answers whose has become another. */
async function workOut(tx: Db, actor: Actor, bulkId: string, operation: Operation): Promise<string[]> {
  const lastDay = await readSetting(lastDistrictDay, tx);
  const { total } = await countBulk(bulkId, tx);
  await expectMany(tx, total > few);
  const [changed] = await tx.$queryRaw<[{ ids: string }]>`
    WITH told AS (${planSql({ actor, bulkId, lastDay }, operation)}),
    changed AS (
      UPDATE bulk_person p SET verdict = told.verdict, reason = told.reason, before = told.before, after = told.after
      FROM told WHERE p.bulk_id = ${bulkId}::uuid AND p.speaker_id = told.speaker_id
        AND (p.verdict, p.reason, p.before, p.after) IS DISTINCT FROM (told.verdict, told.reason, told.before, told.after)
      RETURNING p.speaker_id
    ) SELECT coalesce(string_agg(speaker_id::text, ','), '') AS ids FROM changed`;
  await expectMany(tx, false);
  return changed.ids === "" ? [] : changed.ids.split(",");
}

/** Who matches now, and what would become of them now; answers what has changed since the preview. */
export async function lookAgain(
  tx: Db,
  actor: Actor,
  { id, search }: BulkEdit,
  operation: Operation,
): Promise<News> {
  const members = search === null ? null : membersOf(actor, search);
  await expectMany(tx, (await countBulk(id, tx)).total > few);
  const left = members ? await dropPeople(tx, id, members) : [];
  const joined = members ? await addPeople(tx, id, members) : [];
  const changed = await workOut(tx, actor, id, operation);
  const isNew = new Set(joined);
  return Promise.all(
    [
      { what: "joined" as const, ids: joined },
      { what: "left" as const, ids: left },
      { what: "different" as const, ids: changed.filter((speakerId) => !isNew.has(speakerId)) },
    ]
      .filter(({ ids }) => ids.length > 0)
      .map(async ({ what, ids }) => ({ what, count: ids.length, names: await someNames(tx, actor, ids) })),
  );
}

const few = 500;

/** Of people just chosen the statistics know nothing: the planner takes thousands for a few, and joins them one by one. */
async function expectMany(tx: Db, isMany: boolean): Promise<void> {
  if (isMany) await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  else await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
}

async function dropPeople(tx: Db, bulkId: string, members: Prisma.Sql): Promise<string[]> {
  const dropped = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM bulk_person WHERE bulk_id = ${bulkId}::uuid AND speaker_id IN (
      SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulkId}::uuid EXCEPT (${members}))
    RETURNING speaker_id::text AS id`;
  return dropped.map(({ id }) => id);
}

async function someNames(tx: Db, actor: Actor, ids: string[]): Promise<string[]> {
  const named = await tx.$queryRaw<{ name: string }[]>`
    SELECT full_name AS name FROM speaker WHERE id = ANY (${ids.slice(0, 200)}::uuid[])
      AND ${withinSql(actor, sql`speaker.unit_id`)} ORDER BY sort_key, id LIMIT 5`;
  return named.map(({ name }) => name);
}

async function refuseOutOfReach(tx: Db, actor: Actor, operation: Operation): Promise<void> {
  if ("unitId" in operation) {
    await unitInReach(actor, operation.unitId);
    const { name, closedOn } = await tx.unit.findUniqueOrThrow({ where: { id: operation.unitId } });
    const last = dayFromColumn(closedOn);
    const day = operation.does === "move" ? operation.on : today();
    if (last && day > last) {
      const on = showDay(last);
      throw new Refusal(
        { vi: words.vi.errors.unitClosed(name, on), en: words.en.errors.unitClosed(name, on) },
        "unitId",
      );
    }
  }
  if ("decision" in operation && operation.decision.choice === "existing") {
    const { id } = operation.decision;
    if ((await tx.decision.count({ where: { id, ...knownTo(actor) } })) === 0)
      throw new Refusal(rosterWords.errors.decisionUnknown, "decision.id");
  }
}
