/** What the database keeps beside appointments, whether one is renewed and until when a person serves, is what working it out anew says: after any sequence of statements, and after taking them back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { asChangeSet, takeBackChangeSet } from "~/platform/change-sets.server";
import { dayToColumn } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { makeAppointment, makeSpeaker, makeUnit } from "../../factories";

const what = ["appoint", "appoint", "appoint", "end", "move", "hand over", "role", "many", "remove"] as const;
const step = fc.record({
  what: fc.constantFrom(...what),
  who: fc.nat(3),
  where: fc.nat(1),
  at: fc.nat(9),
  isOpen: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Rows that differ from what asking everything anew says. */
async function wrong() {
  const seats = await db.$queryRaw`
    SELECT a.id FROM appointment a WHERE a.renewed <> EXISTS (SELECT FROM appointment next
      WHERE next.speaker_id = a.speaker_id AND next.unit_id = a.unit_id AND next.role = a.role
        AND next.network = a.network AND next.starts_on > a.starts_on)`;
  const people = await db.$queryRaw`
    SELECT id FROM speaker WHERE serves_until IS DISTINCT FROM
      (SELECT max(coalesce(ends_on, '9999-12-31')) FROM appointment WHERE speaker_id = speaker.id)`;
  return [seats, people];
}

const right = [[], []];
const dayOf = (at: number) => dayToColumn(`${2020 + at}-01-01`);
const dump = () => db.$queryRaw`SELECT to_jsonb(a) AS row FROM appointment a ORDER BY id`;

test("after any statements, and after taking them back", { timeout: 120_000 }, async () => {
  const units = [(await makeUnit()).id, (await makeUnit()).id];
  const ids = await Promise.all([0, 1, 2, 3].map(async () => (await makeSpeaker()).id));
  const seen = { renewed: 0, changed: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.array(step, { maxLength: 8 }),
      async (first, then) => {
        for (const each of first) await unlessTaken((tx) => run(tx, each));
        expect(await wrong()).toEqual(right);
        const before = await dump();
        const sets: string[] = [];
        for (const each of then) {
          const asked = { kind: "roster.test", title: "Thử", unitId: units[0] ?? "" };
          const changed = await unlessTaken((tx) => asChangeSet(tx, theSystem, asked, () => run(tx, each)));
          if (changed) sets.push(changed.changeSetId);
          expect(await wrong()).toEqual(right);
        }
        seen.renewed += await db.appointment.count({ where: { renewed: true } });
        seen.changed += sets.length;
        for (const id of sets.reverse()) await takeBackChangeSet(theSystem, id);
        expect(await wrong()).toEqual(right);
        expect(await dump()).toEqual(before);
      },
    ),
    { numRuns: 60 },
  );
  expect(seen.renewed).toBeGreaterThan(20);
  expect(seen.changed).toBeGreaterThan(20);

  /** What the exclusion constraint refuses is left out. */
  async function unlessTaken<T>(work: (tx: Db) => Promise<T>): Promise<T | null> {
    return db.$transaction(work).catch((error: unknown) => {
      if (/appointment_no_overlap|ends_after/.test(String(error))) return null;
      throw error;
    });
  }

  async function run(tx: Db, { what, who, where, at, isOpen }: Step) {
    const speakerId = ids[who] ?? "";
    const unitId = units[where] ?? "";
    const endsOn = isOpen ? null : dayToColumn(`${2020 + at}-12-31`);
    const of = { where: { speakerId } };
    if (what === "appoint") {
      const seat = { unitId, role: "rapporteur", network: "party", level: "commune" };
      await tx.appointment.create({ data: { ...seat, speakerId, startsOn: dayOf(at), endsOn } });
    } else if (what === "end") {
      await tx.appointment.updateMany({
        where: { speakerId, startsOn: { lte: dayOf(at) } },
        data: { endsOn },
      });
    } else if (what === "move") await tx.appointment.updateMany({ ...of, data: { unitId } });
    else if (what === "hand over")
      await tx.appointment.updateMany({ ...of, data: { speakerId: ids[at % 4] ?? "" } });
    else if (what === "role") await tx.appointment.updateMany({ ...of, data: { role: "communicator" } });
    else if (what === "many")
      await tx.$executeRaw`UPDATE appointment SET starts_on = starts_on - 400, note = 'sớm hơn'`;
    else await tx.appointment.deleteMany({ where: { speakerId, startsOn: dayOf(at) } });
  }
});

test("when two appoint the same person at the same moment", async () => {
  const speaker = await makeSpeaker();
  const appoint = (startsOn: string, endsOn: string) =>
    db.$transaction(async (tx) => {
      const seat = { unitId: speaker.unitId, role: "rapporteur", network: "party", level: "commune" };
      const span = { startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) };
      await tx.appointment.create({ data: { ...seat, ...span, speakerId: speaker.id } });
      await tx.$executeRaw`SELECT pg_sleep(0.2)`;
    });
  await Promise.all([appoint("2020-01-01", "2024-12-31"), appoint("2025-01-01", "2029-12-31")]);
  expect(await wrong()).toEqual(right);
  expect(await db.appointment.count({ where: { speakerId: speaker.id, renewed: true } })).toBe(1);
});

test("a statement that changes neither seats nor days writes nobody's record", async () => {
  const speaker = await makeSpeaker();
  await makeAppointment({ speaker });
  const version = () => db.$queryRaw`SELECT xmin::text FROM speaker WHERE id = ${speaker.id}::uuid`;
  const before = await version();
  await db.appointment.updateMany({ where: { speakerId: speaker.id }, data: { note: "đã đối chiếu" } });
  expect(await version()).toEqual(before);
});
