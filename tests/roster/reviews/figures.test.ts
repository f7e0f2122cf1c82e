/** The figures of a review are those of a plain count, whatever was marked, and one's own change is always counted. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayFromColumn, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { minorityLanguages } from "~/roster/record/language";
import { type Metric, metrics, type Pair } from "~/roster/reviews/result/figures";
import { countFigures } from "~/roster/reviews/result/figures.server";
import { findReview } from "~/roster/reviews/reviews.server";
import { markSchema } from "~/roster/reviews/unit/mark";
import { keepTheRest, markEntry, unkeep } from "~/roster/reviews/unit/marks.server";
import { ageOn } from "~/roster/speaker";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, type UnitLike } from "../../factories";

const whole = { unit: null, page: 1 };
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);

const personArb = fc.record({
  gender: maybe("male", "female"),
  birthYear: maybe(1960, Number(today().slice(0, 4)) - 40, 1995),
  birthMonth: maybe(1, 11, 12),
  birthDay: maybe(1, 23, 28),
  politicalTheory: maybe("none", "elementary", "intermediate", "advanced", "bachelor"),
  language: maybe(minorityLanguages[0], "english"),
  issuedOn: maybe("2020-01-01", addDays(today(), -300)),
});
const seatArb = fc.record({
  person: fc.nat(5),
  unit: fc.nat(2),
  role: fc.constantFrom("rapporteur", "communicator"),
  network: fc.constantFrom("party", "grassroots_info", "legal_education"),
  level: fc.constantFrom("central", "province", "commune", "district_legacy", "grassroots"),
  startsOn: fc.constantFrom("2019-05-01", "2025-08-12"),
  endsOn: maybe("2025-12-31", "2030-12-31"),
});
const newcomerArb = fc.record({
  gender: maybe("male", "female"),
  birth: maybe({ year: 1970 }, { year: 1999 }),
  politicalTheory: maybe("elementary", "bachelor"),
});
const entryArb = fc.record({
  person: fc.nat(5),
  unit: fc.nat(2),
  verdict: maybe("keep", "correct", "replace", "release", "propose"),
  role: maybe("rapporteur", "communicator"),
  network: maybe("party", "legal_education"),
  newcomer: fc.oneof(fc.nat(5), newcomerArb),
});
const scenarioArb = fc.record({
  people: fc.array(personArb, { minLength: 6, maxLength: 6 }),
  seats: fc.uniqueArray(seatArb, { maxLength: 8, selector: ({ person, unit }) => `${person} ${unit}` }),
  entries: fc.uniqueArray(entryArb, { maxLength: 12, selector: ({ person, unit }) => `${person} ${unit}` }),
});
type Scenario = typeof scenarioArb extends fc.Arbitrary<infer T> ? T : never;

test("they are those of a plain count, for random people, appointments and marks", async () => {
  await fc.assert(
    fc.asyncProperty(scenarioArb, async (scenario) => {
      const { actor, reviewId } = await build(scenario);
      const review = await findReview(actor, reviewId);
      if (!review) throw new Error("no review");
      const { all, units } = await countFigures(actor, review, whole);
      const claims = await plainClaims(reviewId);
      expect(all).toEqual(tally(claims));
      const byUnit = Map.groupBy(claims, ({ unitId }) => unitId);
      expect(Object.fromEntries(units.map(({ unitId, figures }) => [unitId, figures]))).toEqual(
        Object.fromEntries([...byUnit].map(([unitId, some]) => [unitId, tally(some)])),
      );
      for (const unitId of byUnit.keys()) {
        const alone = await countFigures(actor, review, { unit: unitId, page: 1 });
        expect([alone.all, alone.total]).toEqual([tally(byUnit.get(unitId) ?? []), 1]);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

async function build({ people, seats, entries }: Scenario) {
  const root = await makeUnit();
  const units: UnitLike[] = [];
  for (let at = 0; at < 3; at++) units.push(await makeUnit({ parent: root }));
  const speakers: { id: string; unitId: string }[] = [];
  for (const { language, issuedOn, ...facts } of people) {
    const { id, unitId } = await makeSpeaker({ unit: units[0] });
    await db.speaker.update({ where: { id }, data: facts });
    if (language)
      await db.speakerLanguage.create({ data: { speakerId: id, language, level: "conversational" } });
    if (issuedOn)
      await db.qualification.create({
        data: { speakerId: id, name: "Bồi dưỡng", issuedOn: dayToColumn(issuedOn) },
      });
    speakers.push({ id, unitId });
  }
  const of = <T>(list: T[], at: number) => list[at] as T;
  for (const { person, unit, ...seat } of seats)
    await makeAppointment({ speaker: of(speakers, person), unit: of(units, unit), ...seat });
  const actor = await makeActor({ unit: root, permission: "reviews.open" });
  const { id: reviewId } = await db.review.create({
    data: {
      ...{ name: "R", unitId: root.id, createdBy: "x" },
      ...{ dueOn: dayToColumn(today()), openedOn: dayToColumn(today()) },
    },
  });
  await db.reviewUnit.createMany({ data: units.map(({ id: unitId }) => ({ reviewId, unitId })) });
  for (const { person, unit, verdict, role, network, newcomer } of entries) {
    const isAnew = typeof newcomer === "object";
    const comer = isAnew
      ? { person: { id: crypto.randomUUID(), fullName: "Người mới", ...newcomer } }
      : { newcomerId: of(speakers, newcomer).id };
    const proposal =
      verdict === "propose" ? { ...(isAnew && comer), role, network } : verdict === "replace" ? comer : {};
    const speakerId = verdict === "propose" && isAnew ? null : of(speakers, person).id;
    await db.reviewEntry.create({
      data: { reviewId, unitId: of(units, unit).id, speakerId, verdict, proposal },
    });
  }
  return { actor, reviewId };
}

/** One claim of an entry on the figures: somebody who was there, or who comes. */
interface Claim {
  unitId: string;
  id: string;
  before: boolean;
  after: boolean;
  counts: Set<Metric>;
}

