/** Who has read: people looked up live, states and figures that agree, only one's own people by name. */
import { expect, test } from "vitest";
import { findAddressed, type Version, versionOf } from "~/materials/receipts/addressed.server";
import { readReadersQuery, readUnitsQuery } from "~/materials/receipts/reader";
import { listReadersInFull, readReaders } from "~/materials/receipts/readers.server";
import { recordReading } from "~/materials/receipts/receipts.server";
import { readUnits } from "~/materials/receipts/units.server";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeUnit } from "../../factories";
import { makePublished, makeReader, makeVersion } from "./made";

const asked = (search = "") => readReadersQuery(new URL(`http://localhost/${search}`));
const actorOf = (userId: string) => ({ userId, from: {} }) as Actor;
const say = (versionId: string, userId: string, acknowledgedAt = new Date()) =>
  db.materialReceipt.upsert({
    where: { versionId_userId: { versionId, userId } },
    create: { versionId, userId, acknowledgedAt },
    update: { acknowledgedAt },
  });

/** A province with two communes; five people, of whom one has no account. */
async function makeDepartment() {
  const province = await makeUnit({ name: "Tỉnh ủy Lam Giang", level: "province" });
  const ward = await makeUnit({ name: "Đảng ủy phường Cửa Lam", parent: province });
  const village = await makeUnit({ name: "Đảng ủy xã Pá Lau", parent: province });
  const people = {
    an: await makeReader({ unit: ward, fullName: "Nguyễn Văn An" }),
    binh: await makeReader({ unit: ward, fullName: "Trần Thị Bình" }),
    chi: await makeReader({ unit: ward, fullName: "Lê Chi", account: false }),
    dung: await makeReader({ unit: village, fullName: "Phạm Dũng" }),
    em: await makeReader({ unit: village, fullName: "Đỗ Thị Em" }),
  };
  const material = await makePublished({ unit: province });
  const officer = await makeActor({ unit: province, permission: "materials.view" });
  return { province, ward, village, ...people, material, officer };
}

async function look(actor: Actor, materialId: string, search = "") {
  const material = await findAddressed(actor, materialId);
  if (!material) return null;
  const query = asked(search);
  const version = versionOf(material, query.version) as Version;
  return readReaders(actor, material, version, query);
}

test("tells opened, downloaded and acknowledged apart, and who has no account", async () => {
  const { material, officer, an, binh, dung } = await makeDepartment();
  await recordReading(actorOf(an.userId), { fileId: material.file.id, how: "opened" });
  await recordReading(actorOf(binh.userId), { fileId: material.file.id, how: "downloaded" });
  await say(material.version.id, dung.userId);
  const seen = await look(officer, material.id);
  expect(seen?.people.map(({ fullName, state }) => [fullName, state])).toEqual([
    ["Nguyễn Văn An", "seen"],
    ["Trần Thị Bình", "seen"],
    ["Lê Chi", "no_account"],
    ["Phạm Dũng", "acknowledged"],
    ["Đỗ Thị Em", "untouched"],
  ]);
  expect(seen?.figures).toEqual({
    ...{ recipients: 5, opened: 1, downloaded: 1, acknowledged: 1, left: 3, untouched: 1, seen: 2 },
    ...{ no_account: 1, gone: 0, elsewhere: 0 },
  });
  expect(seen?.remindable).toEqual({ now: 3, again: 0, silent: 1 });
  expect(seen?.people.map(({ id, isSpeaker }) => [id, isSpeaker])).toContainEqual([an.speakerId, true]);
});

test("every filter shows as many as its figure says, and the sheet holds the same", async () => {
  const { material, officer, an, dung } = await makeDepartment();
  await recordReading(actorOf(an.userId), { fileId: material.file.id, how: "opened" });
  await say(material.version.id, dung.userId);
  const found = await findAddressed(officer, material.id);
  const version = versionOf(found as NonNullable<typeof found>, null) as Version;
  const all = await look(officer, material.id);
  for (const state of ["left", "untouched", "seen", "acknowledged", "no_account", "gone"] as const) {
    const some = await look(officer, material.id, `?state=${state}`);
    expect([state, some?.total]).toEqual([state, all?.figures[state]]);
    const sheet = await listReadersInFull(
      officer,
      { ...material, isKept: true },
      version,
      asked(`?state=${state}`),
    );
    expect(sheet).toEqual(some?.people);
  }
});

test("finds people without tone marks, and of one unit", async () => {
  const { material, officer, village } = await makeDepartment();
  expect((await look(officer, material.id, "?q=thi binh"))?.people).toHaveLength(1);
  expect((await look(officer, material.id, "?q=100%25"))?.people).toHaveLength(0);
  const there = await look(officer, material.id, `?unit=${village.id}`);
  expect(there?.people.map(({ unitName }) => unitName)).toEqual(["Đảng ủy xã Pá Lau", "Đảng ủy xã Pá Lau"]);
});

