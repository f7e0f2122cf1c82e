/** Opening a review of many people: a job, seen from the list, that leaves nothing when stopped and is whole when begun anew. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { cancelJobRun, type Run } from "~/platform/jobs.server";
import { listOpenings, openReview, openReviewJob, openReviewOrLater } from "~/roster/reviews/openings.server";
import type { NewReviewValues } from "~/roster/reviews/review";
import { words } from "~/roster/reviews/words";
import { makeActor, makeUnit, type UnitLike } from "../../factories";

const perUnit = 16;
let root: UnitLike;
let department: Actor;
let officer: Actor;
let units: UnitLike[];

beforeAll(async () => {
  await makeUnit();
  root = await makeUnit({ name: "Tỉnh ủy Lớn", kind: "provincial_committee", level: "province" });
  units = [];
  for (let at = 0; at < 130; at++) units.push(await makeUnit({ parent: root }));
  department = await makeActor({ role: "department_officer", unit: root, permission: "reviews.open" });
  officer = await makeActor({ role: "commune_officer", unit: units[0], permission: "reviews.mark" });
  const people = units.flatMap(({ id: unitId }) =>
    Array.from({ length: perUnit }, (_, at) => ({
      ...{ id: crypto.randomUUID(), unitId, fullName: `Nguyễn Văn ${at}` },
      sortName: [`${at}`, "Nguyễn", "Văn"],
    })),
  );
  await db.speaker.createMany({ data: people });
  await db.appointment.createMany({
    data: people.map(({ id: speakerId, unitId }) => ({
      ...{ speakerId, unitId, role: "rapporteur", network: "party", level: "commune" },
      startsOn: dayToColumn("2025-08-12"),
    })),
  });
});

function asked(unitIds = [root.id]): NewReviewValues {
  const dueOn = addDays(today(), 10);
  return { id: crypto.randomUUID(), name: "Rà soát lớn", note: null, dueOn, unitIds, kinds: [] };
}

/** `stopAt`: the how manieth time that it asks whether to stop, it has to. */
function runOf(id: string, seen: string[], stopAt = Number.POSITIVE_INFINITY): Run {
  let times = 0;
  return {
    ...{ id, actor: department },
    progress: async (done, total, step) => void seen.push(`${step} ${done}/${total}`),
    checkCancelled: async () => {
      if (times++ >= stopAt) throw new Error("stopped");
    },
    finish: async () => undefined,
  };
}

async function kept(reviewId: string) {
  return [
    await db.review.count({ where: { id: reviewId } }),
    await db.reviewUnit.count({ where: { reviewId } }),
    await db.reviewEntry.count({ where: { reviewId } }),
  ];
}

test("few people are listed at once, many by a job, which is enqueued once", async () => {
  const few = asked([units[0]?.id ?? ""]);
  expect(await openReviewOrLater(department, few)).toBe(1);
  expect(await kept(few.id)).toEqual([1, 1, perUnit]);
  const many = asked();
  expect([await openReviewOrLater(department, many), await openReviewOrLater(department, many)]).toEqual([
    null,
    null,
  ]);
  const [opening, ...others] = await listOpenings(department);
  expect(others).toEqual([]);
  expect(opening).toMatchObject({ name: "Rà soát lớn", done: 0, problem: null });
  expect(await listOpenings(officer)).toEqual([]);
  expect(await kept(many.id)).toEqual([0, 0, 0]);
  await cancelJobRun(department, opening?.id ?? "");
  const [stopped] = await listOpenings(department);
  expect(stopped?.problem).toEqual(expect.any(String));
  const elsewhere = asked([root.id, (await makeUnit()).id]);
  await expect(openReviewOrLater(department, elsewhere)).rejects.toThrow(words.vi.errors.unitUnknown);
});

test("stopped in the middle it leaves nothing, begun anew it is whole, run twice it is opened once", async () => {
  const values = asked();
  for (const stopAt of [0, 1, 2]) {
    await expect(openReviewJob.work(values, runOf(values.id, [], stopAt))).rejects.toThrow("stopped");
    expect(await kept(values.id)).toEqual([0, 0, 0]);
    expect(await db.notice.count({ where: { userId: officer.userId, kind: "review.waiting" } })).toBe(1);
  }
  const seen: string[] = [];
  expect(await openReviewJob.work(values, runOf(values.id, seen))).toEqual({ units: 130 });
  expect(seen).toEqual(["choosing 0/undefined", "listing 100/130", "listing 130/130", "telling 130/130"]);
  expect(await kept(values.id)).toEqual([1, 130, 130 * perUnit]);
  expect(await db.reviewUnit.count({ where: { reviewId: values.id, listed: perUnit } })).toBe(130);
  expect(await openReview(department, values)).toBe(130);
  expect(await kept(values.id)).toEqual([1, 130, 130 * perUnit]);
  expect(await db.auditLine.count({ where: { action: "review.opened", subjectId: values.id } })).toBe(1);
});