type Seat = { role: string | null; network: string | null; level: string };

async function plainClaims(reviewId: string): Promise<Claim[]> {
  const entries = await db.reviewEntry.findMany({ where: { reviewId }, include: { unit: true } });
  const speakers = new Map(
    (await db.speaker.findMany({ include: { appointments: true } })).map((speaker) => [speaker.id, speaker]),
  );
  const skilled = await skilledPeople();
  const claims: Claim[] = [];
  for (const { unitId, unit, speakerId, verdict, ...entry } of entries) {
    const proposal = (entry.proposal ?? {}) as Proposal;
    const held = (speakers.get(speakerId ?? "")?.appointments ?? []).filter((seat) => seat.unitId === unitId);
    const countsOf = (id: string | null, seats: Seat[]) =>
      metricsOf(id ? factsOf(speakers.get(id)) : proposal.person, seats, id ? skilled(id) : []);
    if (verdict !== "propose" && speakerId) {
      const seats = held.filter(
        ({ endsOn, startsOn }) =>
          dayFromColumn(startsOn) <= today() && (dayFromColumn(endsOn) ?? "9999") >= today(),
      );
      const after = verdict === null || verdict === "keep" || verdict === "correct";
      claims.push({ unitId, id: speakerId, before: true, after, counts: countsOf(speakerId, seats) });
    }
    if (verdict === "propose" || verdict === "replace") {
      const id = (verdict === "propose" ? speakerId : proposal.newcomerId) ?? null;
      const last =
        verdict === "replace"
          ? held.sort((a, b) => b.startsOn.getTime() - a.startsOn.getTime())[0]
          : undefined;
      const seat = {
        role: proposal.role ?? last?.role ?? null,
        network: proposal.network ?? last?.network ?? null,
        level: last?.level ?? unit.level,
      };
      const counts = countsOf(id, [seat]);
      claims.push({ unitId, id: id ?? proposal.person?.id ?? "", before: false, after: true, counts });
    }
  }
  return claims;
}

interface Facts {
  id?: string;
  gender: string | null;
  birth: { year: number; month?: number | null; day?: number | null } | null;
  politicalTheory: string | null;
}
interface Proposal {
  person?: Facts;
  newcomerId?: string;
  role?: string | null;
  network?: string | null;
}

