/** The timeline of a person: every source, newest first, by year, one kind or all. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { numberKey } from "~/roster/decision";
import { readTimeline, type TimelineSource } from "~/roster/record/timeline";
import { rosterTimeline } from "~/roster/record/timeline.server";
import { makeActor, makeImport, makeSpeaker, makeUnit, makeUser } from "../../factories";

let officer: Actor;
let leader: Actor;
let id: string;
const soon = addDays(today(), 30);

beforeAll(async () => {
  await makeUnit();
  const unit = await makeUnit({ name: "Đảng ủy phường Ba Đình" });
  officer = await makeActor({ role: "commune_officer", unit });
  leader = await makeActor({ role: "commune_leader", unit });
  const speaker = await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit });
  id = speaker.id;
  const decision = await db.decision.create({
    data: {
      ...{ number: "45-QĐ/ĐU", numberKey: numberKey("45-QĐ/ĐU"), kind: "recognition", unitId: unit.id },
      decidedOn: dayToColumn("2021-03-01"),
    },
  });
  const post = { speakerId: id, unitId: unit.id, role: "rapporteur", network: "party", level: "commune" };
  await db.appointment.create({
    data: {
      ...post,
      startsOn: dayToColumn("2021-03-01"),
      endsOn: dayToColumn("2024-05-31"),
      decisionId: decision.id,
      endReason: "discipline",
    },
  });
  await db.appointment.create({
    data: { ...post, startsOn: dayToColumn("2025-08-12"), endsOn: dayToColumn(soon) },
  });
  await db.qualification.create({
    data: {
      speakerId: id,
      name: "Chứng nhận nghiệp vụ",
      issuer: "Trường Chính trị",
      issuedOn: dayToColumn("2021-06-01"),
      expiresOn: dayToColumn("2024-05-31"),
    },
  });
  const about = { kind: "speaker", id, title: speaker.fullName, unitId: unit.id };
  await audit(db, officer, "speaker.part_saved", {
    ...about,
    before: { unit: "Xã A", phone: "1" },
    after: { unit: "Xã B", phone: "2" },
  });
  await audit(db, officer, "speaker.part_saved", { ...about, before: { phone: "1" }, after: { phone: "2" } });
  const user = await makeUser({ speakerId: id });
  await audit(db, officer, "account.added", {
    kind: "account",
    id: user.id,
    title: user.name,
    unitId: unit.id,
  });
  await audit(db, officer, "account.password_changed", {
    kind: "account",
    id: user.id,
    title: user.name,
    unitId: unit.id,
  });
  const { id: importId } = await makeImport({ unit });
  await db.rosterImport.update({
    where: { id: importId },
    data: { committedAt: new Date("2025-09-01T20:00:00Z"), state: "done" },
  });
  for (const row of [1, 2]) {
    await db.rosterImportRow.create({
      data: { importId, sheet: "1", row, raw: [], outcome: "updated", speakerId: id },
    });
  }
  const { id: changeSetId } = await db.changeSet.create({
    data: { kind: "roster.merge", title: "x", actorId: "system", actorName: "x" },
  });
  await db.speakerAlias.create({
    data: {
      id: crypto.randomUUID(),
      speakerId: id,
      fullName: "Đặng Ánh",
      changeSetId,
      createdAt: new Date("2025-10-01T03:00:00Z"),
    },
  });
  await db.correction.create({
    data: {
      speakerId: id,
      userId: user.id,
      before: {},
      after: {},
      state: "accepted",
      decidedAt: new Date("2025-11-02T03:00:00Z"),
    },
  });
  const review = await db.review.create({
    data: { name: "Rà soát năm 2025", unitId: unit.id, dueOn: dayToColumn("2025-12-01"), createdBy: "x" },
  });
  await db.reviewUnit.create({ data: { reviewId: review.id, unitId: unit.id, state: "confirmed" } });
  await db.reviewEntry.create({
    data: {
      reviewId: review.id,
      unitId: unit.id,
      speakerId: id,
      verdict: "keep",
      markedAt: new Date("2025-11-20T03:00:00Z"),
    },
  });
});

const flat = async (actor: Actor, kind: string | null = null) =>
  (await readTimeline(actor, id, [rosterTimeline], kind)).years.flatMap(({ year, events }) =>
    events.map(({ day, text, note }) => [year, day, text, note ?? null]),
  );

test("tells everything, newest first", async () => {
  const year = (day: string) => day.slice(0, 4);
  const now = today();
  const all = await flat(officer);
  const past = all.filter(([, day]) => (day as string) < now);
  expect(all.filter(([, day]) => (day as string) > now)).toEqual([
    [year(soon), soon, "Sẽ hết nhiệm kỳ: Báo cáo viên, Đảng ủy phường Ba Đình", null],
  ]);
  expect(
    all
      .filter(([, day]) => day === now)
      .map(([, , text]) => text)
      .sort(),
  ).toEqual([...["Chuyển đơn vị quản lý: Xã A sang Xã B", "Được cấp tài khoản"]]);
  expect(past).toEqual([
    ["2025", "2025-11-20", "Rà soát: Rà soát năm 2025", "Đề nghị giữ"],
    ["2025", "2025-11-02", "Đề nghị sửa hồ sơ được chấp nhận", null],
    ["2025", "2025-10-01", "Gộp hồ sơ trùng của Đặng Ánh", null],
    ["2025", "2025-09-02", "Cập nhật từ tệp danh-sach.xlsx", null],
    ["2025", "2025-08-12", "Bắt đầu: Báo cáo viên, Đảng ủy phường Ba Đình", "Chưa rõ quyết định"],
    ["2024", "2024-05-31", "Thôi: Báo cáo viên, Đảng ủy phường Ba Đình", "Lý do: Bị kỷ luật"],
    ["2024", "2024-05-31", "Hết hạn Chứng nhận nghiệp vụ", null],
    ["2021", "2021-06-01", "Được cấp Chứng nhận nghiệp vụ", "Nơi cấp: Trường Chính trị"],
    [
      "2021",
      "2021-03-01",
      "Bắt đầu: Báo cáo viên, Đảng ủy phường Ba Đình",
      "Quyết định 45-QĐ/ĐU ngày 01/03/2021",
    ],
  ]);
});

test("of one kind only, and with how many there are of each", async () => {
  expect((await flat(officer, "unit")).map(([, , text]) => text)).toEqual([
    "Chuyển đơn vị quản lý: Xã A sang Xã B",
  ]);
  const { kinds, total } = await readTimeline(officer, id, [rosterTimeline], "unit");
  expect(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))).toEqual({
    ...{ appointment: 4, unit: 1, qualification: 2, record: 3, review: 1, account: 1 },
  });
  expect(total).toBe(12);
});

test("keeps discipline and accounts from those who only read", async () => {
  const told = (await flat(leader)).map(([, , text, note]) => `${text} ${note ?? ""}`).join("\n");
  expect(told).not.toMatch(/kỷ luật|tài khoản/);
  expect(told).toContain("Lý do: Lý do khác");
});

test("other features add what they know", async () => {
  const training: TimelineSource = {
    kinds: { training: { vi: "Tập huấn", en: "Training" } },
    list: async () => [{ kind: "training", day: "2023-01-05", text: "Lớp nghiệp vụ" }],
  };
  const { years, kinds } = await readTimeline(officer, id, [rosterTimeline, training], null);
  expect(years.find(({ year }) => year === "2023")?.events.map(({ text }) => text)).toEqual([
    "Lớp nghiệp vụ",
  ]);
  expect(kinds.at(-1)).toEqual({ kind: "training", label: "Tập huấn", count: 1 });
});
