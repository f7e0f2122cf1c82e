/** Corrections that people ask for in their own record: one request that grows, and what who keeps the record makes of it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import type { DecisionValues } from "~/roster/own/correction";
import {
  countCorrections,
  decideCorrection,
  findCorrection,
  listCorrections,
} from "~/roster/own/corrections.server";
import {
  findProposal,
  listOwnCorrections,
  propose,
  withdrawCorrection,
} from "~/roster/own/own-corrections.server";
import { asOneself, findOwnRecord, type Oneself } from "~/roster/own/own-record.server";
import { isSame, type ProposalPart, type Proposed, proposalSchemas } from "~/roster/own/proposal";
import { words } from "~/roster/own/words";
import { updateSpeaker } from "~/roster/speaker-changes.server";
import { findSpeaker } from "~/roster/speakers.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../../factories";

let province: { id: string };
let commune: { id: string };
let officer: Actor;
let provincial: Actor;

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Lam Giang" });
  commune = await makeUnit({ name: "Đảng ủy xã Pá Lau", parent: province });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "roster.edit" });
  provincial = await makeActor({ role: "department_officer", unit: province, permission: "roster.edit" });
});

async function makeOneself(fullName = "Giàng Thị Mỷ"): Promise<Oneself> {
  const speaker = await makeSpeaker({ fullName, unit: commune, phone: "+84912345678" });
  const actor = await makeActor({ role: "speaker", unit: commune, name: fullName, speakerId: speaker.id });
  return (await asOneself(actor)) as Oneself;
}

/** As the form of the part sends it, the rest as the record stands. */
async function ask(self: Oneself, part: ProposalPart, changes: object, note = "") {
  const { values } = await findProposal(self, part);
  const sent = proposalSchemas[part].parse({ ...values, ...changes, note, noteChecked: true });
  const { noteChecked: _, ...proposed } = sent as Proposed & { note: string | null; noteChecked?: boolean };
  return propose(self, part, proposed);
}

async function waitingOf(self: Oneself) {
  const row = await db.correction.findFirstOrThrow({ where: { userId: self.userId, state: "waiting" } });
  return row.id;
}

async function decide(actor: Actor, id: string, values: Partial<DecisionValues>) {
  const found = await findCorrection(actor, id);
  if (!found) throw new Error("no such request");
  return decideCorrection(actor, id, { take: [], reason: null, version: found.version, ...values });
}

test("values say the same in whatever order they stand, and an unknown month is none", () => {
  expect(isSame({ year: 1975 }, { month: null, year: 1975, day: undefined })).toBe(true);
  expect(isSame([{ language: "tay" }, { language: "en" }], [{ language: "en" }, { language: "tay" }])).toBe(
    true,
  );
  expect(isSame("Bí thư", null)).toBe(false);
  expect(isSame(null, "")).toBe(false);
});

describe("the person", () => {
  test("sees the own record whole, and no decision's page", async () => {
    const self = await makeOneself();
    await makeAppointment({ speaker: { id: self.speakerId, unitId: commune.id } });
    const record = await findOwnRecord(self);
    expect(record?.speaker).toMatchObject({ fullName: "Giàng Thị Mỷ", unitName: "Đảng ủy xã Pá Lau" });
    expect(record?.speaker.appointments.map(({ inReach }) => inReach)).toEqual([false]);
    expect(record?.speaker).not.toHaveProperty("account");
  });

  test("gathers several parts in one request, of which only what differs is kept", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản", education: "Đại học" }, "Từ tháng 9");
    await ask(self, "contact", { phone: "0987 654 321", email: "" }, "Từ tháng 9");
    await ask(self, "work", { education: "" }, "Từ tháng 9");
    const [only, ...others] = await listOwnCorrections(self);
    expect(others).toEqual([]);
    expect(only?.lines.map(({ label, before, proposed }) => [label, before, proposed])).toEqual([
      ["Điện thoại", "0912 345 678", "0987 654 321"],
      ["Chức vụ", "", "Trưởng bản"],
    ]);
    expect(only).toMatchObject({ state: "waiting", note: "Từ tháng 9" });
    expect((await findProposal(self, "contact")).values).toMatchObject({ phone: "+84987654321" });
  });

  test("is told when nothing differs and nothing is said", async () => {
    const self = await makeOneself();
    await expect(ask(self, "contact", { phone: "0912.345.678" })).rejects.toThrow(
      words.vi.errors.nothingProposed,
    );
    await ask(self, "other", {}, "Tôi đã chuyển sang xã Na Mây.");
    expect(await db.correction.count({ where: { userId: self.userId } })).toBe(1);
  });

  test("withdraws while it waits, and not afterwards nor another's", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản" });
    const id = await waitingOf(self);
    expect(await withdrawCorrection(await makeOneself("Sùng A Tủa"), id)).toBe(false);
    expect(await withdrawCorrection(self, id)).toBe(true);
    expect(await withdrawCorrection(self, id)).toBe(false);
    expect(await db.notice.count({ where: { kind: "correction.waiting", subjectId: id } })).toBe(0);
    expect(await findCorrection(officer, id)).toBeNull();
  });
});

