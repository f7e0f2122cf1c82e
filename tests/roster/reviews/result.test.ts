/** What comes out of a review: taken into the roster and back, decided by acts, printed as annexes, counted. */
import { inflateRawSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { listZip } from "~/platform/zip.server";
import { actSchema } from "~/roster/acts/act";
import { act } from "~/roster/acts/acts.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { openReview } from "~/roster/reviews/openings.server";
import { acceptResult, previewAcceptance } from "~/roster/reviews/result/acceptance.server";
import { countFigures } from "~/roster/reviews/result/figures.server";
import { readResultQuery } from "~/roster/reviews/result/result";
import { countResult, listResult } from "~/roster/reviews/result/result.server";
import { resultWords } from "~/roster/reviews/result/result-words";
import { openReviewAct } from "~/roster/reviews/result/review-acts.server";
import { annexOfReview } from "~/roster/reviews/result/review-annex.server";
import { findReview, type ReviewRecord } from "~/roster/reviews/reviews.server";
import { confirmList, submitList } from "~/roster/reviews/unit/lists.server";
import { markSchema } from "~/roster/reviews/unit/mark";
import { keepTheRest, markEntry } from "~/roster/reviews/unit/marks.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, type UnitLike } from "../../factories";

const query = (search = "") => readResultQuery(new URL(`http://localhost/?${search}`));
let ward: UnitLike;
let department: Actor;
let officer: Actor;
let review: ReviewRecord;
let listId: string;
let people: Record<"an" | "binh" | "cuc" | "dung", string>;

/** One kept, one corrected, one released, one replaced by somebody new, one proposed; confirmed. */
beforeEach(async () => {
  const root = await makeUnit({ name: "Tỉnh ủy Thử", kind: "provincial_committee", level: "province" });
  ward = await makeUnit({ name: "Đảng ủy phường Thử", parent: root });
  department = await makeActor({ unit: root, permission: "reviews.open" });
  officer = await makeActor({ role: "commune_officer", unit: ward, permission: "reviews.mark" });
  const leader = await makeActor({ role: "commune_leader", unit: ward, permission: "reviews.confirm" });
  const ids: string[] = [];
  for (const name of ["An", "Bình", "Cúc", "Dũng"]) {
    const speaker = await makeSpeaker({ unit: ward, fullName: `Nguyễn Thị ${name}`, birthYear: 1970 });
    await makeAppointment({ speaker });
    ids.push(speaker.id);
  }
  const [an = "", binh = "", cuc = "", dung = ""] = ids;
  people = { an, binh, cuc, dung };
  const id = crypto.randomUUID();
  await openReview(department, {
    ...{ id, name: "Rà soát thử", note: null, dueOn: addDays(today(), 5), unitIds: [root.id], kinds: [] },
  });
  listId = (await db.reviewUnit.findFirstOrThrow({ where: { reviewId: id } })).id;
  const entryOf = async (speakerId: string) =>
    (await db.reviewEntry.findFirstOrThrow({ where: { reviewId: id, speakerId } })).id;
  const mark = async (of: object) => markEntry(officer, listId, markSchema.parse(of));
  await mark({
    verdict: "correct",
    entryId: await entryOf(binh),
    fullName: "Nguyễn Thị Thanh Bình",
    birth: { year: 1971 },
  });
  await mark({ verdict: "release", entryId: await entryOf(cuc), reason: "retired" });
  await mark({
    ...{ verdict: "replace_new", entryId: await entryOf(dung), reason: "moved" },
    ...{ id: crypto.randomUUID(), fullName: "Hoàng Thị Hoa", birth: { year: 1990 }, gender: "female" },
  });
  await mark({
    ...{ verdict: "propose_new", id: crypto.randomUUID(), fullName: "Lò Văn Khánh", birth: { year: 1995 } },
    ...{ role: "communicator", network: "party", position: "Bí thư Đoàn" },
  });
  await keepTheRest(officer, listId);
  await submitList(officer, listId);
  await confirmList(leader, listId);
  const found = await findReview(department, id);
  if (!found) throw new Error("The review is not there.");
  review = found;
});

describe("taking it into the roster", () => {
  test("corrects and adds as one change, and gives everything back", async () => {
    const preview = await previewAcceptance(department, review, query());
    expect(preview.corrections.map(({ fullName, corrections }) => [fullName, corrections])).toEqual([
      [
        "Nguyễn Thị Bình",
        [
          { field: "fullName", before: "Nguyễn Thị Bình", after: "Nguyễn Thị Thanh Bình" },
          { field: "birth", before: "1970", after: "1971" },
        ],
      ],
    ]);
    expect(preview.newcomers.map(({ fullName }) => fullName).sort()).toEqual([
      "Hoàng Thị Hoa",
      "Lò Văn Khánh",
    ]);
    const before = await state();
    const { changeSetId, corrected, added } = await acceptResult(department, review, query(), []);
    expect([corrected, added]).toEqual([1, 2]);
    const binh = await db.speaker.findUniqueOrThrow({ where: { id: people.binh } });
    expect([binh.fullName, binh.sortName, binh.birthYear]).toEqual([
      "Nguyễn Thị Thanh Bình",
      ["Bình", "Nguyễn", "Thị Thanh"],
      1971,
    ]);
    expect(await db.speaker.count({ where: { unitId: ward.id } })).toBe(6);
    await expect(acceptResult(department, review, query(), [])).rejects.toThrow(
      resultWords.vi.errors.nothingToAccept,
    );
    const change = await findChange(department, changeSetId);
    if (!change) throw new Error("The change is not there.");
    await takeBack(department, change);
    expect(await state()).toEqual(before);
  });

  test("leaves out what the officer does not agree with", async () => {
    const { newcomers } = await previewAcceptance(department, review, query());
    const out = newcomers.map(({ entryId }) => entryId);
    expect(await acceptResult(department, review, query(), out)).toMatchObject({ corrected: 1, added: 0 });
    expect((await countResult(department, review, query())).toAccept).toEqual({ corrected: 0, added: 2 });
  });
});

describe("deciding", () => {
  test("each list opens its act with its people, and shows what was carried out", async () => {
    await acceptResult(department, review, query(), []);
    for (const kind of ["recognition", "replacement", "release"] as const) {
      const page = await openReviewAct(department, kind, review, query());
      if (!page) throw new Error("Nobody may decide.");
      expect(page.values.lines).toHaveLength(1);
      const decision = {
        ...page.values.decision,
        ...{ choice: "new", number: `${kind.length}-QĐ/TU`, decidedOn: today(), issuer: "Ban Thường vụ" },
      };
      const values = actSchema.parse({ ...page.values, startsOn: today(), reason: "other", decision });
      await act(department, review.unitId, values);
    }
    const counts = await countResult(department, review, query());
    expect(counts.done).toEqual({ recognise: 1, replace: 1, release: 1, correct: 1, keep: 1 });
    const [released] = await listResult(department, review, query("list=release"), { page: 1 });
    expect(released).toMatchObject({ isDone: true, decision: { number: "7-QĐ/TU" } });
    const ended = await db.appointment.findMany({
      where: { endReason: { not: null } },
      orderBy: { endReason: "asc" },
    });
    expect(ended.map(({ speakerId, endReason }) => [speakerId, endReason])).toEqual([
      [people.dung, "moved"],
      [people.cuc, "retired"],
    ]);
  });

  test("a unit's officer decides for the own unit", async () => {
    const page = await openReviewAct(officer, "release", review, query());
    expect(page?.values.lines).toMatchObject([{ speakerId: people.cuc, does: "release", reason: "retired" }]);
  });
});

test("the draft annex of everything names who comes and who goes, before any decision", async () => {
  const annex = await annexOfReview(department, review, query(), "all");
  const text = textOf(annex ?? Buffer.of());
  for (const part of [
    "DỰ THẢO",
    "Hoàng Thị Hoa",
    "Lò Văn Khánh",
    "Nguyễn Thị Cúc",
    "Nghỉ hưu",
    "4 đồng chí",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("Nguyễn Thị An");
});

test("figures count who was there and who will be", async () => {
  const { all, units, total } = await countFigures(department, review, { unit: null, page: 1 });
  expect(all).toMatchObject({
    people: [4, 4],
    young: [0, 2],
    women: [0, 1],
    communicators: [0, 1],
    level_commune: [4, 4],
  });
  expect([units.map(({ name }) => name), total]).toEqual([["Đảng ủy phường Thử"], 1]);
});

/** Everything that accepting may change. */
async function state() {
  const speakers = await db.speaker.findMany({ where: { unitId: ward.id }, orderBy: { id: "asc" } });
  const entries = await db.reviewEntry.findMany({ where: { reviewId: review.id }, orderBy: { id: "asc" } });
  return {
    speakers: speakers.map(({ updatedAt: _, revision: __, ...speaker }) => speaker),
    entries,
    list: await db.reviewUnit.findUniqueOrThrow({ where: { id: listId } }),
  };
}

function textOf(docx: Buffer): string {
  const part = listZip(docx)?.find(({ name }) => name === "word/document.xml");
  if (!part) throw new Error("No Word document.");
  const xml = part.isDeflated ? inflateRawSync(part.packed) : part.packed;
  return xml
    .toString("utf8")
    .replace(/<[^>]+>/g, " ")
    .replace(/ +/g, " ");
}
