/** Sensitive fields: off, on with a reason, masked, revealed with a line in the trail, off again, erased. */
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { asChangeSet } from "~/platform/change-sets.server";
import { db, transaction } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import type { Run } from "~/platform/jobs.server";
import { type PrivateValues, privateFieldNames } from "~/roster/record/private";
import {
  findPrivateForm,
  maskFields,
  removePhoto,
  revealField,
  savePhoto,
  savePrivate,
} from "~/roster/record/private.server";
import {
  listFieldSettings,
  purgeFieldLater,
  purgePrivateJob,
  switchOff,
  switchOn,
} from "~/roster/record/private-settings.server";
import { findSkills } from "~/roster/record/record.server";
import { words } from "~/roster/record/words";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";

const reason = "Phân công người tuyên truyền bằng tiếng dân tộc.";
const nothing: PrivateValues = {
  ...{ ethnicGroup: null, partyJoinedOn: null, partyFullOn: null, identityNumber: null, homeAddress: null },
  erase: [],
};

let commune: { id: string };
let officer: Actor;
let administrator: Actor;
let elsewhere: Actor;
let id: string;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit();
  officer = await makeActor({
    role: "commune_officer",
    unit: commune,
    name: "Trần Thu Hà",
    permission: "roster.reveal",
  });
  elsewhere = await makeActor({ role: "commune_officer", permission: "roster.reveal" });
  administrator = await makeActor({ role: "system_administrator", name: "Hoàng Quốc Bảo" });
});
beforeEach(async () => {
  id = (await makeSpeaker({ fullName: "Y Bhin Niê", unit: commune })).id;
});
afterEach(async () => {
  for (const field of privateFieldNames) await switchOff(administrator, field);
  await db.speakerPrivate.deleteMany();
});

async function lines(subjectId: string) {
  const found = await db.auditLine.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return found.map(({ action, actorName, before, after }) => ({ action, actorName, before, after }));
}

const run = (actor: Actor) =>
  ({
    actor,
    progress: async () => {},
    checkCancelled: async () => {},
    finish: async () => {},
  }) as unknown as Run;

const photo = () =>
  sharp({ create: { width: 900, height: 900, channels: 3, background: "#135" } })
    .png()
    .toBuffer();

test("every field is off at first: nothing is shown, written or revealed", async () => {
  await db.speakerPrivate.create({ data: { speakerId: id, ethnicGroup: "Ê Đê" } });
  expect(await maskFields(["ethnicGroup"])).toEqual([]);
  const off = { phrase: words.errors.fieldOff };
  await expect(revealField(officer, id, "ethnicGroup")).rejects.toMatchObject(off);
  await expect(savePrivate(officer, id, { ...nothing, ethnicGroup: "Kinh" })).rejects.toMatchObject(off);
  await expect(savePhoto(officer, id, await photo())).rejects.toMatchObject(off);
  expect(await lines(id)).toEqual([]);
});

