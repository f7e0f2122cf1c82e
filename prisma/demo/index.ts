/** Makes the sample department: a province that does not exist, with people one can sign in as. */
import { theSystem } from "~/platform/actor";
import { addDays, type Day, dayToColumn, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { rebuildClosure } from "~/units/closure.server";
import { accounts, makeAccounts } from "./accounts.ts";
import { makeBulk } from "./bulk.ts";
import { makeDecisions } from "./decisions.ts";
import { makeDoubles } from "./doubles.ts";
import { makeExports } from "./exports.ts";
import { makeMaterials } from "./materials.ts";
import { makeOutbox } from "./outbox.ts";
import { makeOwn } from "./own.ts";
import { makeRoster, type SpeakerRow } from "./people.ts";
import { places } from "./places.ts";
import { randomFrom } from "./random.ts";
import { makeReaders } from "./readers.ts";
import { makeReading } from "./reading.ts";
import { makeRecords, privateChoice } from "./record.ts";
import { makeReviews } from "./reviews.ts";
import { tellStory } from "./story.ts";
import { makeUnits } from "./units.ts";

/**
 * Fills an empty database in one transaction; with units in it already, does nothing. The same seed gives the same
 * people each time, their dates keep their distance to today. Whom one may sign in as stands in the setting "demo.people".
 */
export async function makeDemo(): Promise<void> {
  if ((await db.unit.count()) > 0) return;
  const random = randomFrom(1977);
  const day = today();
  const begun = new Date(dayToColumn(addDays(day, -212)).getTime() + 2 * 3_600_000);
  const units = makeUnits(random, begun);
  const roster = makeRoster(random, day, units.idOf);
  const people = makeAccounts(random, begun, units.idOf, ownRecord(roster.speakers));
  const story = tellStory(random, day, { units, roster, accounts: people });
  const choices = accounts.map(({ key, role, place, says }) => ({
    userId: people.idOf(key),
    name: people.nameOf(key),
    role,
    unit: places.find((one) => one.key === place)?.name,
    says,
  }));
  await transaction(
    undefined,
    async (tx) => {
      await tx.unit.createMany({ data: units.units });
      await tx.unitVersion.createMany({ data: units.versions });
      await rebuildClosure(tx);
      await tx.term.createMany({ data: roster.terms });
      await tx.decision.createMany({ data: roster.decisions });
      await tx.speaker.createMany({ data: roster.speakers });
      await tx.appointment.createMany({ data: roster.appointments });
      await tx.user.createMany({ data: people.users });
      await tx.grant.createMany({ data: people.grants });
      await tx.auditLine.createMany({ data: story });
      await writeRecords(tx, day, roster.speakers, people.nameOf("administrator"));
      const officer = { ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") };
      await makeDecisions({ tx, random: randomFrom(1991), day, officer, unitId: units.idOf });
      await makeOwn({
        ...{ tx, random: randomFrom(1930), day, speakers: roster.speakers },
        own: { userId: people.idOf("speaker"), speakerId: ownRecord(roster.speakers) },
        keepers: {
          department: people.idOf("officer"),
          ward: people.idOf("ward-officer"),
          highland: people.idOf("highland-officer"),
        },
      });
      await tx.setting.create({ data: { key: "demo.people", value: choices } });
    },
    { timeout: 60_000 },
  );
  await makeDoubles({ ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") });
  await makeBulk(
    { ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") },
    units.idOf("police"),
  );
  await makeExports({ ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") });
  await makeMaterials({
    ...{ day, unitId: units.idOf },
    officer: { ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") },
    wardOfficer: { ...theSystem, userId: people.idOf("ward-officer"), name: people.nameOf("ward-officer") },
    readers: { early: people.idOf("ward-officer"), late: people.idOf("highland-officer") },
  });
  await makeReading(
    { ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") },
    units.idOf(places[0]?.key ?? ""),
    [people.idOf("speaker")],
  );
  await makeReaders(randomFrom(1986), people.idOf("administrator"), units.idOf("Pá Lau"));
  await makeOutbox({
    unitId: units.idOf(places[0]?.key ?? ""),
    people: (["speaker", "ward-officer", "highland-officer"] as const).map((key) => ({
      ...{ userId: people.idOf(key), address: `${key}@lamgiang.invalid` },
    })),
  });
  await makeReviews({
    ...{ random: randomFrom(2025), day, unitId: units.idOf, leaderId: people.idOf("leader") },
    officer: { ...theSystem, userId: people.idOf("officer"), name: people.nameOf("officer") },
  });
}

async function writeRecords(tx: Db, day: Day, speakers: SpeakerRow[], administrator: string): Promise<void> {
  const topics = await tx.topic.findMany({ orderBy: { position: "asc" } });
  const ids = topics.map(({ id }) => id);
  const records = makeRecords(randomFrom(2026), day, speakers, ids);
  await tx.speakerTopic.createMany({ data: records.topics });
  await tx.speakerLanguage.createMany({ data: records.languages });
  await tx.qualification.createMany({ data: records.qualifications });
  await tx.availability.createMany({ data: records.availability });
  await tx.speakerPrivate.createMany({ data: records.sensitive });
  await tx.setting.create({ data: { key: "roster.private", value: privateChoice(day, administrator) } });
}

/** The record of the speaker who signs in. */
function ownRecord(speakers: { id: string; fullName: string }[]): string {
  const { name } = accounts.find(({ role }) => role === "speaker") ?? {};
  const own = speakers.find(({ fullName }) => fullName === name);
  if (!own) throw new Error(`The sample department has no speaker ${name}.`);
  return own.id;
}
