/** A file of units on its way in: kept, understood and checked anew each time it is looked at; nothing is written. */
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { readFile, storeFile } from "~/platform/files.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { readTextSheets } from "~/platform/sheets.server";
import { withinSql } from "~/units/scope.server";
import { levels } from "~/units/unit";
import { listRoots } from "~/units/unit-tree.server";
import { findUnit } from "~/units/units.server";
import { unitWords as words } from "~/units/words";
import { checkUnits, rootsOf, type Standing } from "./check";
import type { ImportOptions, Preview } from "./import";
import { understandUnits } from "./understand";

/** Keeps the file and gives its id. Refuses what is no table of units. */
export async function addUnitFile(actor: Actor, name: string, bytes: Buffer): Promise<string> {
  understood(bytes);
  const type = "application/octet-stream";
  const { id } = await storeFile(db, actor, { name, type, content: bytes });
  return id;
}

/** What the file tells, held against the units that stand; null for another person's file. */
export async function findUnitFile(actor: Actor, id: string, options: Pick<ImportOptions, "only">) {
  const mine = { id, actorId: actor.userId };
  const isThere = /^[\da-f-]{36}$/.test(id) && (await db.storedFile.count({ where: mine })) > 0;
  return isThere ? checkFile(db, actor, id, options) : null;
}

/** What everything stands under, where there is one such unit. */
async function onlyRoot(actor: Actor) {
  const [root, ...others] = await listRoots(actor);
  return root && others.length === 0 ? root : null;
}

const shown = 100;

/** The same, as the page shows it. */
export async function previewUnitFile(
  actor: Actor,
  id: string,
  options: ImportOptions,
): Promise<Preview | null> {
  const file = await findUnitFile(actor, id, options);
  if (!file) return null;
  const { fileName, columns, units, checked } = file;
  const parent = options.parentId ? await findUnit(actor, options.parentId) : await onlyRoot(actor);
  const { added, kept, differing, failed } = checked;
  return {
    ...{ fileName, columns, options: { ...options, parentId: parent?.id ?? "" } },
    parentName: parent?.name ?? null,
    roots: rootsOf(units).map(({ code, name }) => ({ code, name })),
    counts: {
      added: added.length,
      kept: kept.length,
      differing: differing.length,
      failed: failed.length,
    },
    addedByLevel: levels.flatMap((level) => {
      const count = added.filter((unit) => unit.level === level).length;
      return count > 0 ? [{ level, count }] : [];
    }),
    added: added
      .slice(0, 20)
      .map(({ row, code, name, kind, parentCode }) => ({ row, code, name, kind, parentCode })),
    differing: differing.slice(0, shown).map(({ row, code, name, parentCode, standing }) => ({
      ...{ row, code, name, parentCode },
      standingId: standing.id,
      standingName: standing.name,
      standingParentCode: standing.parentCode,
    })),
    failed: failed.slice(0, shown).map(({ row, code, name, problem, unknownKind, parentCode }) => ({
      ...{ row, code, name, problem },
      said: problem === "noParent" ? parentCode : (unknownKind ?? ""),
    })),
  };
}

export async function checkFile(tx: Db, actor: Actor, id: string, { only }: Pick<ImportOptions, "only">) {
  const { name } = await tx.storedFile.findFirstOrThrow({ where: { id, actorId: actor.userId } });
  const { columns, units } = understood(await readFile(id));
  const checked = checkUnits(units, await listStanding(tx, actor), only || undefined);
  return { fileName: name, columns, units, checked };
}

function understood(bytes: Buffer) {
  const understanding = understandUnits(readTextSheets(bytes));
  if (!understanding) throw new Refusal(words.import.notUnderstood, "file");
  return understanding;
}

/** Of two open units with one code (a committee and its government) the committee comes last and counts. */
function listStanding(tx: Db, actor: Actor): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    SELECT unit.id, unit.code, unit.name, unit.level, parent.code AS "parentCode", unit.closed_on IS NOT NULL AS closed
    FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id
    WHERE unit.code IS NOT NULL AND ${withinSql(actor, Prisma.sql`unit.id`)}
    ORDER BY unit.kind LIKE '%committee'`;
}