describe("switched on", () => {
  beforeEach(() => switchOn(administrator, "ethnicGroup", { reason }));

  test("a page learns the field, its reason and that something is there; the trail never what", async () => {
    expect(await savePrivate(officer, id, { ...nothing, ethnicGroup: "Ê Đê" })).toBe(true);
    const masked = [{ field: "ethnicGroup", reason, isHeld: true }];
    expect(await maskFields((await findSkills(officer, id))?.held ?? [])).toEqual(masked);
    expect(await findPrivateForm(officer, id)).toEqual({ fullName: "Y Bhin Niê", masked });
    expect(await lines(id)).toEqual([
      {
        ...{ action: "speaker.private_saved", actorName: "Trần Thu Hà" },
        ...{ before: {}, after: { privateFields: ["ethnicGroup"] } },
      },
    ]);
  });

  test("revealing answers the value and tells the trail who looked, at whom, at which field, and the reason", async () => {
    await savePrivate(officer, id, { ...nothing, ethnicGroup: "Ê Đê" });
    expect(await revealField(officer, id, "ethnicGroup")).toBe("Ê Đê");
    expect((await lines(id)).at(-1)).toEqual({
      action: "speaker.private_revealed",
      actorName: "Trần Thu Hà",
      before: {},
      after: { privateFields: ["ethnicGroup"], privateReason: reason },
    });
  });

  test("is not there for another unit, and nothing stored is nothing revealed", async () => {
    expect(await revealField(officer, id, "ethnicGroup")).toBeNull();
    await savePrivate(officer, id, { ...nothing, ethnicGroup: "Ê Đê" });
    expect(await revealField(elsewhere, id, "ethnicGroup")).toBeNull();
    expect(await savePrivate(elsewhere, id, { ...nothing, ethnicGroup: "Kinh" })).toBe(false);
    expect(await findPrivateForm(elsewhere, id)).toBeNull();
    expect(await lines(id)).toHaveLength(1);
  });

  test("what is left empty stays, what is named goes", async () => {
    await savePrivate(officer, id, { ...nothing, ethnicGroup: "Ê Đê" });
    await savePrivate(officer, id, nothing);
    expect(await revealField(officer, id, "ethnicGroup")).toBe("Ê Đê");
    await savePrivate(officer, id, { ...nothing, erase: ["ethnicGroup"] });
    expect(await revealField(officer, id, "ethnicGroup")).toBeNull();
  });

  test("off again, the value stays out of reach until it is erased, also from what changes remember", async () => {
    await transaction(undefined, (tx) =>
      asChangeSet(tx, officer, { kind: "roster.merge", title: "Gộp", unitId: commune.id }, async () => {
        await tx.speakerPrivate.create({ data: { speakerId: id, ethnicGroup: "Ê Đê", homeAddress: "số 1" } });
        await tx.speakerPrivate.update({ where: { speakerId: id }, data: { ethnicGroup: "Gia Rai" } });
      }),
    );
    await expect(purgeFieldLater(administrator, "ethnicGroup")).rejects.toMatchObject({
      phrase: words.errors.stillOn,
    });
    await switchOff(administrator, "ethnicGroup");
    await expect(revealField(officer, id, "ethnicGroup")).rejects.toMatchObject({
      phrase: words.errors.fieldOff,
    });
    expect((await listFieldSettings()).find(({ field }) => field === "ethnicGroup")).toMatchObject({
      on: null,
      held: 1,
    });

    expect(await purgePrivateJob.work({ field: "ethnicGroup" }, run(administrator))).toEqual({ count: 1 });
    expect(await db.speakerPrivate.findUnique({ where: { speakerId: id } })).toMatchObject({
      ...{ ethnicGroup: null, homeAddress: "số 1" },
    });
    const remembered = await db.changeRow.findMany({ where: { tableName: "speaker_private" } });
    expect(remembered).toHaveLength(2);
    expect(JSON.stringify(remembered.map(({ before, after }) => [before, after]))).not.toMatch(
      /Ê Đê|Gia Rai/,
    );
    expect((await lines("ethnicGroup")).map(({ action, after }) => ({ action, after })).slice(-3)).toEqual([
      { action: "private_field.on", after: { privateReason: reason } },
      { action: "private_field.off", after: {} },
      { action: "private_field.purged", after: { privateCount: 1 } },
    ]);
  });
});

describe("a photo", () => {
  beforeEach(() => switchOn(administrator, "photo", { reason: "In thẻ báo cáo viên của tỉnh." }));

  test("is stored written anew, revealed as a data address, replaced and removed with its file", async () => {
    expect(await savePhoto(officer, id, await photo())).toBe(true);
    const first = await db.speakerPrivate.findUnique({ where: { speakerId: id } });
    const shown = await revealField(officer, id, "photo");
    const { width, format } = await sharp(Buffer.from(shown?.split(",")[1] ?? "", "base64")).metadata();
    expect({ width, format }).toEqual({ width: 600, format: "jpeg" });
    await savePhoto(officer, id, await photo());
    await expect(readFile(first?.photoId ?? "")).rejects.toThrow();
    await removePhoto(officer, id);
    expect(await db.storedFile.count({ where: { name: "photo.jpg" } })).toBe(0);
    expect(await revealField(officer, id, "photo")).toBeNull();
  });

  test("that is no picture is refused at its field", async () => {
    await expect(savePhoto(officer, id, Buffer.from("MZ"))).rejects.toMatchObject({
      ...{ phrase: words.errors.photoUnreadable, field: "file" },
    });
    expect(await savePhoto(elsewhere, id, await photo())).toBe(false);
  });

  test("is erased with its file when the field is purged", async () => {
    await savePhoto(officer, id, await photo());
    await switchOff(administrator, "photo");
    expect(await purgePrivateJob.work({ field: "photo" }, run(administrator))).toEqual({ count: 1 });
    expect(await db.storedFile.count({ where: { name: "photo.jpg" } })).toBe(0);
  });
});

test("another reason keeps since when the field is on", async () => {
  await switchOn(administrator, "homeAddress", { reason });
  await switchOn(administrator, "homeAddress", { reason: "Gửi tài liệu giấy đến nhà." });
  const { on } = (await listFieldSettings()).find(({ field }) => field === "homeAddress") ?? {};
  expect(on).toMatchObject({ reason: "Gửi tài liệu giấy đến nhà.", by: "Hoàng Quốc Bảo" });
  expect((await lines("homeAddress")).at(-1)?.action).toBe("private_field.reason_changed");
});
