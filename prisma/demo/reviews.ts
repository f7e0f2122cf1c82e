/** The reviews of the sample department: one of last year that is closed, and one that runs, its units come as far as units do. */
import type { Actor } from "~/platform/actor";
import { addDays, type Day, dayToColumn } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { listedSql } from "~/roster/reviews/choice.server";
import { openReview } from "~/roster/reviews/openings.server";
import { makeName, makePhone } from "./names.ts";
import { between, chance, idAt, pick, type Random } from "./random.ts";

interface Stage {
  random: Random;
  day: Day;
  /** Who opens them. */
  officer: Actor;
  unitId: (key: string) => string;
  leaderId: string;
}

const kinds = ["provincial_committee", "commune_committee", "affiliated_committee"] as const;

export async function makeReviews(stage: Stage): Promise<void> {
  await makeClosed(stage);
  await makeRunning(stage);
}

/** Everybody is marked, everything confirmed and taken over. */
async function makeClosed({ random, day, officer, unitId, leaderId }: Stage): Promise<void> {
  const openedOn = addDays(day, -352);
  const year = Number(openedOn.slice(0, 4));
  const id = idAt(random, moment(openedOn));
  await transaction(undefined, async (tx) => {
    await tx.review.create({
      data: {
        ...{ id, name: `Rà soát đội ngũ năm ${year}`, unitId: unitId("province"), createdBy: officer.userId },
        note: "Sau khi sắp xếp đơn vị hành chính: rà lại ai còn ở đơn vị, ai đã chuyển công tác, bổ sung cho đủ.",
        ...{ openedOn: dayToColumn(openedOn), dueOn: dayToColumn(addDays(openedOn, 30)) },
        ...{ createdAt: moment(openedOn), closedAt: moment(addDays(openedOn, 45)) },
      },
    });
    const listed = listedSql(officer, { unitIds: [unitId("province")], kinds: [...kinds] }, openedOn);
    await tx.$executeRaw`INSERT INTO review_unit (id, review_id, unit_id)
      SELECT gen_random_uuid(), ${id}::uuid, unit_id FROM (SELECT DISTINCT unit_id FROM (${listed}) AS one) AS asked`;
    await tx.$executeRaw`INSERT INTO review_entry (id, review_id, unit_id, speaker_id)
      SELECT gen_random_uuid(), ${id}::uuid, unit_id, speaker_id FROM (${listed}) AS listed`;
    for (const list of await listsOf(tx, id)) {
      const markedOn = addDays(openedOn, between(random, 3, 27));
      await markSome(tx, random, list, { share: 1, at: moment(markedOn), by: officer.userId, isOver: true });
      await tx.reviewUnit.update({
        where: { id: list.id },
        data: {
          state: "confirmed",
          ...{ submittedBy: officer.userId, submittedAt: moment(markedOn) },
          ...{ confirmedBy: leaderId, confirmedAt: moment(addDays(markedOn, 2)) },
        },
      });
    }
  });
}

/** How far a unit has come after two weeks: some are never early. */
const ways = [
  "confirmed",
  "confirmed",
  "submitted",
  "returned",
  "half",
  "half",
  "little",
  "none",
  "none",
] as const;

async function makeRunning({ random, day, officer, unitId, leaderId }: Stage): Promise<void> {
  const openedOn = addDays(day, -14);
  const id = idAt(random, moment(openedOn));
  await openReview(officer, {
    id,
    name: `Rà soát, kiện toàn đội ngũ năm ${day.slice(0, 4)}`,
    note: "Mỗi đơn vị xem từng người: còn công tác tại đơn vị không, thông tin còn đúng không, có hoạt động trong năm không. Vướng mắc gọi Phòng Tuyên truyền.",
    dueOn: addDays(day, 5),
    unitIds: [unitId("province")],
    kinds: [...kinds],
  });
  await transaction(undefined, async (tx) => {
    await tx.review.update({
      where: { id },
      data: { createdAt: moment(openedOn), openedOn: dayToColumn(openedOn) },
    });
    // Those who sign in to the sample find their lists begun, and untouched.
    const known = { [unitId("Cửa Lam")]: "half", [unitId("Pá Lau")]: "none" } as const;
    for (const list of await listsOf(tx, id)) {
      const way = known[list.unitId] ?? pick(random, ways);
      const share = { confirmed: 1, submitted: 1, returned: 1, half: 0.6, little: 0.2, none: 0 }[way];
      const markedOn = addDays(openedOn, between(random, 2, 12));
      await markSome(tx, random, list, { share, at: moment(markedOn), by: officer.userId, isOver: false });
      if (share < 1) continue;
      const submitted = { submittedBy: officer.userId, submittedAt: moment(markedOn) };
      const after = {
        confirmed: { ...submitted, confirmedBy: leaderId, confirmedAt: moment(addDays(markedOn, 1)) },
        submitted,
        returned: {
          returnNote: "Ghi rõ lý do cho thôi của từng người, bổ sung năm sinh người được đề nghị.",
        },
      }[way as "confirmed"];
      await tx.reviewUnit.update({ where: { id: list.id }, data: { state: way, ...after } });
      await tx.notice.deleteMany({ where: { kind: "review.waiting", subjectId: list.id } });
    }
  });
}

