/** An import as it stands now: checked against the units and people of today, once for every change. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { readSetting } from "~/platform/settings.server";
import { inThread } from "~/platform/threads.server";
import { lastDistrictDay } from "~/roster/appointment-checks.server";
import { listUnitsForMatching, withinSql } from "~/units/index.server";
import { keptSchema } from "./choices";
import type { KnownPerson, Likeness } from "./doubles";
import type { CheckedImport, checkImport } from "./import-thread.server";

const checkInThread = inThread<typeof checkImport>("roster/import/import-thread.server.ts", "checkImport");

/** The rows and what is said of them, read and checked now. */
export async function checkNow(
  actor: Actor,
  { id, unitId, understanding }: RosterImport,
  tx: Db = db,
): Promise<CheckedImport> {
  const kept = keptSchema.parse(understanding);
  const stored = await listStored(id, tx);
  const units = (await listUnitsForMatching(actor)).filter(({ isOpen }) => isOpen);
  const lastDay = await readSetting(lastDistrictDay, tx);
  return checkInThread({ kept, stored, unitId, units, lastDistrictDay: lastDay }, (likeness) =>
    listPeopleLike(actor, likeness, tx),
  );
}

/** As texts, so that ten thousand rows pass through in a blink. */
async function listStored(importId: string, tx: Db): Promise<string[]> {
  const batches = await tx.$queryRaw<{ rows: string }[]>`
    WITH numbered AS (
      SELECT *, row_number() OVER (ORDER BY "row", sheet) AS place FROM roster_import_row
      WHERE import_id = ${importId}::uuid)
    SELECT json_agg(json_build_object('sheet', sheet, 'row', "row", 'raw', raw, 'values', values,
      'outcome', outcome, 'speakerId', speaker_id) ORDER BY place)::text AS rows
    FROM numbered GROUP BY (place - 1) / 1000 ORDER BY (place - 1) / 1000`;
  return batches.map(({ rows }) => rows);
}

/** People in reach who share a telephone or a name with somebody in the file. */
function listPeopleLike(actor: Actor, { phones, names }: Likeness, tx: Db): Promise<KnownPerson[]> {
  const columns = Prisma.sql`s.id, s.full_name AS "fullName", s.birth_year AS "birthYear", s.phone, s.unit_id AS "unitId"`;
  const reach = withinSql(actor, Prisma.sql`s.unit_id`);
  return tx.$queryRaw<KnownPerson[]>`
    SELECT ${columns} FROM speaker s WHERE s.phone = ANY (${phones}::text[]) AND ${reach}
    UNION SELECT ${columns} FROM speaker s WHERE s.search_name = ANY (${names}::text[]) AND ${reach}`;
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