describe("who keeps the record", () => {
  test("is told, the nearest only", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản" });
    const told = await db.notice.findMany({ where: { subjectId: await waitingOf(self) } });
    expect(told.map(({ userId, path }) => [userId, path])).toEqual([
      [officer.userId, `/roster/corrections/${await waitingOf(self)}`],
    ]);
  });

  test("finds it within reach, those that wait first come first", async () => {
    const elsewhere = await makeActor({ role: "commune_officer", permission: "roster.edit" });
    const self = await makeOneself("Vàng Thị Dợ");
    await ask(self, "work", { position: "Trưởng bản" });
    const id = await waitingOf(self);
    expect(await findCorrection(elsewhere, id)).toBeNull();
    expect(
      await decideCorrection(elsewhere, id, { take: ["position"], reason: null, version: "" }),
    ).toBeNull();
    expect(await countCorrections(elsewhere)).toEqual({ waiting: 0, decided: 0 });
    const listed = await listCorrections(provincial, { state: "waiting", page: 1 });
    expect(listed.at(-1)).toMatchObject({ id, name: "Vàng Thị Dợ", fields: ["position"] });
    expect(listed.length).toBe((await countCorrections(provincial)).waiting);
  });

  test("takes everything by the same command as an edit; the trail says who proposed it, the person is told", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản", politicalTheory: "intermediate" });
    await ask(self, "person", { birth: { year: 1975, month: 3, day: 5 } });
    const id = await waitingOf(self);
    expect(await decide(officer, id, { take: ["position", "politicalTheory", "birth"] })).toBe("accepted");
    expect(await findSpeaker(officer, self.speakerId)).toMatchObject({
      ...{ position: "Trưởng bản", politicalTheory: "intermediate", birth: { year: 1975, month: 3, day: 5 } },
    });
    const lines = await db.auditLine.findMany({
      where: { subjectId: self.speakerId },
      orderBy: { id: "asc" },
    });
    expect(lines.map(({ action }) => action)).toEqual([
      ...[
        "correction.sent",
        "correction.sent",
        "speaker.part_saved",
        "speaker.part_saved",
        "correction.accepted",
      ],
    ]);
    expect(lines[2]).toMatchObject({
      actorId: officer.userId,
      after: { position: "Trưởng bản", politicalTheory: "intermediate", proposedBy: "Giàng Thị Mỷ" },
    });
    const told = await db.notice.findFirst({ where: { userId: self.userId } });
    expect(told).toMatchObject({ phrase: words.notices.accepted, path: "/me", kind: "correction.decided" });
    await expect(decideCorrection(officer, id, { take: [], reason: "x", version: "" })).rejects.toThrow(
      words.vi.errors.decidedAlready,
    );
  });

  test("takes some fields and says why not the others", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản", workplace: "Bản Pá Lau" });
    const id = await waitingOf(self);
    await expect(decide(officer, id, { take: ["position"] })).rejects.toThrow(words.vi.errors.reasonNeeded);
    expect(await decide(officer, id, { take: ["position"], reason: "Nơi công tác theo quyết định" })).toBe(
      "accepted",
    );
    expect(await findSpeaker(officer, self.speakerId)).toMatchObject({
      position: "Trưởng bản",
      workplace: null,
    });
    const [own] = await listOwnCorrections(self);
    expect(own).toMatchObject({ state: "accepted", reason: "Nơi công tác theo quyết định" });
    expect(own?.lines.map(({ field, isTaken }) => [field, isTaken])).toEqual([
      ["position", true],
      ["workplace", false],
    ]);
  });

  test("declines with a reason, and the record stays", async () => {
    const self = await makeOneself();
    await ask(self, "contact", { phone: "0987 654 322" });
    const id = await waitingOf(self);
    expect(await decide(officer, id, { reason: "Số này của người khác." })).toBe("declined");
    expect(await findSpeaker(officer, self.speakerId)).toMatchObject({ phone: "+84912345678" });
    expect((await db.notice.findFirst({ where: { userId: self.userId } }))?.phrase).toEqual(
      words.notices.declined,
    );
  });

  test("sees when the record moved since, and decides on nothing that was not shown", async () => {
    const self = await makeOneself();
    await ask(self, "work", { position: "Trưởng bản" });
    const id = await waitingOf(self);
    const seen = await findCorrection(officer, id);
    const record = await findSpeaker(officer, self.speakerId);
    if (!record || !seen) throw new Error("nothing there");
    const {
      fullName,
      givenName,
      birth,
      gender,
      phone,
      email,
      workplace,
      education,
      politicalTheory,
      note,
      unitId,
    } = record;
    await updateSpeaker(officer, self.speakerId, {
      ...{
        fullName,
        givenName,
        birth,
        gender,
        phone,
        email,
        workplace,
        education,
        politicalTheory,
        note,
        unitId,
      },
      ...{ position: "Phó trưởng bản", revision: record.revision },
    });
    await expect(
      decideCorrection(officer, id, { take: ["position"], reason: null, version: seen.version }),
    ).rejects.toThrow(words.vi.errors.movedMeanwhile);
    expect((await findCorrection(officer, id))?.lines).toMatchObject([
      { before: "", proposed: "Trưởng bản", now: "Phó trưởng bản", isMoved: true },
    ]);
    expect(await decide(officer, id, { take: ["position"] })).toBe("accepted");
  });

  test("marks a message as dealt with", async () => {
    const self = await makeOneself();
    await ask(self, "other", {}, "Chứng nhận năm 2024 chưa có trong hồ sơ.");
    const id = await waitingOf(self);
    expect(await findCorrection(officer, id)).toMatchObject({ isOnlyNote: true, lines: [] });
    await expect(decide(officer, id, {})).rejects.toThrow(words.vi.errors.reasonNeeded);
    expect(await decide(officer, id, { take: ["note"] })).toBe("accepted");
  });

  test("lets a new name be ordered by the rule again when its given name is no longer a part of it", async () => {
    const self = await makeOneself("Giàng A Câu");
    await db.speaker.update({ where: { id: self.speakerId }, data: { givenName: "Câu" } });
    await ask(self, "person", { fullName: "Giàng A Páo" });
    await decide(officer, await waitingOf(self), { take: ["fullName"] });
    expect(await findSpeaker(officer, self.speakerId)).toMatchObject({
      fullName: "Giàng A Páo",
      givenName: null,
    });
  });
});
