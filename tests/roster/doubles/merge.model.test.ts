/** Merges in any order, with whatever appointments: nobody is on duty less or twice, and taking them back gives every state again. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, dayFromColumn, dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { activeSpeakersOn } from "~/roster/active-speakers.server";
import { isActiveOn, overlap, type Span } from "~/roster/appointment";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { mergeFields, mergeSchema } from "~/roster/doubles/merge";
import { mergeSpeakers } from "~/roster/doubles/merge.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../../factories";

const firstDay = "2022-01-01";
const someDays = Array.from({ length: 12 }, (_, at) => addDays(firstDay, at * 60));

const post = fc.record({
  who: fc.nat(3),
  where: fc.nat(1),
  from: fc.nat(600),
  days: fc.option(fc.integer({ min: 1, max: 300 })),
});
const step = fc.record({
  one: fc.nat(3),
  other: fc.nat(3),
  side: fc.constantFrom("one", "other"),
  undo: fc.boolean(),
});

test("merging and taking back, in any order", async () => {
  await makeUnit();
  const top = await makeUnit();
  const actor = await makeActor({ unit: top, permission: "roster.edit" });
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { maxLength: 8 }),
      fc.array(step, { minLength: 1, maxLength: 6 }),
      async (posts, steps) => {
        const units = [await makeUnit({ parent: top }), await makeUnit({ parent: top })];
        const people = await Promise.all([0, 1, 2, 3].map((at) => makeSpeaker({ unit: units[at % 2] })));
        for (const { who, where, from, days } of posts)
          await appointIfFree(people[who], units[where], from, days);
        const done: { changeSetId: string; before: string; on: boolean[] }[] = [];
        for (const { one, other, side, undo } of steps) {
          const last = undo ? done.pop() : undefined;
          if (last) {
            await back(actor, last.changeSetId);
            expect(await dump(units)).toBe(last.before);
            continue;
          }
          const ids = await db.speaker.findMany({
            where: { id: { in: [people[one]?.id ?? "", people[other]?.id ?? ""] } },
          });
          const [a, b] = ids;
          if (!a || !b) continue;
          const before = await dump(units);
          const on = await duty([a.id, b.id]);
          const merged = await mergeSpeakers(
            actor,
            [a.id, b.id],
            await choicesOf([a.id, b.id], side as "one"),
          );
          if (!merged) throw new Error("Both are there and in reach.");
          // Joined where they clash: on duty on exactly the days of either.
          expect(await duty([merged.id])).toEqual(on);
          await isConsistent(merged.id, units);
          done.push({ changeSetId: merged.changeSetId, before, on });
        }
        for (const { changeSetId, before } of done.reverse()) {
          await back(actor, changeSetId);
          expect(await dump(units)).toBe(before);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

async function appointIfFree(
  speaker: { id: string; unitId: string } | undefined,
  unit: { id: string } | undefined,
  from: number,
  days: number | null,
) {
  if (!speaker || !unit) return;
  const span = {
    startsOn: addDays(firstDay, from),
    endsOn: days === null ? null : addDays(firstDay, from + days),
  };
  const held = await spansOf([speaker.id], unit.id);
  if (!held.some((other) => overlap(other, span))) await makeAppointment({ speaker, unit, ...span });
}

/** Whatever clashes is joined; levels agree in this model, so that it can be. */
async function choicesOf(ids: string[], side: "one" | "other") {
  const speakers = await db.speaker.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const appointments = await db.appointment.findMany({
    where: { speakerId: { in: ids } },
    select: { id: true },
  });
  return mergeSchema.parse({
    fields: Object.fromEntries(mergeFields.map((field) => [field, side])),
    ...{ private: side, account: side },
    appointments: Object.fromEntries(appointments.map(({ id }) => [id, "join"])),
    revisions: { one: speakers[0]?.revision, other: speakers[1]?.revision },
  });
}

async function back(actor: Actor, id: string) {
  const change = await findChange(actor, id);
  if (!change) throw new Error("The change is there.");
  await takeBack(actor, change);
}

async function spansOf(ids: string[], unitId?: string): Promise<Span[]> {
  const held = await db.appointment.findMany({
    where: { speakerId: { in: ids }, ...(unitId && { unitId }) },
  });
  return held.map(({ startsOn, endsOn }) => ({
    startsOn: dayFromColumn(startsOn),
    endsOn: dayFromColumn(endsOn),
  }));
}

async function duty(ids: string[]): Promise<boolean[]> {
  const spans = await spansOf(ids);
  return someDays.map((day) => isActiveOn(spans, day));
}

/** Invariant 1: active on a day by appointments alone; and no post is held twice at a time. */
async function isConsistent(id: string, units: { id: string }[]) {
  for (const unit of units) {
    const spans = await spansOf([id], unit.id);
    expect(spans.some((a, at) => spans.slice(at + 1).some((b) => overlap(a, b)))).toBe(false);
    const day = someDays[5] ?? firstDay;
    expect((await activeSpeakersOn(day, unit.id)).includes(id)).toBe(isActiveOn(spans, day));
  }
  const { servesUntil } = await db.speaker.findUniqueOrThrow({ where: { id } });
  const spans = await spansOf([id]);
  const last = spans.some(({ endsOn }) => endsOn === null)
    ? "9999-12-31"
    : spans
        .map(({ endsOn }) => endsOn ?? "")
        .sort()
        .at(-1);
  expect(servesUntil).toEqual(last ? dayToColumn(last) : null);
}

/** The people of these units and their appointments, as the database holds them. */
async function dump(units: { id: string }[]): Promise<string> {
  const ids = units.map(({ id }) => id);
  const where = { unitId: { in: ids } };
  const speakers = await db.speaker.findMany({ where, orderBy: { id: "asc" } });
  const appointments = await db.appointment.findMany({ where, orderBy: { id: "asc" } });
  const aliases = await db.speakerAlias.findMany({
    where: { speakerId: { in: speakers.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  return JSON.stringify({ speakers, appointments, aliases });
}
