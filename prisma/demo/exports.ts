/** Files that the officer of the sample department exported: one to fetch, one whose week is over. */
import { Readable } from "node:stream";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { daysKept } from "~/platform/exports.server";
import { removeFile, storeFile } from "~/platform/files.server";
import { proposedName, type TableFormat } from "~/roster/exports/export-choice";
import { aboutList, filterPhrases, topUnit } from "~/roster/exports/whose-list.server";
import { asFile, rosterTable } from "~/roster/roster-export.server";
import { type RosterQuery, rosterQuery } from "~/roster/roster-query";
import { reachOf } from "~/units/index.server";

export async function makeExports(officer: Actor): Promise<void> {
  await makeExport(officer, "xlsx", 19, { state: "ending" });
  await makeExport(officer, "csv", 2, {});
  await makeExport(officer, "xlsx", 1, { role: "rapporteur", state: "active" });
}

async function makeExport(
  officer: Actor,
  format: TableFormat,
  daysAgo: number,
  wishes: Partial<RosterQuery>,
): Promise<void> {
  const day = addDays(today(), -daysAgo);
  const query = rosterQuery({ ...wishes, day });
  const table = await rosterTable(officer, query);
  const { name: unitName } = await topUnit(officer, null);
  const name = `${proposedName(query, unitName, day, "vi")}.${format}`;
  const { type, chunks } = asFile(format, table, officer);
  const content = Readable.from(chunks, { objectMode: false });
  const { id: fileId, size } = await storeFile(db, officer, { name, type, content });
  const isOver = daysAgo > daysKept;
  await db.exportFile.create({
    data: {
      ...{ kind: "roster.list", name, size, rows: table.count, fileId: isOver ? null : fileId },
      ...{ actorId: officer.userId, permission: "roster.export", reach: await reachOf(officer) },
      about: { ...(await aboutList(officer, query)) },
      createdAt: morningOf(day),
      expiresAt: morningOf(addDays(day, daysKept)),
    },
  });
  if (isOver) await removeFile(db, fileId);
  await db.auditLine.create({
    data: {
      ...{ at: morningOf(day), actorId: officer.userId, actorName: officer.name },
      ...{ action: "roster.exported", subjectKind: "roster", subjectId: "roster", title: name },
      after: {
        ...{ people: table.count, format },
        filter: (await filterPhrases(officer, query)).map(({ vi }) => vi),
        columns: table.columns.map(({ label }) => label),
      },
    },
  });
}

function morningOf(day: string): Date {
  return new Date(dayToColumn(day).getTime() + 2 * 3_600_000);
}
