/** Many people changed at once: looked at first, done as one change, told in the trail, taken back whole. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { dayFromColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import {
  type BulkLine,
  countBulk,
  findBulk,
  listBulkPeople,
  startBulk,
} from "~/roster/bulk/bulk-edits.server";
import { applyBulk, bulkJob } from "~/roster/bulk/carry-out.server";
import { type OperationInput, operationSchema } from "~/roster/bulk/operation";
import { previewBulk } from "~/roster/bulk/preview.server";
import { words } from "~/roster/bulk/words";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { makeActor, makeAppointment, makeDecision, makeSpeaker, makeTerm, makeUnit } from "../../factories";

let province: { id: string };
let here: { id: string };
let there: { id: string };
let closed: { id: string };
let officer: Actor;
let clerk: Actor;
let topics: { id: string; name: string }[];

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Thử" });
  here = await makeUnit({ name: "Xã Đây", parent: province });
  there = await makeUnit({ name: "Xã Kia", parent: province });
  closed = await makeUnit({ name: "Xã Cũ", parent: province, closedOn: "2025-06-30" });
  officer = await makeActor({ unit: province, permission: "roster.edit" });
  clerk = await makeActor({ role: "commune_officer", unit: here, permission: "roster.edit" });
  topics = await db.topic.findMany({ orderBy: { position: "asc" }, take: 2 });
});

const people = (count: number, unit = here) =>
  Promise.all(Array.from({ length: count }, () => makeSpeaker({ unit })));
const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);

async function preview(actor: Actor, ids: string[], operation: OperationInput) {
  return previewOf(actor, await startBulk(actor, { ids }), operation);
}

async function previewOf(actor: Actor, id: string, operation: OperationInput) {
  const bulk = await findBulk(actor, id);
  if (!bulk) throw new Error("not begun");
  await previewBulk(actor, bulk, operationSchema.parse(operation));
  const lines = await listBulkPeople(actor, id, { show: null, page: 1 });
  return { id, lines: new Map(lines.map((line) => [line.id, line])), counts: await countBulk(id) };
}

const said = (line: BulkLine | undefined) => [line?.verdict, line?.reason];

async function undo(actor: Actor, changeSetId: string | null) {
  const change = await findChange(actor, changeSetId ?? "");
  if (!change) throw new Error("no such change");
  await takeBack(actor, change);
}

/** All that a bulk edit may touch, as the database holds it. */
async function dump() {
  const tables = ["speaker", "appointment", "speaker_topic", "speaker_language", "decision", "term"];
  return Promise.all(
    tables.map((table) =>
      db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`),
    ),
  );
}

/** Invariants 1 and 2 of domain.md 7.2: service follows from appointments alone, and what has no paper says so. */
async function seatsOf(speakerId: string) {
  const seats = await db.appointment.findMany({
    where: { speakerId },
    include: { unit: true, decision: true, endDecision: true },
    orderBy: [{ startsOn: "asc" }, { unitId: "asc" }],
  });
  return seats.map((seat) =>
    [
      seat.unit.name,
      dayFromColumn(seat.startsOn),
      dayFromColumn(seat.endsOn),
      seat.endReason,
      seat.decision?.number,
      seat.endDecision?.number,
    ].join(" "),
  );
}

const addTopic = (more: object = {}): OperationInput => ({
  ...{ does: "topics", way: "add", topicIds: [topics[0]?.id ?? ""], level: "certified", overwrite: false },
  ...more,
});
const existing = (id: string) => ({ choice: "existing" as const, id });
const unknown = { choice: "unknown" as const };

describe("choosing", () => {
  test("takes only people whom the actor may change, and says so", async () => {
    const [own] = await people(1);
    const [other] = await people(1, there);
    const id = await startBulk(clerk, { ids: idsOf([own, other] as { id: string }[]) });
    expect(await findBulk(clerk, id)).toMatchObject({
      asked: 2,
      search: null,
      operation: null,
      state: "draft",
    });
    expect(await countBulk(id)).toEqual({ changes: 0, same: 0, cannot: 0, total: 1 });
    expect(await findBulk(officer, id)).toBe(null);
    await expect(startBulk(clerk, { ids: [other?.id ?? ""] })).rejects.toThrow(words.vi.errors.nobody);
  });

  test("takes everybody whom the list matches, within the reach", async () => {
    const unit = await makeUnit({ parent: there });
    const all = await people(3, unit);
    for (const speaker of all.slice(1)) await makeAppointment({ speaker });
    expect(
      await countBulk(await startBulk(officer, { search: `?unit=${unit.id}&state=active` })),
    ).toMatchObject({
      total: 2,
    });
    await expect(startBulk(clerk, { search: `?unit=${unit.id}` })).rejects.toThrow(words.vi.errors.nobody);
  });
});

describe("topics", () => {
  test("are added; whoever has them keeps the level, unless it is to change", async () => {
    const all = await people(3);
    const [none, lower, same] = all;
    const topicId = topics[0]?.id ?? "";
    await db.speakerTopic.create({ data: { speakerId: lower?.id ?? "", topicId, level: "interested" } });
    await db.speakerTopic.create({ data: { speakerId: same?.id ?? "", topicId, level: "certified" } });
    const before = await dump();
    const { id, lines, counts } = await preview(officer, idsOf(all), addTopic());
    expect(counts).toEqual({ changes: 1, same: 2, cannot: 0, total: 3 });
    expect(lines.get(none?.id ?? "")).toMatchObject({
      ...{ verdict: "changes", before: { topics: {} }, after: { topics: { [topicId]: "certified" } } },
    });
    expect((await previewOf(officer, id, addTopic({ overwrite: true }))).counts).toMatchObject({
      changes: 2,
    });
    expect(await dump()).toEqual(before);

    const { changeSetId } = await applyBulk(officer, id);
    const held = await db.speakerTopic.findMany({ where: { speakerId: { in: idsOf(all) } } });
    expect(held.map(({ level }) => level)).toEqual(["certified", "certified", "certified"]);
    const trail = await db.auditLine.findMany({ where: { subjectId: { in: idsOf(all) } } });
    expect(trail.map(({ action, before, after }) => ({ action, before, after }))).toEqual(
      expect.arrayContaining([
        {
          action: "speaker.part_saved",
          before: { topics: [`${topics[0]?.name}: Quan tâm`] },
          after: { topics: [`${topics[0]?.name}: Được chứng nhận`] },
        },
      ]),
    );
    expect(trail).toHaveLength(2);
    await expect(applyBulk(officer, id)).rejects.toThrow(words.vi.errors.busy);
    await undo(officer, changeSetId);
    expect(await dump()).toEqual(before);
  });

  test("are removed, several at once", async () => {
    const [has, has2, none] = await people(3);
    const data = [has, has2].flatMap((one) =>
      topics.map(({ id }) => ({ speakerId: one?.id ?? "", topicId: id, level: "interested" })),
    );
    await db.speakerTopic.createMany({ data: data.slice(1) });
    const { id, counts } = await preview(
      officer,
      idsOf([has, has2, none] as { id: string }[]),
      addTopic({ way: "remove", topicIds: topics.map(({ id }) => id) }),
    );
    expect(counts).toMatchObject({ changes: 2, same: 1 });
    await applyBulk(officer, id);
    expect(await db.speakerTopic.count({ where: { speakerId: has?.id } })).toBe(0);
    expect(await db.speakerTopic.count({ where: { speakerId: has2?.id } })).toBe(0);
  });
});

test("a language is added, but not a thirteenth", async () => {
  const [free, full] = await people(2);
  const many = [
    "thai",
    "muong",
    "hmong",
    "khmer",
    "nung",
    "dao",
    "jarai",
    "ede",
    "bahnar",
    "cham",
    "en",
    "zh",
  ];
  await db.speakerLanguage.createMany({
    data: many.map((language) => ({ speakerId: full?.id ?? "", language, level: "basic" })),
  });
  const before = await dump();
  const { id, lines } = await preview(officer, idsOf([free, full] as { id: string }[]), {
    ...{ does: "languages", way: "add", language: "tay", level: "fluent", written: true, overwrite: false },
  });
  expect(said(lines.get(full?.id ?? ""))).toEqual(["cannot", "tooMany"]);
  const { changeSetId } = await applyBulk(officer, id);
  expect(await db.speakerLanguage.findMany({ where: { language: "tay" } })).toMatchObject([
    { speakerId: free?.id, level: "fluent", written: true },
  ]);
  await undo(officer, changeSetId);
  expect(await dump()).toEqual(before);
});

describe("moving", () => {
  test("ends the appointments of the old unit the day before and begins them anew; others stay", async () => {
    const all = await people(6);
    const [two, free, later, district, twice, away] = all;
    if (!two || !free || !later || !district || !twice || !away) throw new Error("unreachable");
    await makeAppointment({ speaker: two, startsOn: "2022-01-01", endsOn: "2027-12-31" });
    await makeAppointment({ speaker: two, unit: province, startsOn: "2022-01-01", level: "province" });
    await makeAppointment({ speaker: later, startsOn: "2026-03-01" });
    await makeAppointment({ speaker: district, startsOn: "2022-01-01", level: "district_legacy" });
    await makeAppointment({ speaker: twice, startsOn: "2022-01-01" });
    await makeAppointment({ speaker: twice, unit: there, startsOn: "2025-01-01" });
    await db.speaker.update({ where: { id: away.id }, data: { unitId: there.id } });
    await makeTerm({ unit: there, name: "2025-2030", startsOn: "2025-08-01", endsOn: "2030-07-31" });
    const decision = await makeDecision({ unit: here, number: "9-QĐ/ĐU" });
    const before = await dump();
    const { id, lines } = await preview(officer, idsOf(all), {
      ...{ does: "move", unitId: there.id, on: "2026-03-01", decision: existing(decision.id) },
    });
    expect(all.map((one) => said(lines.get(one.id)))).toEqual([
      ["changes", null],
      ["changes", null],
      ["cannot", "beginsLater"],
      ["cannot", "levelClosed"],
      ["cannot", "overlaps"],
      ["same", "there"],
    ]);
    const { changeSetId, people: done } = await applyBulk(officer, id);
    expect(done).toBe(2);
    expect((await seatsOf(two.id)).sort()).toEqual([
      "Tỉnh ủy Thử 2022-01-01    ",
      "Xã Kia 2026-03-01 2027-12-31  9-QĐ/ĐU ",
      "Xã Đây 2022-01-01 2026-02-28 moved  9-QĐ/ĐU",
    ]);
    const moved = await db.speaker.findMany({ where: { id: { in: idsOf(all) }, unitId: there.id } });
    expect(idsOf(moved).sort()).toEqual(idsOf([two, free, away]).sort());
    const seat = await db.appointment.findFirst({
      where: { speakerId: two.id, unitId: there.id },
      include: { term: true },
    });
    expect([seat?.term?.name, seat?.keeperId]).toEqual(["2025-2030", there.id]);
    await undo(officer, changeSetId);
    expect(await dump()).toEqual(before);
  });

  test("to a unit that is closed by then, or outside the reach, is refused", async () => {
    const all = idsOf(await people(1));
    const move = (unitId: string): OperationInput => ({
      ...{ does: "move", unitId, on: "2026-03-01", decision: unknown },
    });
    await expect(preview(officer, all, move(closed.id))).rejects.toThrow(
      /kết thúc hoạt động ngày 30\/06\/2025/,
    );
    await expect(preview(clerk, all, move(there.id))).rejects.toMatchObject({ field: "unitId" });
  });

  test("the keeping unit alone is corrected without touching appointments", async () => {
    const [one] = await people(1);
    if (!one) throw new Error("unreachable");
    await makeAppointment({ speaker: one, startsOn: "2022-01-01" });
    const { id } = await preview(officer, [one.id], { does: "unit", unitId: there.id });
    await applyBulk(officer, id);
    expect(await seatsOf(one.id)).toEqual(["Xã Đây 2022-01-01    "]);
    expect(await db.speaker.findUnique({ where: { id: one.id } })).toMatchObject({ unitId: there.id });
  });
});

test("appointments end on the day before, by one decision; those that cannot do not stop the others", async () => {
  const all = await people(5);
  const [stands, over, later, released, outside] = all;
  if (!stands || !over || !later || !released || !outside) throw new Error("unreachable");
  await makeAppointment({ speaker: stands, startsOn: "2022-01-01" });
  await makeAppointment({ speaker: stands, startsOn: "2022-01-01", role: "communicator" });
  await makeAppointment({ speaker: over, startsOn: "2020-01-01", endsOn: "2024-12-31" });
  await makeAppointment({ speaker: later, startsOn: "2026-03-01" });
  const gone = await makeAppointment({ speaker: released, startsOn: "2020-01-01", endsOn: "2026-05-31" });
  await db.appointment.update({ where: { id: gone.id }, data: { endReason: "retired" } });
  await makeAppointment({ speaker: outside, unit: province, startsOn: "2022-01-01", level: "province" });
  const before = await dump();
  const { id, lines, counts } = await preview(clerk, idsOf(all), {
    ...{ does: "end", on: "2026-03-01", reason: "health", role: "rapporteur", network: "" },
    decision: { choice: "new", number: "77-QĐ/ĐU", decidedOn: "2026-02-20", kind: "release" },
  });
  expect(counts).toEqual({ changes: 1, same: 1, cannot: 3, total: 5 });
  expect(all.map((one) => said(lines.get(one.id)))).toEqual([
    ["changes", null],
    ["same", "none"],
    ["cannot", "beginsLater"],
    ["cannot", "released"],
    ["cannot", "outOfReach"],
  ]);
  const { changeSetId } = await applyBulk(clerk, id);
  expect((await seatsOf(stands.id)).sort()).toEqual([
    "Xã Đây 2022-01-01    ",
    "Xã Đây 2022-01-01 2026-02-28 health  77-QĐ/ĐU",
  ]);
  const [line] = await db.auditLine.findMany({ where: { subjectId: stands.id } });
  expect(line).toMatchObject({
    action: "speaker.released",
    after: {
      appointments: ["Báo cáo viên, Xã Đây"],
      ...{ releasedOn: "2026-03-01", reason: "health", endDecision: "77-QĐ/ĐU, 20/02/2026" },
    },
  });
  const set = await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId ?? "" } });
  expect([set.kind, set.unitId, set.title]).toEqual([
    ...["roster.bulk", here.id, "Cho thôi từ 01/03/2026: lý do sức khỏe; chỉ báo cáo viên"],
  ]);
  await undo(clerk, changeSetId);
  const kept = (await dump()).map((rows, at) => (at === 4 ? [] : rows));
  // A decision stays on file, as after an act that is taken back.
  expect(kept).toEqual(before.map((rows, at) => (at === 4 ? [] : rows)));
});

test("a decision is put behind what has none, and taken away again", async () => {
  const all = await people(2);
  const [unsettled, settled] = all;
  if (!unsettled || !settled) throw new Error("unreachable");
  const decision = await makeDecision({ unit: here, number: "12-QĐ/ĐU" });
  await makeAppointment({ speaker: unsettled, startsOn: "2022-01-01", endsOn: "2023-12-31" });
  await makeAppointment({ speaker: unsettled, startsOn: "2024-01-01" });
  const held = await makeAppointment({ speaker: settled, startsOn: "2024-01-01" });
  await db.appointment.update({ where: { id: held.id }, data: { decisionId: decision.id } });
  const before = await dump();
  const { id, lines } = await preview(clerk, idsOf(all), {
    ...{ does: "attach", role: "", network: "", decision: existing(decision.id) },
  });
  expect(all.map((one) => said(lines.get(one.id)))).toEqual([
    ["changes", null],
    ["same", "known"],
  ]);
  const { changeSetId } = await applyBulk(clerk, id);
  expect(await seatsOf(unsettled.id)).toEqual([
    "Xã Đây 2022-01-01 2023-12-31  12-QĐ/ĐU ",
    "Xã Đây 2024-01-01   12-QĐ/ĐU ",
  ]);
  expect(await db.changeSet.findUnique({ where: { id: changeSetId ?? "" } })).toMatchObject({
    subjectId: decision.id,
  });
  await undo(clerk, changeSetId);
  expect(await dump()).toEqual(before);
  const stranger = await makeDecision({ number: "13-QĐ/ĐU" });
  await expect(
    preview(clerk, idsOf(all), { does: "attach", decision: existing(stranger.id) }),
  ).rejects.toMatchObject({ field: "decision.id" });
});

describe("what changed since the preview", () => {
  test("is shown instead of done: who joined, who left, whose outcome is another", async () => {
    const unit = await makeUnit({ parent: province });
    const [stays, leaves, differs] = await people(3, unit);
    const id = await startBulk(officer, { search: `?unit=${unit.id}` });
    await previewOf(officer, id, addTopic());
    const [joins] = await people(1, unit);
    await db.speaker.update({ where: { id: leaves?.id ?? "" }, data: { unitId: here.id } });
    await db.speakerTopic.create({
      data: { speakerId: differs?.id ?? "", topicId: topics[0]?.id ?? "", level: "interested" },
    });
    expect(await applyBulk(officer, id)).toEqual({
      news: [
        { what: "joined", count: 1, names: [joins?.fullName] },
        { what: "left", count: 1, names: [leaves?.fullName] },
        { what: "different", count: 1, names: [differs?.fullName] },
      ],
      ...{ people: 2, changeSetId: null },
    });
    expect(await db.speakerTopic.count({ where: { speakerId: stays?.id } })).toBe(0);
    expect((await findBulk(officer, id))?.news).toHaveLength(3);
    expect(await applyBulk(officer, id)).toMatchObject({
      news: [],
      people: 2,
      changeSetId: expect.any(String),
    });
    expect(
      await db.speakerTopic.count({
        where: {
          topicId: topics[0]?.id,
          level: "certified",
          speakerId: { in: idsOf([stays, joins] as { id: string }[]) },
        },
      }),
    ).toBe(2);
  });

  test("is told by the job too, which then does nothing; looked at again it is done", async () => {
    const unit = await makeUnit({ parent: province });
    const all = await people(203, unit);
    const { id } = await preview(officer, idsOf(all), addTopic());
    const before = await dump();
    expect(await applyBulk(officer, id)).toEqual({ news: [], people: 203, changeSetId: null });
    await expect(applyBulk(officer, id)).rejects.toThrow(words.vi.errors.busy);
    const late = all[7]?.id ?? "";
    const topicId = topics[0]?.id ?? "";
    const { id: heldId } = await db.speakerTopic.create({
      data: { speakerId: late, topicId, level: "interested" },
    });
    expect(await work(id)).toEqual({ people: 0 });
    expect(await findBulk(officer, id)).toMatchObject({
      state: "draft",
      changeSetId: null,
      news: [{ what: "different", count: 1, names: [all[7]?.fullName] }],
    });
    await db.speakerTopic.delete({ where: { id: heldId } });
    expect(await dump()).toEqual(before);
    await preview(officer, idsOf(all), addTopic());
    await applyBulk(officer, id);
    expect(await work(id)).toEqual({ people: 0 });
    await applyBulk(officer, id);
    expect(await work(id)).toEqual({ people: 203 });
  });
});

test("the job of many people: cancelled or cut off it leaves nothing, begun anew it is whole, taken back exact", async () => {
  const unit = await makeUnit({ parent: province });
  const all = await people(1100, unit);
  const before = await dump();
  const { id } = await preview(officer, idsOf(all), addTopic());
  await applyBulk(officer, id);
  for (const chunk of [0, 1, 3]) {
    await expect(work(id, chunk)).rejects.toThrow("stopped");
    expect(await dump()).toEqual(before);
    expect(await findBulk(officer, id)).toMatchObject({ state: "working", changeSetId: null });
  }
  const seen: string[] = [];
  expect(await work(id, undefined, seen)).toEqual({ people: 1100 });
  expect(seen).toEqual([
    ...["checking 0/1100", "recording 500/1100", "recording 1000/1100", "recording 1100/1100"],
  ]);
  const done = await findBulk(officer, id);
  expect(done?.state).toBe("done");
  await undo(officer, done?.changeSetId ?? null);
  expect(await dump()).toEqual(before);
}, 30_000);

/** As the worker runs it. `stopAt`: the how manieth time that it asks whether to stop, it has to. */
async function work(bulkId: string, stopAt = Number.POSITIVE_INFINITY, seen: string[] = []) {
  const bulk = await findBulk(officer, bulkId);
  let asked = 0;
  return bulkJob.work(
    { bulkId },
    {
      id: bulk?.jobRunId ?? "",
      actor: officer,
      progress: async (done, total, step) => void seen.push(`${step} ${done}/${total}`),
      checkCancelled: async () => {
        if (asked++ >= stopAt) throw new Error("stopped");
      },
      finish: async () => undefined,
    },
  );
}