interface Listed {
  id: string;
  unitId: string;
  reviewId: string;
}

function listsOf(tx: Db, reviewId: string): Promise<Listed[]> {
  return tx.reviewUnit.findMany({
    where: { reviewId },
    select: { id: true, unitId: true, reviewId: true },
    orderBy: { unit: { sortKey: "asc" } },
  });
}

interface Marking {
  /** How many of the list are marked, as a share of one. */
  share: number;
  at: Date;
  by: string;
  /** What was said then was done since. */
  isOver: boolean;
}

async function markSome(
  tx: Db,
  random: Random,
  { unitId, reviewId }: Listed,
  marking: Marking,
): Promise<void> {
  const { share, at, by, isOver } = marking;
  const entries = await tx.reviewEntry.findMany({
    where: { reviewId, unitId },
    select: { id: true },
    orderBy: { speaker: { sortKey: "asc" } },
  });
  const marked = { markedBy: by, markedAt: at };
  const some = entries.slice(0, Math.ceil(entries.length * share));
  const others = some.filter(() => !isOver && chance(random, 0.13)).slice(0, 4);
  const kept = some.filter((entry) => !others.includes(entry)).map(({ id }) => id);
  await tx.reviewEntry.updateMany({ where: { id: { in: kept } }, data: { verdict: "keep", ...marked } });
  for (const { id } of others) {
    await tx.reviewEntry.update({ where: { id }, data: { ...verdictFor(random, at), ...marked } });
  }
  if (isOver || share < 0.5 || chance(random, 0.5)) return;
  const person = { id: idAt(random, at), ...newcomer(random) };
  await tx.reviewEntry.create({
    data: {
      ...{ reviewId, unitId, verdict: "propose", ...marked },
      proposal: { person, role: "communicator", network: "party" } as Prisma.InputJsonObject,
    },
  });
}

function verdictFor(random: Random, at: Date) {
  const kind = pick(random, ["correct", "correct", "release", "release", "replace"] as const);
  if (kind === "correct") {
    const position = pick(random, [
      "Phó Bí thư Chi bộ",
      "Chủ tịch Ủy ban MTTQ",
      "Bí thư Đoàn",
      "Chuyên viên Ban Xây dựng Đảng",
    ]);
    return { verdict: kind, proposal: { fields: { position } } };
  }
  const reason = pick(random, ["retired", "moved", "moved", "health", "inactive"] as const);
  if (kind === "release") return { verdict: kind, reason };
  const person = { id: idAt(random, at), ...newcomer(random) };
  return { verdict: kind, reason, proposal: { person } as Prisma.InputJsonObject };
}

function newcomer(random: Random) {
  const { fullName, gender } = makeName(random);
  return {
    ...{ fullName, gender, phone: makePhone(random) },
    birth: { year: between(random, 1978, 1998) },
    position: pick(random, [
      ...["Công chức Văn hóa - Xã hội", "Bí thư Chi bộ"],
      gender === "female" ? "Chủ tịch Hội Liên hiệp Phụ nữ" : "Chỉ huy trưởng Ban Chỉ huy Quân sự",
    ]),
    politicalTheory: pick(random, ["elementary", "intermediate", "intermediate", "advanced"]),
  };
}

/** In the morning of that day. */
function moment(day: Day): Date {
  return new Date(dayToColumn(day).getTime() + 3 * 3_600_000);
}
