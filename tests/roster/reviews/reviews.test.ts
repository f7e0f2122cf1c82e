/** A review from opening to closing: who stands on which list, who may do what, and who is told. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { previewChoice } from "~/roster/reviews/choice.server";
import { openReview } from "~/roster/reviews/openings.server";
import { isLateWith, readProgress } from "~/roster/reviews/progress.server";
import { readProgressQuery } from "~/roster/reviews/progress-query";
import { remindUnits } from "~/roster/reviews/reminders.server";
import {
  closeReview,
  findOwnReview,
  findReview,
  listReviews,
  updateReview,
} from "~/roster/reviews/reviews.server";
import { listEntries } from "~/roster/reviews/unit/entries.server";
import {
  confirmList,
  findList,
  reopenList,
  returnList,
  submitList,
} from "~/roster/reviews/unit/lists.server";
import { markSchema } from "~/roster/reviews/unit/mark";
import { markWords } from "~/roster/reviews/unit/mark-words";
import { findCorrection, keepTheRest, markEntry, unkeep } from "~/roster/reviews/unit/marks.server";
import { listWaitingReviews } from "~/roster/reviews/waiting.server";
import { words } from "~/roster/reviews/words";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, type UnitLike } from "../../factories";

const query = readProgressQuery(new URL("http://localhost/"));
let root: UnitLike;
let ward: UnitLike;
let silent: UnitLike;
let department: Actor;
let officer: Actor;
let leader: Actor;

beforeEach(async () => {
  root = await makeUnit({ name: "Tỉnh ủy", kind: "provincial_committee", level: "province" });
  ward = await makeUnit({ name: "Đảng ủy phường Một", parent: root });
  silent = await makeUnit({ name: "Đảng ủy phường Hai", parent: root });
  department = await makeActor({ role: "department_officer", unit: root, permission: "reviews.open" });
  officer = await makeActor({ role: "commune_officer", unit: ward, permission: "reviews.mark" });
  leader = await makeActor({ role: "commune_leader", unit: ward, permission: "reviews.confirm" });
});

async function open(values: { kinds?: ["commune_committee"]; dueOn?: string } = {}) {
  const id = crypto.randomUUID();
  const { kinds = [], dueOn = addDays(today(), 10) } = values;
  await openReview(department, { id, name: "Rà soát 2026", note: null, dueOn, unitIds: [root.id], kinds });
  return id;
}

async function listOf(reviewId: string, unit: UnitLike) {
  const { id } = await db.reviewUnit.findUniqueOrThrow({
    where: { reviewId_unitId: { reviewId, unitId: unit.id } },
  });
  return id;
}

async function serving(unit: UnitLike, fullName: string, more: { at?: UnitLike; endsOn?: string } = {}) {
  const speaker = await makeSpeaker({ unit, fullName });
  await makeAppointment({ speaker, unit: more.at ?? unit, endsOn: more.endsOn });
  return speaker;
}

const everything = { show: null, page: 1 };
const parse = (mark: object) => markSchema.parse(mark);

async function entriesOf(actor: Actor, listId: string) {
  const list = await findList(actor, listId);
  if (!list) throw new Error("The list is not there.");
  return (await listEntries(actor, list, everything)).entries;
}

describe("opening", () => {
  test("lists everybody active in each unit, in each of their units, and tells who answers", async () => {
    const an = await serving(ward, "Nguyễn Văn An");
    await makeAppointment({ speaker: an, unit: silent, role: "communicator" });
    await serving(silent, "Lê Thị Bình");
    await serving(ward, "Đã Thôi Rồi", { endsOn: "2025-12-31" });
    expect(await previewChoice(department, { unitIds: [root.id], kinds: [] })).toEqual({
      units: 2,
      people: 2,
      unanswered: { total: 1, names: ["Đảng ủy phường Hai"] },
    });
    const id = await open();
    const lists = await db.reviewUnit.findMany({
      where: { reviewId: id },
      orderBy: { unit: { name: "asc" } },
    });
    expect(lists.map(({ unitId, listed, marked }) => [unitId, listed, marked])).toEqual([
      [silent.id, 2, 0],
      [ward.id, 1, 0],
    ]);
    const notices = await db.notice.findMany({ where: { kind: "review.waiting" } });
    expect(notices.filter(({ userId }) => userId === officer.userId).map(({ path }) => path)).toEqual([
      `/roster/reviews/lists/${await listOf(id, ward)}`,
    ]);
    expect(await listWaitingReviews(officer, "vi")).toEqual([
      {
        label: words.vi.waiting.mark("Rà soát 2026", 1, 1, words.vi.waiting.dueIn(10)),
        to: `/roster/reviews/lists/${await listOf(id, ward)}`,
      },
    ]);
  });

  test("sent twice opens once; nobody active is refused", async () => {
    await serving(ward, "Nguyễn Văn An");
    const values = {
      id: crypto.randomUUID(),
      name: "R",
      note: null,
      dueOn: today(),
      unitIds: [root.id],
      kinds: [],
    };
    expect([await openReview(department, values), await openReview(department, values)]).toEqual([1, 1]);
    const empty = { ...values, id: crypto.randomUUID(), unitIds: [silent.id] };
    await expect(openReview(department, empty)).rejects.toThrow(words.vi.errors.noUnits);
    const elsewhere = { ...empty, unitIds: [(await makeUnit()).id] };
    await expect(openReview(department, elsewhere)).rejects.toThrow(words.vi.errors.unitUnknown);
  });

  test("a unit sees its own list only", async () => {
    await serving(ward, "Nguyễn Văn An");
    await serving(silent, "Lê Thị Bình");
    const id = await open();
    const review = await findReview(officer, id);
    if (!review) throw new Error("The review is not there.");
    const { units, total, figures, remindable } = await readProgress(officer, review, query);
    expect(units.map(({ name }) => name)).toEqual(["Đảng ủy phường Một"]);
    expect([total, figures.units, remindable]).toEqual([1, 1, null]);
    expect(await findList(officer, await listOf(id, silent))).toBeNull();
    expect([(await findReview(officer, id))?.isOurs, await findOwnReview(officer, id)]).toEqual([
      false,
      null,
    ]);
    const stranger = await makeActor({ role: "commune_officer", permission: "reviews.view" });
    expect([await findReview(stranger, id), await listReviews(stranger)]).toEqual([null, []]);
  });
});

describe("marking", () => {
  test("keep, correct, release, replace, propose; every mark counts at once", async () => {
    const people = [];
    for (const name of ["An", "Bình", "Cúc", "Dũng"]) people.push(await serving(ward, `Nguyễn Thị ${name}`));
    const list = await listOf(await open(), ward);
    const [an, binh, cuc, dung] = await entriesOf(officer, list);
    const known = await makeSpeaker({ unit: ward, fullName: "Trần Văn Giang" });
    await markEntry(officer, list, parse({ verdict: "keep", entryId: an?.id }));
    const { fullName, position, ...rest } = (await findCorrection(officer, list, binh?.id ?? "")) ?? {};
    await markEntry(
      officer,
      list,
      parse({ ...rest, fullName, verdict: "correct", entryId: binh?.id, position: "Bí thư Chi bộ" }),
    );
    await markEntry(officer, list, parse({ verdict: "release", entryId: cuc?.id, reason: "discipline" }));
    const replace = { verdict: "replace_known", entryId: dung?.id, reason: "moved" };
    await markEntry(officer, list, parse({ ...replace, newcomerId: known.id }));
    const person = { id: crypto.randomUUID(), fullName: "Hoàng Thị Hoa", birth: { year: 1985 } };
    const proposal = parse({ verdict: "propose_new", ...person, role: "communicator", network: "party" });
    await markEntry(officer, list, proposal);
    expect(await markEntry(officer, list, proposal)).toEqual({ listed: 5, marked: 5 });
    const said = (await entriesOf(leader, list)).map(({ fullName, verdict, reason, proposal }) => [
      fullName,
      verdict,
      reason,
      proposal.newcomer,
      proposal.fields,
    ]);
    // A leader does not keep the roster: discipline stays between those who do.
    expect(said).toEqual([
      ["Nguyễn Thị An", "keep", null, null, []],
      ["Nguyễn Thị Bình", "correct", null, null, ["position"]],
      ["Nguyễn Thị Cúc", "release", "other", null, []],
      ["Nguyễn Thị Dũng", "replace", "moved", "Trần Văn Giang", []],
      ["Hoàng Thị Hoa", "propose", null, null, []],
    ]);
  });

  test("refuses what says nothing, whom nobody knows, and who is there already", async () => {
    const an = await serving(ward, "Nguyễn Văn An");
    const list = await listOf(await open(), ward);
    const [entry] = await entriesOf(officer, list);
    const same = await findCorrection(officer, list, entry?.id ?? "");
    await expect(
      markEntry(officer, list, parse({ ...same, verdict: "correct", entryId: entry?.id })),
    ).rejects.toThrow(markWords.vi.errors.nothingCorrected);
    const seat = { role: "rapporteur", network: "party" };
    await expect(
      markEntry(officer, list, parse({ verdict: "propose_known", newcomerId: an.id, ...seat })),
    ).rejects.toThrow(markWords.vi.errors.onTheList);
    const stranger = await makeSpeaker();
    await expect(
      markEntry(officer, list, parse({ verdict: "propose_known", newcomerId: stranger.id, ...seat })),
    ).rejects.toThrow(markWords.vi.errors.personUnknown);
    const elsewhere = parse({ verdict: "keep", entryId: crypto.randomUUID() });
    expect(await markEntry(officer, list, elsewhere)).toBeNull();
  });

  test("the rest is kept at once and given back, what was marked by hand stays", async () => {
    for (const name of ["An", "Bình", "Cúc"]) await serving(ward, `Nguyễn Thị ${name}`);
    const list = await listOf(await open(), ward);
    const [an] = await entriesOf(officer, list);
    await markEntry(officer, list, parse({ verdict: "release", entryId: an?.id, reason: "retired" }));
    const kept = await keepTheRest(officer, list);
    expect(kept?.people).toBe(2);
    expect(await findList(officer, list)).toMatchObject({ listed: 3, marked: 3 });
    expect(await unkeep(officer, list, kept?.at ?? "")).toBe(true);
    expect(await findList(officer, list)).toMatchObject({ listed: 3, marked: 1 });
  });
});

describe("from hand to hand", () => {
  test("handed in when all are marked, returned once, confirmed by the unit's own leader, opened again", async () => {
    await serving(ward, "Nguyễn Văn An");
    const id = await open();
    const list = await listOf(id, ward);
    await expect(submitList(officer, list)).rejects.toThrow(words.vi.errors.unmarked(1));
    await keepTheRest(officer, list);
    await submitList(officer, list);
    await expect(keepTheRest(officer, list)).rejects.toThrow(words.vi.errors.notNow);
    const above = await makeActor({ role: "department_leader", unit: root, permission: "reviews.confirm" });
    await expect(confirmList(above, list)).rejects.toThrow(words.vi.errors.ownLeader);
    expect(await listWaitingReviews(leader, "vi")).toEqual([
      { label: words.vi.waiting.confirm("Rà soát 2026", 1), to: `/roster/reviews/lists/${list}` },
    ]);
    await returnList(leader, list, "Thiếu đồng chí Hoa.");
    expect(await findList(officer, list)).toMatchObject({
      state: "returned",
      returnNote: "Thiếu đồng chí Hoa.",
    });
    await submitList(officer, list);
    await confirmList(leader, list);
    expect(await findList(officer, list)).toMatchObject({ state: "confirmed", confirmedBy: leader.name });
    await reopenList(department, list, "Sửa lại chức vụ.");
    expect(await findList(officer, list)).toMatchObject({ state: "returned", confirmedBy: null });
  });

  test("the department's leader confirms where a unit has none; nobody marks once it is closed", async () => {
    await serving(silent, "Lê Thị Bình");
    const id = await open();
    const list = await listOf(id, silent);
    await keepTheRest({ ...department }, list);
    await submitList(department, list);
    const above = await makeActor({ role: "department_leader", unit: root, permission: "reviews.confirm" });
    expect(await confirmList(above, list)).toBe(true);
    expect(await closeReview(department, id)).toBe(true);
    await expect(reopenList(department, list, "x")).rejects.toThrow(words.vi.errors.isClosed);
  });
});

describe("reminding", () => {
  test("reaches only who has not handed in and has an officer, once a day", async () => {
    await serving(ward, "Nguyễn Văn An");
    await serving(silent, "Lê Thị Bình");
    const done = await makeUnit({ name: "Đảng ủy xã Ba", parent: root });
    const quick = await makeActor({ role: "commune_officer", unit: done, permission: "reviews.mark" });
    await serving(done, "Phạm Văn Cường");
    const id = await open();
    const list = await listOf(id, done);
    await keepTheRest(quick, list);
    await submitList(quick, list);
    await updateReview(department, id, { name: "Rà soát 2026", note: null, dueOn: addDays(today(), -1) });
    const review = await findOwnReview(department, id);
    if (!review) throw new Error("The review is not there.");
    const progress = (wishes = {}) => readProgress(department, review, { ...query, ...wishes });
    expect((await progress()).remindable).toEqual({ now: 1, silent: 1 });
    const named = await progress({ q: "phuong mot" });
    expect([named.total, named.figures.units, named.remindable]).toEqual([1, 3, { now: 1, silent: 0 }]);
    expect(named.units).toMatchObject([{ name: "Đảng ủy phường Một", listed: 1, isAnswered: true }]);
    expect((await progress({ state: "submitted" })).units).toMatchObject([
      { name: "Đảng ủy xã Ba", submittedAt: expect.stringMatching(/^\d{4}-.*Z$/), isAnswered: true },
    ]);
    expect((await progress({ page: 9 })).units).toEqual([]);
    expect([await isLateWith(department, review), await isLateWith(quick, review)]).toEqual([true, false]);
    await db.notice.deleteMany();
    expect(await remindUnits(department, review, query)).toBe(1);
    const told = await db.notice.findMany();
    expect(told.map(({ userId, phrase }) => [userId, (phrase as { vi: string }).vi])).toEqual([
      [officer.userId, expect.stringContaining("Quá hạn")],
    ]);
    await expect(remindUnits(department, review, query)).rejects.toThrow(words.vi.errors.nobodyToRemind);
    await db.reviewUnit.updateMany({ data: { remindedAt: new Date(Date.now() - 86_400_000) } });
    const later = await progress();
    expect(later.remindable?.now).toBe(1);
    expect(later.figures).toMatchObject({
      units: 3,
      late: 2,
      submitted: 1,
      marked: 1,
    });
  });
});
