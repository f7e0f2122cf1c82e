/** An import as it stands now: checked against the units and people of today, once for every change. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { textsAt } from "~/platform/packed";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { readSetting } from "~/platform/settings.server";
import { inThread } from "~/platform/threads.server";
import { lastDistrictDay } from "~/roster/appointment-checks.server";
import { listTopics } from "~/roster/record/topics.server";
import { listUnitsForMatching } from "~/units/index.server";
import { keptSchema } from "./choices";
import type { CheckedImport, checkImport, PlacedRow } from "./import-thread.server";
import { lookUp } from "./known/lookup.server";
import type { AskedRows } from "./stored-rows";

const checkInThread = inThread<typeof checkImport>("roster/import/import-thread.server.ts", "checkImport");

/** The rows and what is said of them, read and checked now. */
export async function checkNow(
  actor: Actor,
  { id, fileId, unitId, understanding }: RosterImport,
  tx: Db = db,
): Promise<CheckedImport> {
  const kept = keptSchema.parse(understanding);
  const units = (await listUnitsForMatching(actor)).filter(({ isOpen }) => isOpen);
  const lastDay = await readSetting(lastDistrictDay, tx);
  const sameFile = await listSameFile(id, fileId, tx);
  const topics = await listTopics(tx);
  return checkInThread({ kept, unitId, units, lastDistrictDay: lastDay, topics }, (question) =>
    "after" in question ? listStored(id, sameFile, question, tx) : lookUp(actor, question, tx),
  );
}

/** Some rows behind the last one, as one text; with whom the same row of the same file was before. */
async function listStored(
  importId: string,
  sameFile: string[],
  { after }: AskedRows,
  tx: Db,
): Promise<string> {
  const behind = after ? Prisma.sql`AND (sheet, "row") > (${after.sheet}, ${after.row})` : Prisma.empty;
  const [batch] = await tx.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_object('sheet', n.sheet, 'row', n."row", 'raw', n.raw, 'values', n.values,
      'outcome', n.outcome, 'speakerId', n.speaker_id, 'known', n.known, 'earlier', (
        SELECT r.speaker_id FROM roster_import_row r
        WHERE r.import_id = ANY (${sameFile}::uuid[]) AND r.sheet = n.sheet AND r."row" = n."row"
          AND r.outcome <> 'pending' AND r.speaker_id IS NOT NULL LIMIT 1))
      ORDER BY n.sheet, n."row")::text AS rows
    FROM (SELECT * FROM roster_import_row WHERE import_id = ${importId}::uuid ${behind}
      ORDER BY sheet, "row" LIMIT 250) n`;
  return batch?.rows ?? "[]";
}

/** Other imports of the very same file. */
async function listSameFile(importId: string, fileId: string, tx: Db): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id::text FROM stored_file own JOIN stored_file other ON other.sha256 = own.sha256
    JOIN roster_import i ON i.file_id = other.id
    WHERE own.id = ${fileId}::uuid AND i.id <> ${importId}::uuid`;
  return rows.map(({ id }) => id);
}

/** These rows of a checked import. */
export function rowsAt({ rows }: CheckedImport, places: readonly number[]): PlacedRow[] {
  return textsAt(rows, places).map((text) => JSON.parse(text) as PlacedRow);
}

export function everyRow(checked: CheckedImport): PlacedRow[] {
  return rowsAt(checked, [...Array(checked.rows.count).keys()]);
}

/** The imports looked at last, by import and reach. */
const recent = new Map<string, { stamp: string; checked: Promise<CheckedImport> }>();
const mostRecent = 4;

/** The same for a page, which need not be checked again while nothing has changed. */
export async function checkForPage(actor: Actor, found: RosterImport): Promise<CheckedImport> {
  const key = JSON.stringify([found.id, actor.reach]);
  const stamp = await stampOf(found.id);
  const known = recent.get(key);
  recent.delete(key);
  const checked = known?.stamp === stamp ? known.checked : checkNow(actor, found);
  recent.set(key, { stamp, checked });
  for (const oldest of [...recent.keys()].slice(0, -mostRecent)) recent.delete(oldest);
  // What failed is tried anew by the next who asks.
  checked.catch(() => recent.get(key)?.checked === checked && recent.delete(key));
  return checked;
}

/** Before an import is written: what the pages held of it would lie there beside what the writing needs. */
export function forgetChecked({ id }: RosterImport) {
  for (const key of recent.keys()) if (key.includes(id)) recent.delete(key);
}

/**
 * Another text whenever the import, a unit, a topic, a person or the setting has changed (xmin: the transaction that
 * wrote the row last). Of people it may miss one for a moment; whoever is added is checked again by the commit.
 */
async function stampOf(id: string): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws(' ', i.xmin,
      (SELECT max(xmin::text::bigint) FROM roster_import_row WHERE import_id = i.id),
      (SELECT concat_ws(' ', count(*), max(xmin::text::bigint)) FROM unit),
      (SELECT concat_ws(' ', count(*), max(xmin::text::bigint)) FROM topic),
      (SELECT max(updated_at) FROM speaker),
      (SELECT xmin FROM setting WHERE key = ${lastDistrictDay.key})) AS stamp
    FROM roster_import i WHERE i.id = ${id}::uuid`;
  return row?.stamp ?? "";
}
