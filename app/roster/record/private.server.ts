/** Sensitive fields in the database: which are on, what a page may know of them, revealing, writing. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { readFile, removeFile, storeFile } from "~/platform/files.server";
import { rewritePhoto } from "~/platform/photos.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { defineSetting, readSetting } from "~/platform/settings.server";
import { within } from "~/units/index.server";
import { lockSpeaker } from "./changes.server";
import {
  type PrivateField,
  type PrivateSetting,
  type PrivateValues,
  privateFieldNames,
  privateSettingSchema,
  typedFields,
} from "./private";
import { words } from "./words";

export const privateSetting = defineSetting<PrivateSetting>("roster.private", privateSettingSchema, {});

/** All that a page learns of a field before somebody reveals it. */
export interface MaskedField {
  field: PrivateField;
  /** Why the department uses it. */
  reason: string;
  isHeld: boolean;
}

/** The fields that are switched on. */
export async function maskFields(held: PrivateField[]): Promise<MaskedField[]> {
  const setting = await readSetting(privateSetting);
  return privateFieldNames.flatMap((field) => {
    const on = setting[field];
    return on ? [{ field, reason: on.reason, isHeld: held.includes(field) }] : [];
  });
}

/**
 * The value as people read it (a photo as a data address), and a line in the trail that it was looked at.
 * Null: no such person in the actor's units, or nothing stored. Refusals: the field is switched off.
 */
export function revealField(actor: Actor, speakerId: string, field: PrivateField): Promise<string | null> {
  return transaction(undefined, async (tx) => {
    const reason = await reasonOf(tx, field);
    const speaker = await tx.speaker.findFirst({
      where: { id: speakerId, ...within(actor) },
      include: { private: true },
    });
    const value = speaker?.private && (await shown(speaker.private, field));
    if (!speaker || !value) return null;
    await audit(tx, actor, "speaker.private_revealed", {
      ...about(speaker),
      after: { privateFields: [field], privateReason: reason },
    });
    return value;
  });
}

/** The form's way in: who it is, and which typed fields are on. */
export async function findPrivateForm(actor: Actor, speakerId: string) {
  const speaker = await db.speaker.findFirst({
    where: { id: speakerId, ...within(actor) },
    select: { fullName: true, private: true },
  });
  if (!speaker) return null;
  const held = privateFieldNames.filter((field) => stored(speaker.private, field) !== null);
  return { fullName: speaker.fullName, masked: await maskFields(held) };
}

/** What is typed replaces, what is named in `erase` goes, the rest stays. Returns false outside the actor's units. Refusals: a field that is off. */
export function savePrivate(
  actor: Actor,
  speakerId: string,
  { erase, partyJoinedOn, partyFullOn, ...texts }: PrivateValues,
): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return false;
    const days = { partyJoinedOn: toColumn(partyJoinedOn), partyFullOn: toColumn(partyFullOn) };
    const typed: Record<string, string | Date | null> = { ...texts, ...days };
    const changed = typedFields.filter((field) => typed[field] !== null || erase.includes(field));
    if (changed.length === 0) return true;
    for (const field of changed) await reasonOf(tx, field);
    const columns = Object.fromEntries(changed.map((field) => [field, typed[field] ?? null]));
    await write(tx, actor, speaker, columns, changed);
    return true;
  });
}

/** Stores the picture written anew; false outside the actor's units. Refusals: "file" when it is no picture; the field is off. */
export async function savePhoto(actor: Actor, speakerId: string, bytes: Uint8Array): Promise<boolean> {
  const content = await rewritePhoto(bytes);
  if (!content) throw new Refusal(words.errors.photoUnreadable, "file");
  return transaction(undefined, async (tx) => {
    await reasonOf(tx, "photo");
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return false;
    const before = await tx.speakerPrivate.findUnique({ where: { speakerId }, select: { photoId: true } });
    const { id } = await storeFile(tx, actor, { name: "photo.jpg", type: "image/jpeg", content });
    await write(tx, actor, speaker, { photoId: id }, ["photo"]);
    if (before?.photoId) await removeFile(tx, before.photoId);
    return true;
  });
}

/** False outside the actor's units. */
export function removePhoto(actor: Actor, speakerId: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return false;
    const held = await tx.speakerPrivate.findUnique({ where: { speakerId }, select: { photoId: true } });
    if (!held?.photoId) return true;
    await write(tx, actor, speaker, { photoId: null }, ["photo"]);
    await removeFile(tx, held.photoId);
    return true;
  });
}

/** Why the field is used. Refusals: it is switched off. */
async function reasonOf(tx: Db, field: PrivateField): Promise<string> {
  const on = (await readSetting(privateSetting, tx))[field];
  if (!on) throw new Refusal(words.errors.fieldOff, field);
  return on.reason;
}

/** The trail learns which fields, never what stands in them. */
async function write(
  tx: Db,
  actor: Actor,
  speaker: { id: string; fullName: string; unitId: string },
  columns: Partial<Prisma.SpeakerPrivateUncheckedCreateInput>,
  changed: PrivateField[],
): Promise<void> {
  const speakerId = speaker.id;
  await tx.speakerPrivate.upsert({
    where: { speakerId },
    create: { speakerId, ...columns },
    update: columns,
  });
  await audit(tx, actor, "speaker.private_saved", { ...about(speaker), after: { privateFields: changed } });
}

function about({ id, fullName, unitId }: { id: string; fullName: string; unitId: string }) {
  return { kind: "speaker", id, title: fullName, unitId };
}

type Columns = Prisma.SpeakerPrivateGetPayload<object>;

function stored(row: Columns | null, field: PrivateField): string | Date | null {
  return row ? row[field === "photo" ? "photoId" : field] : null;
}

async function shown(row: Columns, field: PrivateField): Promise<string | null> {
  const value = stored(row, field);
  if (value === null) return null;
  if (value instanceof Date) return showDay(dayFromColumn(value));
  return field === "photo" ? `data:image/jpeg;base64,${(await readFile(value)).toString("base64")}` : value;
}

function toColumn(day: Day | null): Date | null {
  return day ? dayToColumn(day) : null;
}
