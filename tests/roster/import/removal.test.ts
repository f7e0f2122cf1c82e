/** A file that was read and never imported can be thrown away; one that was imported cannot. */
import { expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { throwAway } from "~/roster/import/original/removal.server";
import { words } from "~/roster/import/original/words";
import { words as importWords } from "~/roster/import/words";
import { makeActor, makeImport, makeUnit } from "../../factories";

async function officerWithImport() {
  const unit = await makeUnit();
  const officer = await makeActor({ role: "department_officer", unit, permission: "roster.import" });
  return { officer, found: await makeImport({ unit }) };
}

test("takes the file, its rows and the import, and leaves a line in the trail", async () => {
  const { officer, found } = await officerWithImport();
  await db.rosterImportRow.create({ data: { importId: found.id, sheet: "1", row: 2, raw: ["A"] } });
  await throwAway(officer, found.id);
  expect(await db.rosterImport.count({ where: { id: found.id } })).toBe(0);
  expect(await db.rosterImportRow.count({ where: { importId: found.id } })).toBe(0);
  await expect(readFile(found.fileId)).rejects.toThrow();
  const line = await db.auditLine.findFirst({ where: { subjectId: found.id } });
  expect(line).toMatchObject({ action: "roster_import.thrown_away", title: "danh-sach.xlsx" });
});

test.each(["committing", "done", "undone"])("leaves one that is %s", async (state) => {
  const { officer, found } = await officerWithImport();
  await db.rosterImport.update({ where: { id: found.id }, data: { state } });
  await expect(throwAway(officer, found.id)).rejects.toThrow(words.vi.imported);
  expect((await readFile(found.fileId)).length).toBeGreaterThan(0);
});

test("finds none outside one's units", async () => {
  const [{ officer }, other] = [await officerWithImport(), await officerWithImport()];
  await expect(throwAway(officer, other.found.id)).rejects.toThrow(importWords.vi.refused.gone);
});
