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
import { type Changed, changeRecord, type LockedSpeaker, versionOf } from "./changes.server";
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
  const save = async (tx: Db, speaker: LockedSpeaker) => {
    const before = await read(tx, speakerId, speaker);
    if (versionOf(before) !== version) throw new Refusal(words.errors.changedMeanwhile, "version");
    const columns = await write(tx, speaker, values, actor);
    const after = await read(tx, speakerId, columns && { ...speaker, ...columns });
    if (versionOf(after) === version) return null;
    if (part === "person" || part === "contact") await searchDoublesOfLater(tx, [speakerId]);
    return {
      action: "speaker.part_saved",
      before: await facts(tx, before),
      after: { ...(await facts(tx, after)), proposedBy },
      columns,
      ...("unitId" in after && { fullName: after.fullName, unitId: after.unitId }),
    };
  };
  return changeRecord(actor, speakerId, save, outer);
}

type Columns = Partial<Omit<LockedSpeaker, "id">> & { sortName?: string[] };

interface PartStore<Values> {
  /** `known`: the person's columns, where the caller has them already. */
  read(tx: Db, speakerId: string, known?: Omit<LockedSpeaker, "id">): Promise<Values>;
  /** Writes what stands in tables of its own; what stands in the person's columns it gives to be written with the rest. */
  write(
    tx: Db,
    speaker: LockedSpeaker,
    values: Values,
    actor: Actor,
  ): Promise<Columns | undefined> | Columns | undefined;
  facts(tx: Db, values: Values): Promise<Facts> | Facts;
}

function fromColumns<Values>(valuesOf: (speaker: Omit<LockedSpeaker, "id">) => Values) {
  return async (tx: Db, id: string, known?: Omit<LockedSpeaker, "id">): Promise<Values> =>
    valuesOf(known ?? (await tx.speaker.findUniqueOrThrow({ where: { id } })));
}

const store: { [Part in RecordPart]: PartStore<PartValues[Part]> } = {
  person: {
    read: fromColumns(({ fullName, givenName, birthYear, birthMonth, birthDay, gender, unitId }) => {
      const birth = birthYear ? { year: birthYear, month: birthMonth, day: birthDay } : null;
      return { fullName, givenName, birth, gender: gender as Gender | null, unitId };
    }),
    async write(_, speaker, { birth, ...values }, actor) {
      if (speaker.unitId !== values.unitId) await unitInReach(actor, values.unitId);
      const days = {
        birthYear: birth?.year ?? null,
        birthMonth: birth?.month ?? null,
        birthDay: birth?.day ?? null,
      };
      return { ...values, ...days, sortName: sortNameOf(values.fullName, values.givenName) };
    },
    async facts(tx, { birth, unitId, ...values }) {
      const { name } = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
      return { ...values, birth: birth && showPartialDay(birth), unit: name };
    },
  },
  contact: {
    read: fromColumns(({ phone, email }) => ({ phone, email })),
    write: (_tx, _speaker, { phone, email }) => ({ phone, email }),
    facts: (_, { phone, email }) => ({ phone: phone && showPhone(phone), email }),
  },
  work: {
    read: fromColumns(({ position, workplace, education, politicalTheory }) => ({
      ...{ position, workplace, education },
      politicalTheory: politicalTheory as PoliticalTheoryLevel | null,
    })),
    write: (_tx, _speaker, { position, workplace, education, politicalTheory }) => ({
      ...{ position, workplace, education, politicalTheory },
    }),
    facts: (_, values) => ({ ...values }),
  },
  note: {
    read: fromColumns(({ note }) => ({ note })),
    write: (_tx, _speaker, { note }) => ({ note }),
    facts: (_, { note }) => ({ note }),
  },
  topics: { read: readTopics, write: inItsTables(writeTopics), facts: topicFacts },
  languages: { read: readLanguages, write: inItsTables(writeLanguages), facts: languageFacts },
  availability: { read: readAvailability, write: inItsTables(writeAvailability), facts: availabilityFacts },
};

function inItsTables<Values>(write: (tx: Db, speakerId: string, values: Values) => Promise<void>) {
  return async (tx: Db, { id }: LockedSpeaker, values: Values): Promise<undefined> => {
    await write(tx, id, values);
  };
}