test("a leader sees only people of the own units, and nothing of others, not even as a count", async () => {
  const { material, ward, dung } = await makeDepartment();
  await say(material.version.id, dung.userId);
  const leader = await makeActor({ role: "commune_leader", unit: ward, permission: "materials.view" });
  const seen = await look(leader, material.id);
  expect(seen?.figures).toMatchObject({ recipients: 3, acknowledged: 0, elsewhere: 0 });
  expect(JSON.stringify(seen)).not.toContain("Dũng");
  const stranger = await makeActor({ role: "commune_leader", permission: "materials.view" });
  expect(await look(stranger, material.id)).toBeNull();
});

test("who keeps the material counts people outside the own units without naming them", async () => {
  const { ward, village } = await makeDepartment();
  const own = await makePublished({ unit: ward, rules: [{ unitIds: [ward.id, village.id] }] });
  const officer = await makeActor({ role: "commune_officer", unit: ward, permission: "materials.view" });
  const seen = await look(officer, own.id);
  expect(seen?.figures).toMatchObject({ recipients: 5, elsewhere: 2 });
  expect(seen?.people).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toContain("Dũng");
});

test("what is not out is looked at by its keepers only", async () => {
  const { material, ward, officer } = await makeDepartment();
  await db.material.update({ where: { id: material.id }, data: { state: "withdrawn" } });
  const leader = await makeActor({ role: "commune_leader", unit: ward, permission: "materials.view" });
  expect(await look(leader, material.id)).toBeNull();
  expect((await look(officer, material.id))?.figures.recipients).toBe(5);
});

test("who acknowledged and left is still counted as having read, and shown as no longer addressed", async () => {
  const { material, officer, an, binh } = await makeDepartment();
  await say(material.version.id, an.userId);
  await say(material.version.id, binh.userId);
  await db.appointment.updateMany({ where: { speakerId: an.id }, data: { endsOn: new Date("2026-01-31") } });
  await db.user.update({ where: { id: binh.userId }, data: { disabledAt: new Date() } });
  const seen = await look(officer, material.id);
  expect(seen?.figures).toMatchObject({ recipients: 4, acknowledged: 2, gone: 1, no_account: 1 });
  const [gone, ...rest] = (await look(officer, material.id, "?state=gone"))?.people ?? [];
  expect(rest).toEqual([]);
  expect(gone).toMatchObject({ fullName: "Nguyễn Văn An", state: "acknowledged", isAddressed: false });
});

test("survives that whoever published leaves", async () => {
  const { material, officer, an } = await makeDepartment();
  await db.materialVersion.update({ where: { id: material.version.id }, data: { publishedBy: an.userId } });
  await db.user.delete({ where: { id: an.userId } });
  expect((await look(officer, material.id))?.figures).toMatchObject({ recipients: 5, no_account: 2 });
});

test("an earlier version keeps its own figures; a small change asks nobody again, a large one everybody", async () => {
  const { material, officer, an, dung } = await makeDepartment();
  await say(material.version.id, an.userId);
  await makeVersion(material, { asksAgain: false });
  expect((await look(officer, material.id))?.figures).toMatchObject({ acknowledged: 1, left: 3, opened: 0 });
  const { version } = await makeVersion(material, { asksAgain: true });
  expect((await look(officer, material.id))?.figures).toMatchObject({ acknowledged: 0, left: 4 });
  await say(version.id, dung.userId);
  expect((await look(officer, material.id))?.figures).toMatchObject({ acknowledged: 1, left: 3 });
  expect((await look(officer, material.id, "?version=1"))?.figures).toMatchObject({ acknowledged: 1 });
});

test("lists the units worst first, or in the order of the tree", async () => {
  const { material, officer, an, province, village } = await makeDepartment();
  await say(material.version.id, an.userId);
  await makeReader({ unit: province, fullName: "Vũ Gia" });
  const found = (await findAddressed(officer, material.id)) as NonNullable<
    Awaited<ReturnType<typeof findAddressed>>
  >;
  const version = versionOf(found, null) as Version;
  const names = async (search: string) =>
    (
      await readUnits(officer, found, version, readUnitsQuery(new URL(`http://localhost/${search}`)))
    ).units.map(({ name, people, left }) => [name, people, left]);
  expect(await names("")).toEqual([
    ["Đảng ủy xã Pá Lau", 2, 2],
    ["Tỉnh ủy Lam Giang", 1, 1],
    ["Đảng ủy phường Cửa Lam", 3, 1],
  ]);
  expect(await names("?sort=tree")).toEqual([
    ["Tỉnh ủy Lam Giang", 1, 1],
    ["Đảng ủy phường Cửa Lam", 3, 1],
    ["Đảng ủy xã Pá Lau", 2, 2],
  ]);
  expect(await names("?q=pa lau")).toEqual([["Đảng ủy xã Pá Lau", 2, 2]]);
  const leader = await makeActor({ role: "commune_leader", unit: village, permission: "materials.view" });
  const own = (await findAddressed(leader, material.id)) as typeof found;
  const { total } = await readUnits(leader, own, version, readUnitsQuery(new URL("http://localhost/")));
  expect(total).toBe(1);
});
