/** The last day to acknowledge moves, and who has not acknowledged hears of it. */
import { expect, test } from "vitest";
import { moveDeadline } from "~/materials/receipts/deadline.server";
import { words } from "~/materials/receipts/words";
import { addDays, dayToColumn, showDay, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { listNotices } from "~/platform/notices.server";
import { makeActor, makeUnit } from "../../factories";
import { makePublished, makeReader } from "./made";

const textsOf = async (userId: string) =>
  (await listNotices({ userId, language: "vi" })).map(({ text }) => text);

test("tells who has not acknowledged, once", async () => {
  const unit = await makeUnit({ level: "province" });
  const [an, binh] = [await makeReader({ unit }), await makeReader({ unit })];
  const material = await makePublished({ unit, acknowledgeBy: "2026-11-01" });
  const versionId = material.version.id;
  await db.materialReceipt.create({ data: { versionId, userId: an.userId, acknowledgedAt: new Date() } });
  const actor = await makeActor({ unit, permission: "materials.publish" });
  const day = addDays(today(), 7);
  expect(await moveDeadline(actor, versionId, day)).toBe(1);
  expect(await textsOf(an.userId)).toEqual([]);
  expect(await textsOf(binh.userId)).toEqual([words.vi.notices.deadlineMoved(material.title, showDay(day))]);
  const version = await db.materialVersion.findUnique({ where: { id: versionId } });
  expect(version?.acknowledgeBy).toEqual(dayToColumn(day));
  expect(await moveDeadline(actor, versionId, addDays(day, 1))).toBe(1);
  expect(await textsOf(binh.userId)).toHaveLength(1);
  expect(await db.auditLine.count({ where: { action: "material.deadlineMoved" } })).toBe(2);
});

test("refuses no day, a past one, the same one, and what readers do not get; a stranger finds nothing", async () => {
  const unit = await makeUnit({ level: "province" });
  const day = addDays(today(), 3);
  const material = await makePublished({ unit, acknowledgeBy: day });
  const actor = await makeActor({ unit, permission: "materials.publish" });
  const move = (to: string | null) => moveDeadline(actor, material.version.id, to);
  await expect(move(null)).rejects.toThrow(words.vi.errors.noDay);
  await expect(move(addDays(today(), -1))).rejects.toThrow(words.vi.errors.dayPast);
  await expect(move(day)).rejects.toThrow(words.vi.errors.sameDay);
  const stranger = await makeActor({ permission: "materials.publish" });
  expect(await moveDeadline(stranger, material.version.id, addDays(day, 1))).toBeNull();
  await db.material.update({ where: { id: material.id }, data: { state: "withdrawn" } });
  await expect(move(addDays(day, 1))).rejects.toThrow(words.vi.errors.notOut);
});
