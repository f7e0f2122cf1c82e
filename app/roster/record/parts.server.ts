/** The parts of a record in the database: reading one for its form, and the one command that saves any of them. */
import type { Actor } from "~/platform/actor";
import type { Facts } from "~/platform/audit.server";
import { type Db, db } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { Refusal } from "~/platform/refusal";
import { searchDoublesOfLater } from "~/roster/doubles/search-job.server";
import { type Gender, type PoliticalTheoryLevel, showPartialDay } from "~/roster/speaker";
import { unitInReach } from "~/roster/speaker-changes.server";
import { sortNameOf } from "~/roster/speaker-name";
import { within } from "~/units/index.server";
import { availabilityFacts, readAvailability, writeAvailability } from "./availability.server";
import { type Changed, changeRecord, versionOf } from "./changes.server";
import type { PartValues, RecordPart } from "./part";
import {
  languageFacts,
  readLanguages,
  readTopics,
  topicFacts,
  writeLanguages,
  writeTopics,
} from "./skills.server";
import { words } from "./words";

export interface FoundPart<Part extends RecordPart> {
  fullName: string;
  unit: { id: string; name: string };
  values: PartValues[Part];
  version: string;
}

/** One part as it is stored now; null outside the actor's units. */
export async function findPart<Part extends RecordPart>(
  actor: Actor,
  speakerId: string,
  part: Part,
): Promise<FoundPart<Part> | null> {
  const speaker = await db.speaker.findFirst({
    where: { id: speakerId, ...within(actor) },
    select: { fullName: true, unit: { select: { id: true, name: true } } },
  });
  if (!speaker) return null;
  const values = await store[part].read(db, speakerId);
  return { ...speaker, values, version: versionOf(values) };
}

/** One part as it is stored, for a caller who has made sure that the actor may see the person. */
export function readPart<Part extends RecordPart>(
  tx: Db,
  speakerId: string,
  part: Part,
): Promise<PartValues[Part]> {
  return store[part].read(tx, speakerId);
}

/**
 * Saves one part if it is still as the form was opened on. Null: no such person in the actor's units.
 * `proposedBy`: who asked for the change that the actor accepts, for the trail.
 * Refusals: "version" when somebody was quicker; a unit outside the reach; a topic that is gone.
 */
export function savePart<Part extends RecordPart>(
  actor: Actor,
  speakerId: string,
  part: Part,
  { version, ...sent }: PartValues[Part] & { version: string },
  { proposedBy, outer }: { proposedBy?: string; outer?: Db } = {},
): Promise<Changed | null> {
  const { read, write, facts } = store[part];
  const values = sent as unknown as PartValues[Part];
  const save = async (tx: Db) => {
    const before = await read(tx, speakerId);
    if (versionOf(before) !== version) throw new Refusal(words.errors.changedMeanwhile, "version");
    await write(tx, speakerId, values, actor);
    const after = await read(tx, speakerId);
    if (versionOf(after) === version) return null;
    if (part === "person" || part === "contact") await searchDoublesOfLater(tx, [speakerId]);
    return {
      action: "speaker.part_saved",
      before: await facts(tx, before),
      after: { ...(await facts(tx, after)), proposedBy },
      ...("unitId" in after && { fullName: after.fullName, unitId: after.unitId }),
    };
  };
  return changeRecord(actor, speakerId, save, outer);
}

interface PartStore<Values> {
  read(tx: Db, speakerId: string): Promise<Values>;
  write(tx: Db, speakerId: string, values: Values, actor: Actor): Promise<void>;
  facts(tx: Db, values: Values): Promise<Facts> | Facts;
}

const store: { [Part in RecordPart]: PartStore<PartValues[Part]> } = {
  person: {
    async read(tx, id) {
      const { fullName, givenName, birthYear, birthMonth, birthDay, gender, unitId } =
        await tx.speaker.findUniqueOrThrow({ where: { id } });
      const birth = birthYear ? { year: birthYear, month: birthMonth, day: birthDay } : null;
      return { fullName, givenName, birth, gender: gender as Gender | null, unitId };
    },
    async write(tx, id, { birth, ...values }, actor) {
      const { unitId } = await tx.speaker.findUniqueOrThrow({ where: { id }, select: { unitId: true } });
      if (unitId !== values.unitId) await unitInReach(actor, values.unitId);
      const days = {
        birthYear: birth?.year ?? null,
        birthMonth: birth?.month ?? null,
        birthDay: birth?.day ?? null,
      };
      const sortName = sortNameOf(values.fullName, values.givenName);
      await tx.speaker.update({ where: { id }, data: { ...values, ...days, sortName } });
    },
    async facts(tx, { birth, unitId, ...values }) {
      const { name } = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
      return { ...values, birth: birth && showPartialDay(birth), unit: name };
    },
  },
  contact: {
    read: (tx, id) => tx.speaker.findUniqueOrThrow({ where: { id }, select: { phone: true, email: true } }),
    write: (tx, id, { phone, email }) => update(tx, id, { phone, email }),
    facts: (_, { phone, email }) => ({ phone: phone && showPhone(phone), email }),
  },
  work: {
    async read(tx, id) {
      const columns = { position: true, workplace: true, education: true, politicalTheory: true };
      const work = await tx.speaker.findUniqueOrThrow({ where: { id }, select: columns });
      return { ...work, politicalTheory: work.politicalTheory as PoliticalTheoryLevel | null };
    },
    write: (tx, id, { position, workplace, education, politicalTheory }) =>
      update(tx, id, { position, workplace, education, politicalTheory }),
    facts: (_, values) => ({ ...values }),
  },
  note: {
    read: (tx, id) => tx.speaker.findUniqueOrThrow({ where: { id }, select: { note: true } }),
    write: (tx, id, { note }) => update(tx, id, { note }),
    facts: (_, { note }) => ({ note }),
  },
  topics: { read: readTopics, write: writeTopics, facts: topicFacts },
  languages: { read: readLanguages, write: writeLanguages, facts: languageFacts },
  availability: { read: readAvailability, write: writeAvailability, facts: availabilityFacts },
};

async function update(tx: Db, id: string, columns: Record<string, string | null>): Promise<void> {
  await tx.speaker.update({ where: { id }, data: columns });
}
