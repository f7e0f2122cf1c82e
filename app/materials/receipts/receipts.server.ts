/** What one person did with one version: opened, downloaded, acknowledged are three things, each kept with its first time. */
import { readableSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { seeTold, settleTold } from "./told.server";
import { words } from "./words";

const { sql } = Prisma;

export interface Reading {
  /** A material_file. */
  fileId: string;
  how: "opened" | "text" | "downloaded";
}

/** One more line of what was read, and its first time. Whether the person may see the file, the caller has asked. */
export async function recordReading(actor: Actor, { fileId, how }: Reading, tx: Db = db): Promise<void> {
  const [opened, downloaded] = how === "downloaded" ? [null, new Date()] : [new Date(), null];
  await tx.$executeRaw`
    WITH read AS (SELECT id, version_id FROM material_file WHERE id = ${fileId}::uuid),
      line AS (INSERT INTO material_reading (user_id, file_id, how, address)
        SELECT ${actor.userId}::uuid, id, ${how}, ${actor.from.address ?? null} FROM read)
    INSERT INTO material_receipt (version_id, user_id, opened_at, downloaded_at)
    SELECT version_id, ${actor.userId}::uuid, ${opened}::timestamptz, ${downloaded}::timestamptz FROM read
    ON CONFLICT (version_id, user_id) DO UPDATE SET
      opened_at = coalesce(material_receipt.opened_at, EXCLUDED.opened_at),
      downloaded_at = coalesce(material_receipt.downloaded_at, EXCLUDED.downloaded_at)`;
  await seeTold(tx, fileId, actor.userId);
}

/**
 * Says "I have read and grasped it", once; said again it changes nothing. False: there is no such version for this person.
 * Refusal: a newer version is out, and only that one can be acknowledged.
 */
export function acknowledge(actor: Actor, versionId: string, outer?: Db): Promise<boolean> {
  return transaction(outer, async (tx) => {
    // Shared, so that no newer version goes out between the look and the word.
    const [read] = await tx.$queryRaw<Read[]>`
      SELECT m.id::text, m.title, m.unit_id::text AS "unitId", m.current_id = v.id AS "isCurrent", v.number
      FROM material_version v JOIN material m ON m.id = v.material_id
      WHERE v.id = ${versionId}::uuid AND v.published_at IS NOT NULL AND ${readableSql(actor, sql`m`)} FOR SHARE OF m`;
    if (!read) return false;
    if (!read.isCurrent) throw new Refusal(words.errors.newerVersion);
    if (await keepWord(tx, actor, versionId)) {
      const { id, title, unitId, number } = read;
      await audit(tx, actor, "material.acknowledged", {
        ...{ kind: "material", id, title, unitId },
        after: { version: number },
      });
      await settleTold(tx, versionId, actor.userId);
    }
    return true;
  });
}

interface Read {
  id: string;
  title: string;
  unitId: string;
  isCurrent: boolean;
  number: number;
}

/** Whether it is the first time. */
async function keepWord(tx: Db, { userId }: Actor, versionId: string): Promise<boolean> {
  const said = await tx.$executeRaw`
    INSERT INTO material_receipt (version_id, user_id, acknowledged_at)
    VALUES (${versionId}::uuid, ${userId}::uuid, now())
    ON CONFLICT (version_id, user_id) DO UPDATE SET acknowledged_at = now()
    WHERE material_receipt.acknowledged_at IS NULL`;
  return said > 0;
}

/**
 * Whether a person has acknowledged what this version says: the version itself, or an earlier one where no version that
 * went out since then asks again.
 */
export function hasAcknowledgedSql(versionId: Prisma.Sql, userId: Prisma.Sql): Prisma.Sql {
  return sql`EXISTS (SELECT FROM ${wordsSql(versionId)} AND word.user_id = ${userId})`;
}

/** The same for everybody at once: `user_id`, and `said_at`, when they first did. */
export function acknowledgementsSql(versionId: Prisma.Sql): Prisma.Sql {
  return sql`SELECT word.user_id, min(word.acknowledged_at) AS said_at FROM ${wordsSql(versionId)} GROUP BY word.user_id`;
}

function wordsSql(versionId: Prisma.Sql): Prisma.Sql {
  return sql`material_version asked
    JOIN material_version known ON known.material_id = asked.material_id AND known.number <= asked.number
    JOIN material_receipt word ON word.version_id = known.id AND word.acknowledged_at IS NOT NULL
    WHERE asked.id = ${versionId} AND NOT EXISTS (
      SELECT FROM material_version since WHERE since.material_id = asked.material_id AND since.asks_again
        AND since.published_at IS NOT NULL AND since.number > known.number AND since.number <= asked.number)`;
}
