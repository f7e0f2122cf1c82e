/** Receipts: three different things by person and version, the first time of each, and every time in the record. */
import { expect, test } from "vitest";
import { requireActor } from "~/accounts/index.server";
import { acknowledge, hasAcknowledgedSql, recordReading } from "~/materials/receipts/receipts.server";
import { words } from "~/materials/receipts/words";
import { ask, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { cookies, makeUnit, signInAs, type UnitLike } from "../../factories";
import { makePublished, makeReader, makeVersion } from "./made";

async function readerOf(unit: UnitLike) {
  const { userId } = await makeReader({ unit });
  await signInAs({ id: userId });
  const headers = { Cookie: cookies.get(userId) ?? "" };
  return requireActor(new Request("http://localhost/", { headers }), "materials.read");
}

const receiptsOf = (versionId: string) => db.materialReceipt.findMany({ where: { versionId } });

async function hasWord(versionId: string, userId: string) {
  const asked = hasAcknowledgedSql(Prisma.sql`${versionId}::uuid`, Prisma.sql`${userId}::uuid`);
  const [row] = await ask<{ has: boolean }>(Prisma.sql`SELECT ${asked} AS has`);
  return row?.has;
}

test("keeps the first time of each, and a line of every time", async () => {
  const { unit, version, file } = await makePublished();
  const reader = await readerOf(unit);
  await recordReading(reader, { fileId: file.id, how: "opened" });
  const [first] = await receiptsOf(version.id);
  expect(first).toMatchObject({ userId: reader.userId, downloadedAt: null, acknowledgedAt: null });
  await recordReading(reader, { fileId: file.id, how: "downloaded" });
  await recordReading(reader, { fileId: file.id, how: "text" });
  await recordReading(reader, { fileId: file.id, how: "downloaded" });
  const [then, ...rest] = await receiptsOf(version.id);
  expect(rest).toEqual([]);
  expect(then?.openedAt).toEqual(first?.openedAt);
  expect(then?.downloadedAt).not.toBeNull();
  const lines = await db.materialReading.findMany({ where: { fileId: file.id }, orderBy: { id: "asc" } });
  expect(lines.map(({ how }) => how)).toEqual(["opened", "downloaded", "text", "downloaded"]);
});

test("never changes a line of what was read", async () => {
  const { unit, file } = await makePublished();
  await recordReading(await readerOf(unit), { fileId: file.id, how: "opened" });
  await expect(db.materialReading.deleteMany({ where: { fileId: file.id } })).rejects.toThrow();
});

test("a download is not a reading, and neither is an acknowledgement", async () => {
  const { unit, version, file } = await makePublished();
  const reader = await readerOf(unit);
  await recordReading(reader, { fileId: file.id, how: "downloaded" });
  expect(await receiptsOf(version.id)).toMatchObject([{ openedAt: null, acknowledgedAt: null }]);
});

test("acknowledges once, with one line in the trail", async () => {
  const { id, unit, version } = await makePublished();
  const reader = await readerOf(unit);
  expect(await acknowledge(reader, version.id)).toBe(true);
  const [first] = await receiptsOf(version.id);
  expect(await acknowledge(reader, version.id)).toBe(true);
  expect(await receiptsOf(version.id)).toEqual([first]);
  expect(await db.auditLine.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "material.acknowledged", actorId: reader.userId, after: { version: 1 } },
  ]);
});

test("two presses at once are one acknowledgement", async () => {
  const { id, unit, version } = await makePublished();
  const reader = await readerOf(unit);
  await Promise.all([1, 2, 3].map(() => acknowledge(reader, version.id)));
  expect(await db.auditLine.count({ where: { subjectId: id } })).toBe(1);
});

test("nobody acknowledges what they may not read", async () => {
  const { version } = await makePublished();
  const stranger = await readerOf(await makeUnit());
  expect(await acknowledge(stranger, version.id)).toBe(false);
  expect(await receiptsOf(version.id)).toEqual([]);
});

test("only the current version can be acknowledged", async () => {
  const material = await makePublished();
  const reader = await readerOf(material.unit);
  const { version } = await makeVersion(material);
  await expect(acknowledge(reader, material.version.id)).rejects.toThrow(words.vi.errors.newerVersion);
  expect(await acknowledge(reader, version.id)).toBe(true);
  expect(await receiptsOf(material.version.id)).toEqual([]);
});

test("a new version asks again only where it says so", async () => {
  const material = await makePublished();
  const reader = await readerOf(material.unit);
  await acknowledge(reader, material.version.id);
  const small = await makeVersion(material, { asksAgain: false });
  expect(await hasWord(small.version.id, reader.userId)).toBe(true);
  const large = await makeVersion(material, { asksAgain: true });
  expect(await hasWord(large.version.id, reader.userId)).toBe(false);
  const last = await makeVersion(material, { asksAgain: false });
  expect(await hasWord(last.version.id, reader.userId)).toBe(false);
  expect(await hasWord(small.version.id, reader.userId)).toBe(true);
  await acknowledge(reader, last.version.id);
  expect(await hasWord(last.version.id, reader.userId)).toBe(true);
  // What was said of a later version says nothing of an earlier one.
  expect(await hasWord(large.version.id, reader.userId)).toBe(false);
});
