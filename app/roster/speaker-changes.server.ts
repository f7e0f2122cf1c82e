/** The commands that add a speaker's record and change it. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Db, transaction } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { findUnit, within } from "~/units/index.server";
import { searchDoublesOfLater } from "./doubles/search-job.server";
import { type Gender, type PoliticalTheoryLevel, type SpeakerValues, showPartialDay } from "./speaker";
import { sortNameOf } from "./speaker-name";
import { words } from "./words";

/** Returns the id; a record of that id that is there already stays as it is. Refusals: a unit outside the actor's reach. */
export function addSpeaker(
  actor: Actor,
  { id = randomUUID(), ...values }: SpeakerValues & { id?: string },
  outer?: Db,
): Promise<string> {
  return transaction(outer, async (tx) => {
    const unit = await unitInReach(actor, values.unitId);
    const { count } = await tx.speaker.createMany({
      data: { id, ...columnsOf(values) },
      skipDuplicates: true,
    });
    if (count === 0) return id;
    await searchDoublesOfLater(tx, [id]);
    await audit(tx, actor, "speaker.added", {
      kind: "speaker",
      id,
      title: values.fullName,
      unitId: unit.id,
      after: factsOf(values, unit.name),
    });
    return id;
  });
}

/**
 * Saves the record if nobody has since `revision`.
 * False: not within the actor's units. Refusals: "revision" when somebody was quicker; a unit outside the reach.
 */
export function updateSpeaker(
  actor: Actor,
  id: string,
  { revision, ...values }: SpeakerValues & { revision: number },
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM speaker WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.speaker.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!before) return false;
    if (before.revision !== revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const unit =
      values.unitId === before.unitId
        ? { id: before.unitId, name: before.unit.name }
        : await unitInReach(actor, values.unitId);
    await tx.speaker.update({ where: { id }, data: { ...columnsOf(values), revision: { increment: 1 } } });
    await audit(tx, actor, "speaker.updated", {
      kind: "speaker",
      id,
      title: values.fullName,
      unitId: unit.id,
      before: factsOf(valuesOf(before), before.unit.name),
      after: factsOf(values, unit.name),
    });
    return true;
  });
}

/** Refuses a unit outside the reach, at the field "unitId". */
export async function unitInReach(actor: Actor, id: string) {
  const unit = await findUnit(actor, id);
  if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
  return unit;
}

function columnsOf({ birth, ...values }: SpeakerValues) {
  return {
    ...values,
    sortName: sortNameOf(values.fullName, values.givenName),
    birthYear: birth?.year ?? null,
    birthMonth: birth?.month ?? null,
    birthDay: birth?.day ?? null,
  };
}

type SpeakerColumns = Prisma.SpeakerGetPayload<object>;

function valuesOf(speaker: SpeakerColumns): SpeakerValues {
  const { fullName, givenName, phone, email, position, workplace, education, note, unitId } = speaker;
  return {
    ...{ fullName, givenName, phone, email, position, workplace, education, note, unitId },
    gender: speaker.gender as Gender | null,
    politicalTheory: speaker.politicalTheory as PoliticalTheoryLevel | null,
    birth: speaker.birthYear
      ? { year: speaker.birthYear, month: speaker.birthMonth, day: speaker.birthDay }
      : null,
  };
}

function factsOf({ birth, phone, unitId: _, ...values }: SpeakerValues, unit: string): Facts {
  return { ...values, birth: birth && showPartialDay(birth), phone: phone && showPhone(phone), unit };
}
