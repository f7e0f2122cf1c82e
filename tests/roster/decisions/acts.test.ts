/** What decisions do to people: previewed, done as one change, told in the trail, taken back whole. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { type ActInput, actSchema, type LineInput } from "~/roster/acts/act";
import { takeBackAct } from "~/roster/acts/act-undo.server";
import { act, actJob, previewAct } from "~/roster/acts/acts.server";
import { countNamed } from "~/roster/decisions/decision-people.server";
import { addDecision, removeDecision } from "~/roster/decisions/decision-records.server";
import { words } from "~/roster/decisions/words";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../../factories";

let commune: { id: string };
let closed: { id: string };
let officer: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  closed = await makeUnit({ name: "Chi bộ cũ", parent: commune, closedOn: "2025-12-31" });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "decisions.edit" });
  elsewhere = await makeActor({ role: "commune_officer", permission: "decisions.edit" });
});

let number = 0;
const decide = (kind: "recognition" | "release" = "recognition") =>
  addDecision(officer, {
    number: `${++number}-QĐ/ĐU`,
    decidedOn: "2026-03-01",
    ...{ kind, issuer: null, signer: null, note: null, unitId: commune.id },
  });

function wishes(decisionId: string, lines: LineInput[], more: Partial<ActInput> = {}) {
  return actSchema.parse({
    decision: { choice: "existing", id: decisionId },
    ...{ role: "rapporteur", network: "party", level: "commune", unitId: "", term: "", termName: "" },
    ...{ startsOn: "2026-03-01", endsOn: "2030-12-31", reason: "", lines, ...more },
  } satisfies ActInput);
}

const begin = (speakerId: string, more: Partial<LineInput> = {}): LineInput => ({
  ...{ speakerId, appointmentId: "", does: "begin", ...more },
});

const spansOf = async (speakerId: string) =>
  (
    await db.appointment.findMany({ where: { speakerId }, orderBy: [{ startsOn: "asc" }, { id: "asc" }] })
  ).map(({ startsOn, endsOn, role, endReason }) =>
    [role, startsOn.toISOString().slice(0, 10), endsOn?.toISOString().slice(0, 10) ?? null, endReason].join(
      " ",
    ),
  );

describe("recognising", () => {
  test("begins an appointment for each, in the units and roles as given, and tells the trail", async () => {
    const [an, binh] = [await makeSpeaker({ unit: commune }), await makeSpeaker({ unit: commune })];
    const decisionId = await decide();
    const done = await act(
      officer,
      commune.id,
      wishes(decisionId, [begin(an.id), begin(binh.id, { role: "communicator" })]),
    );
    expect(done).toEqual({ decisionId, people: 2, changeSetId: expect.any(String) });
    expect(await spansOf(an.id)).toEqual(["rapporteur 2026-03-01 2030-12-31 "]);
    expect(await spansOf(binh.id)).toEqual(["communicator 2026-03-01 2030-12-31 "]);
    expect(await countNamed(officer, decisionId)).toEqual({ begins: 2, ends: 0 });
    const trail = await db.auditLine.findMany({ where: { subjectId: { in: [an.id, binh.id, decisionId] } } });
    expect(trail.map(({ action }) => action).sort()).toEqual([
      ...["decision.added", "decision.carried_out", "speaker.appointed", "speaker.appointed"],
    ]);
  });

  test("says of each person what stands in the way, and then records nobody", async () => {
    const [busy, lost, clear] = await Promise.all([0, 1, 2].map(() => makeSpeaker({ unit: commune })));
    const stranger = await makeSpeaker();
    if (!busy || !lost || !clear) throw new Error("unreachable");
    await makeAppointment({ speaker: busy, startsOn: "2025-01-01" });
    const lines = [
      begin(busy.id),
      begin(lost.id, { unitId: closed.id }),
      begin(clear.id, { level: "district_legacy" }),
      begin(stranger.id),
      begin(busy.id, { role: "communicator" }),
    ];
    const asked = wishes(await decide(), lines);
    const outcomes = await previewAct(officer, asked);
    expect(outcomes.map(({ problems }) => problems)).toEqual([
      ["Đã giữ chức danh này trong thời gian đó (01/01/2025 – …)."],
      ["Chi bộ cũ đã kết thúc hoạt động ngày 31/12/2025. Chọn đơn vị khác."],
      ["Cấp huyện đã kết thúc: không công nhận mới sau ngày 30/06/2025. Chọn cấp khác."],
      ["Không có người này trong phạm vi của đồng chí."],
      [],
    ]);
    expect(outcomes[4]?.warnings).toHaveLength(1);
    await expect(act(officer, commune.id, asked)).rejects.toThrow(/^4 người chưa ghi được/);
    expect(await spansOf(clear.id)).toEqual([]);
  });

  test("does not begin twice what the list names twice", async () => {
    const an = await makeSpeaker({ unit: commune });
    const outcomes = await previewAct(officer, wishes(await decide(), [begin(an.id), begin(an.id)]));
    expect(outcomes.map(({ problems }) => problems.length)).toEqual([1, 1]);
  });
});

describe("renewing", () => {
  test("begins anew where the term ends, cuts short what goes on, lets lapse, releases", async () => {
    const people = await Promise.all([0, 1, 2].map(() => makeSpeaker({ unit: commune })));
    const held = await Promise.all(
      people.map((speaker, at) =>
        makeAppointment({ speaker, startsOn: "2020-01-01", endsOn: at === 1 ? null : "2026-02-28" }),
      ),
    );
    const line = (at: number, more: Partial<LineInput>): LineInput => ({
      ...{ speakerId: people[at]?.id ?? "", appointmentId: held[at]?.id ?? "", does: "renew", ...more },
    });
    const decisionId = await decide();
    const lines = [line(0, {}), line(1, {}), line(2, { does: "release", reason: "retired" })];
    const done = await act(
      officer,
      commune.id,
      wishes(decisionId, lines, { term: "new", termName: "2026-2030" }),
    );
    const spans = await Promise.all(people.map(({ id }) => spansOf(id)));
    expect(spans).toEqual([
      ["rapporteur 2020-01-01 2026-02-28 ", "rapporteur 2026-03-01 2030-12-31 "],
      ["rapporteur 2020-01-01 2026-02-28 ", "rapporteur 2026-03-01 2030-12-31 "],
      ["rapporteur 2020-01-01 2026-02-28 retired"],
    ]);
    expect(await db.term.count({ where: { unitId: commune.id, name: "2026-2030" } })).toBe(1);

    expect(await takeBackAct(officer, decisionId, done.changeSetId ?? "")).toBe(true);
    expect(await Promise.all(people.map(({ id }) => spansOf(id)))).toEqual([
      ["rapporteur 2020-01-01 2026-02-28 "],
      ["rapporteur 2020-01-01  "],
      ["rapporteur 2020-01-01 2026-02-28 "],
    ]);
    expect(await db.term.count({ where: { unitId: commune.id, name: "2026-2030" } })).toBe(0);
    expect(await takeBackAct(officer, decisionId, done.changeSetId ?? "")).toBe(false);
  });
});

describe("replacing and releasing", () => {
  test("one leaves, another takes the seat until its end, and each is named in the other's line", async () => {
    const [goes, comes] = [
      await makeSpeaker({ unit: commune, fullName: "Lê Văn Đi" }),
      await makeSpeaker({ unit: commune, fullName: "Lê Thị Đến" }),
    ];
    const seat = await makeAppointment({ speaker: goes, startsOn: "2025-01-01", endsOn: "2029-06-30" });
    const lines: LineInput[] = [
      { speakerId: goes.id, appointmentId: seat.id, does: "replace", newcomerId: comes.id },
    ];
    await act(officer, commune.id, wishes(await decide("release"), lines, { reason: "moved", endsOn: "" }));
    expect(await spansOf(goes.id)).toEqual(["rapporteur 2025-01-01 2026-02-28 moved"]);
    expect(await spansOf(comes.id)).toEqual(["rapporteur 2026-03-01 2029-06-30 "]);
    const lineOf = async (id: string) =>
      (await db.auditLine.findFirstOrThrow({ where: { subjectId: id } })).after;
    expect(await lineOf(goes.id)).toMatchObject({ replacedBy: "Lê Thị Đến" });
    expect(await lineOf(comes.id)).toMatchObject({ replaces: "Lê Văn Đi" });
  });

  test("nobody is released who holds nothing, or whose time has not come", async () => {
    const [none, later] = [await makeSpeaker({ unit: commune }), await makeSpeaker({ unit: commune })];
    const held = await makeAppointment({ speaker: later, startsOn: "2026-05-01" });
    const lines: LineInput[] = [
      { speakerId: none.id, appointmentId: "", does: "release" },
      { speakerId: later.id, appointmentId: held.id, does: "release" },
    ];
    const outcomes = await previewAct(
      officer,
      wishes(await decide("release"), lines, { reason: "health", endsOn: "" }),
    );
    expect(outcomes.map(({ problems }) => problems)).toEqual([
      ["Không giữ chức danh nào để thực hiện."],
      ["Chức danh bắt đầu ngày 01/05/2026, không thể kết thúc trước đó."],
    ]);
  });
});

test("what something newer stands on is not taken back, and the refusal names whom it concerns", async () => {
  const an = await makeSpeaker({ unit: commune, fullName: "Trần Văn An" });
  const decisionId = await decide();
  const done = await act(officer, commune.id, wishes(decisionId, [begin(an.id)]));
  await db.appointment.updateMany({ where: { speakerId: an.id }, data: { endsOn: new Date("2027-01-01") } });
  await expect(takeBackAct(officer, decisionId, done.changeSetId ?? "")).rejects.toThrow(
    words.vi.errors.newerStands(1, "Trần Văn An"),
  );
  expect(await spansOf(an.id)).toEqual(["rapporteur 2026-03-01 2027-01-01 "]);
});

test("a decision that names people is not removed; one that names nobody is", async () => {
  const an = await makeSpeaker({ unit: commune, fullName: "Trần Văn An" });
  const decisionId = await decide();
  await act(officer, commune.id, wishes(decisionId, [begin(an.id)]));
  await expect(removeDecision(officer, decisionId)).rejects.toThrow(
    words.vi.errors.namesPeople(1, "Trần Văn An"),
  );
  const other = await decide();
  expect(await removeDecision(elsewhere, other)).toBe(false);
  expect(await removeDecision(officer, other)).toBe(true);
});

test("another unit's decision is none to act by", async () => {
  const mine = await makeSpeaker({ unit: { id: (elsewhere.reach as string[])[0] ?? "" } });
  const asked = wishes(await decide(), [begin(mine.id)]);
  await expect(act(elsewhere, mine.unitId, asked)).rejects.toThrow("Không tìm thấy quyết định này.");
});

test("sixty people are renewed in one go, and two hundred and one are a job", async () => {
  const people = Array.from({ length: 201 }, () => ({
    fullName: "Người Thứ Mấy",
    sortName: ["mấy"],
    unitId: commune.id,
  }));
  const made = await db.speaker.createManyAndReturn({ data: people, select: { id: true } });
  const sixty = wishes(
    await decide(),
    made.slice(0, 60).map(({ id }) => begin(id)),
  );
  const started = performance.now();
  await act(officer, commune.id, sixty);
  expect(performance.now() - started).toBeLessThan(5000);
  const many = wishes(
    await decide(),
    made.map(({ id }) => begin(id, { role: "communicator" })),
  );
  expect(await act(officer, commune.id, many)).toMatchObject({ people: 201, changeSetId: null });
  const run = await db.jobRun.findFirstOrThrow({ where: { job: "roster.decision", state: "waiting" } });
  const told: unknown[] = [];
  await actJob.work(actJob.payload.parse(run.payload), {
    ...{ id: run.id, actor: officer },
    progress: async (done, total, step) => void told.push([done, total, step]),
    checkCancelled: async () => {},
    finish: async (_, result) => void told.push(result),
  });
  expect(told).toEqual([
    ...[
      [0, 201, "checking"],
      [200, 201, "recording"],
      [201, 201, "recording"],
    ],
    { people: 201 },
  ]);
  const roles = await db.appointment.groupBy({
    by: ["role"],
    where: { speakerId: { in: made.map(({ id }) => id) } },
    _count: true,
    orderBy: { role: "asc" },
  });
  expect(roles.map(({ role, _count }) => [role, _count])).toEqual([
    ["communicator", 201],
    ["rapporteur", 60],
  ]);
});
