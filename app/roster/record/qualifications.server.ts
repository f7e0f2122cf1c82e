/** Qualifications in the database: adding, changing and removing one, each remembered so that it can be taken back. */
import type { Actor } from "~/platform/actor";
import type { Facts } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { type Changed, changeRecord, versionOf } from "./changes.server";
import type { Qualification, QualificationValues } from "./qualification";
import { words } from "./words";

export interface FoundQualification extends Qualification {
  fullName: string;
  version: string;
}

/** Null: none of this id on this record in the actor's units. */
export async function findQualification(
  actor: Actor,
  speakerId: string,
  id: string,
): Promise<FoundQualification | null> {
  const row = await db.qualification.findFirst({
    where: { id, speakerId, speaker: within(actor) },
    include: { speaker: { select: { fullName: true } } },
  });
  if (!row) return null;
  const { speaker, ...rest } = row;
  const found = qualificationOf(rest);
  return { ...found, fullName: speaker.fullName, version: versionOf(found) };
}

/**
 * Adds it, or changes the one of that id: `isNew` says which was meant. Null: no such person, or nothing to change.
 * Refusals: "version" when somebody was quicker.
 */
export function saveQualification(
  actor: Actor,
  speakerId: string,
  { id, version, ...values }: QualificationValues,
  { isNew }: { isNew: boolean },
): Promise<Changed | null> {
  return orNull(
    changeRecord(actor, speakerId, async (tx) => {
      const row = await tx.qualification.findFirst({ where: { id, speakerId } });
      const columns = {
        ...values,
        issuedOn: values.issuedOn && dayToColumn(values.issuedOn),
        expiresOn: values.expiresOn && dayToColumn(values.expiresOn),
      };
      if (!row) {
        if (!isNew) throw new Gone();
        await tx.qualification.create({ data: { id, speakerId, ...columns } });
        return { action: "speaker.qualification_added", before: {}, after: { ...values } };
      }
      if (isNew) return null;
      const before = qualificationOf(row);
      if (versionOf(before) !== version) throw new Refusal(words.errors.changedMeanwhile, "version");
      await tx.qualification.update({ where: { id }, data: columns });
      if (versionOf({ id, ...values }) === version) return null;
      return {
        action: "speaker.qualification_changed",
        before: factsOf(before),
        // Which one it was, also where its name stays.
        after: { ...values, qualification: values.name },
      };
    }),
  );
}

/** Null: none of this id on this record in the actor's units. */
export function removeQualification(actor: Actor, speakerId: string, id: string): Promise<Changed | null> {
  return orNull(
    changeRecord(actor, speakerId, async (tx) => {
      const row = await tx.qualification.findFirst({ where: { id, speakerId } });
      if (!row) throw new Gone();
      await tx.qualification.delete({ where: { id } });
      return {
        action: "speaker.qualification_removed",
        before: factsOf(qualificationOf(row)),
        after: {},
      };
    }),
  );
}

/** Thrown to roll back: the qualification that was meant is not there. */
class Gone extends Error {}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}

function qualificationOf(row: Prisma.QualificationGetPayload<object>): Qualification {
  const { id, name, issuer, number } = row;
  return {
    id,
    name,
    issuer,
    number,
    issuedOn: dayFromColumn(row.issuedOn),
    expiresOn: dayFromColumn(row.expiresOn),
  };
}

function factsOf({ id: _, ...values }: Qualification): Facts {
  return { ...values };
}
