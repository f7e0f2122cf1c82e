/** An import as it stands now: checked against the units and people of today, once for every change. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import type { RosterImport } from "~/platform/prisma/client";
import { readSetting } from "~/platform/settings.server";
import { inThread } from "~/platform/threads.server";
import { lastDistrictDay } from "~/roster/appointment-checks.server";
import { listUnitsForMatching } from "~/units/index.server";
import { keptSchema } from "./choices";
import type { CheckedImport, checkImport } from "./import-thread.server";
import { lookUp } from "./known/lookup.server";

const checkInThread = inThread<typeof checkImport>("roster/import/import-thread.server.ts", "checkImport");

/** The rows and what is said of them, read and checked now. */
export async function checkNow(
  actor: Actor,
  { id, fileId, unitId, understanding }: RosterImport,
  tx: Db = db,
): Promise<CheckedImport> {
  const kept = keptSchema.parse(understanding);
  const stored = await listStored(id, fileId, tx);
  const units = (await listUnitsForMatching(actor)).filter(({ isOpen }) => isOpen);
  const lastDay = await readSetting(lastDistrictDay, tx);
  return checkInThread({ kept, stored, unitId, units, lastDistrictDay: lastDay }, (question) =>
    lookUp(actor, question, tx),
  );
}

/** As texts, so that ten thousand rows pass through in a blink; with whom the same row of the same file was before. */
async function listStored(importId: string, fileId: string, tx: Db): Promise<string[]> {
  const batches = await tx.$queryRaw<{ rows: string }[]>`
    WITH numbered AS (
      SELECT *, row_number() OVER (ORDER BY "row", sheet) AS place FROM roster_import_row
      WHERE import_id = ${importId}::uuid),
    before AS (
      SELECT DISTINCT ON (r.sheet, r."row") r.sheet, r."row", r.speaker_id
      FROM stored_file own JOIN stored_file other ON other.sha256 = own.sha256
      JOIN roster_import i ON i.file_id = other.id AND i.id <> ${importId}::uuid
      JOIN roster_import_row r ON r.import_id = i.id
      WHERE own.id = ${fileId}::uuid AND r.outcome IN ('added', 'updated', 'unchanged') AND r.speaker_id IS NOT NULL
      ORDER BY r.sheet, r."row", i.created_at DESC)
    SELECT json_agg(json_build_object('sheet', n.sheet, 'row', n."row", 'raw', n.raw, 'values', n.values,
      'outcome', n.outcome, 'speakerId', n.speaker_id, 'known', n.known, 'earlier', before.speaker_id)
      ORDER BY place)::text AS rows
    FROM numbered n LEFT JOIN before ON before.sheet = n.sheet AND before."row" = n."row"
    GROUP BY (place - 1) / 1000 ORDER BY (place - 1) / 1000`;
  return batches.map(({ rows }) => rows);
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

/**
 * Another text whenever the import, a unit, a person or the setting has changed (xmin: the transaction that wrote the
 * row last). Of people it may miss one for a moment; whoever is added is checked again by the commit.
 */
async function stampOf(id: string): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws(' ', i.xmin,
      (SELECT max(xmin::text::bigint) FROM roster_import_row WHERE import_id = i.id),
      (SELECT concat_ws(' ', count(*), max(xmin::text::bigint)) FROM unit),
      (SELECT max(updated_at) FROM speaker),
      (SELECT xmin FROM setting WHERE key = ${lastDistrictDay.key})) AS stamp
    FROM roster_import i WHERE i.id = ${id}::uuid`;
  return row?.stamp ?? "";
}