function factsOf(
  speaker:
    | {
        gender: string | null;
        politicalTheory: string | null;
        birthYear: number | null;
        birthMonth: number | null;
        birthDay: number | null;
      }
    | undefined,
): Facts | undefined {
  if (!speaker) return undefined;
  const { gender, politicalTheory, birthYear: year, birthMonth: month, birthDay: day } = speaker;
  return { gender, politicalTheory, birth: year === null ? null : { year, month, day } };
}

async function skilledPeople() {
  const spoken = await db.speakerLanguage.findMany({ where: { language: { in: [...minorityLanguages] } } });
  const trained = await db.qualification.findMany({
    where: { issuedOn: { gte: dayToColumn(addDays(today(), -400)) } },
  });
  return (id: string): Metric[] => [
    ...(spoken.some(({ speakerId }) => speakerId === id) ? (["minority"] as const) : []),
    ...(trained.some(({ speakerId }) => speakerId === id) ? (["trained"] as const) : []),
  ];
}

function metricsOf(person: Facts | undefined, seats: Seat[], skills: Metric[]): Set<Metric> {
  const theory = person?.politicalTheory ?? "none";
  const counts = new Set<Metric>(["people", ...skills]);
  if (person?.gender === "female") counts.add("women");
  if (person?.birth && ageOn(person.birth, today()) < 40) counts.add("young");
  counts.add(`theory_${theory === "none" ? "unknown" : theory}` as Metric);
  for (const { role, network, level } of seats) {
    if (role) counts.add(`${role}s` as Metric);
    if (network) counts.add(`network_${network}` as Metric);
    counts.add(`level_${level === "district_legacy" ? "commune" : level}` as Metric);
  }
  return counts;
}

function tally(claims: Claim[]): Record<Metric, Pair> {
  const who = (metric: Metric, side: "before" | "after") =>
    new Set(claims.filter((claim) => claim[side] && claim.counts.has(metric)).map(({ id }) => id)).size;
  return Object.fromEntries(
    metrics.map((metric) => [metric, [who(metric, "before"), who(metric, "after")]]),
  ) as Record<Metric, Pair>;
}

test("one's own change is counted at once; what is kept says since when", async () => {
  const root = await makeUnit();
  const ward = await makeUnit({ parent: root });
  for (let at = 0; at < 3; at++) await makeAppointment({ speaker: await makeSpeaker({ unit: ward }) });
  const officer: Actor = await makeActor({ role: "commune_officer", unit: ward, permission: "reviews.mark" });
  const { id: reviewId } = await db.review.create({
    data: { name: "R", unitId: root.id, createdBy: "x", dueOn: dayToColumn(today()) },
  });
  const { id: listId } = await db.reviewUnit.create({ data: { reviewId, unitId: ward.id } });
  const people = await db.speaker.findMany({ where: { unitId: ward.id } });
  await db.reviewEntry.createMany({
    data: people.map(({ id: speakerId }) => ({ reviewId, unitId: ward.id, speakerId })),
  });
  const review = await findReview(officer, reviewId);
  if (!review) throw new Error("no review");
  const count = async () => {
    const { all, since } = await countFigures(officer, review, whole);
    return [all?.people, since === null];
  };
  expect(await count()).toEqual([[3, 3], true]);
  const { id: entryId } = await db.reviewEntry.findFirstOrThrow({ where: { reviewId } });
  await markEntry(officer, listId, markSchema.parse({ verdict: "release", entryId, reason: "retired" }));
  expect(await count()).toEqual([[3, 2], true]);
  expect(await count()).toEqual([[3, 2], false]);
  await markEntry(officer, listId, markSchema.parse({ verdict: "none", entryId }));
  expect(await count()).toEqual([[3, 3], true]);
  const kept = await keepTheRest(officer, listId);
  expect(await count()).toEqual([[3, 3], true]);
  await unkeep(officer, listId, kept?.at ?? "");
  expect(await count()).toEqual([[3, 3], true]);
});
