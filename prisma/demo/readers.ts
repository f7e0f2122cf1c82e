/** Speakers of the sample department who have an account by now, and what they have read of what went out. */
import { recipientsSql } from "~/materials/audience/recipients.server";
import { dayToColumn, today } from "~/platform/clock";
import { db, transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { chance, idAt, type Random } from "./random.ts";

const accountsHeld = 0.55;
const day = 86_400_000;

interface Version {
  id: string;
  materialId: string;
  publishedAt: Date;
  isAsked: boolean;
  /** Of its files. */
  fileIds: string[];
}

/**
 * Nobody signs in as them here: the sign-in page offers those of accounts.ts only. The speakers of one unit are left
 * without an account: its officer is about to give them theirs.
 */
export async function makeReaders(random: Random, administratorId: string, waitingId: string): Promise<void> {
  const userIds = await makeReaderAccounts(random, administratorId, waitingId);
  for (const version of await listPublished()) await readVersion(random, version, userIds);
}

async function makeReaderAccounts(
  random: Random,
  grantedBy: string,
  waitingId: string,
): Promise<Set<string>> {
  const known = await db.user.findMany({ select: { name: true } });
  const speakers = await db.speaker.findMany({
    where: {
      ...{ user: null, servesUntil: { gte: dayToColumn(today()) }, unitId: { not: waitingId } },
      // Namesakes among accounts are for the roster to show, not for the first look at a list of accounts.
      fullName: { notIn: known.map(({ name }) => name) },
    },
    orderBy: { id: "asc" },
    select: { id: true, fullName: true, unitId: true },
  });
  const madeAt = new Date(Date.now() - 150 * day);
  const holders = speakers.filter(() => chance(random, accountsHeld));
  const made = holders.map(({ id, fullName, unitId }, place) => ({
    unitId,
    user: {
      ...{ id: idAt(random, madeAt), name: fullName, speakerId: id, createdAt: madeAt },
      ...{ email: `reader.${place + 1}@demo.invalid`, username: `demo.reader.${place + 1}` },
      lastSignInAt: new Date(Date.now() - Math.ceil(random() * 40) * day),
    },
  }));
  await transaction(undefined, async (tx) => {
    await tx.user.createMany({ data: made.map(({ user }) => user) });
    await tx.grant.createMany({
      data: made.map(({ user, unitId }) => ({
        ...{ userId: user.id, role: "speaker", unitId, grantedBy, createdAt: madeAt },
      })),
    });
  });
  return new Set(made.map(({ user }) => user.id));
}

async function listPublished(): Promise<Version[]> {
  const versions = await db.materialVersion.findMany({
    where: { publishedAt: { not: null } },
    orderBy: { id: "asc" },
    include: { files: { select: { id: true } } },
  });
  return versions.map(({ id, materialId, publishedAt, acknowledgeBy, files }) => ({
    ...{ id, materialId, publishedAt: publishedAt ?? new Date(), isAsked: acknowledgeBy !== null },
    fileIds: files.map(({ id }) => id),
  }));
}

/** Most open what is asked of them, fewer what is not; the older a material, the more have seen it. */
async function readVersion(random: Random, version: Version, among: Set<string>): Promise<void> {
  const { id: versionId, materialId, publishedAt, isAsked, fileIds } = version;
  const recipients = await db.$queryRaw<{ userId: string | null }[]>`
    SELECT r.user_id AS "userId" FROM ${recipientsSql(materialId)} AS r ORDER BY r.speaker_id`;
  const age = Date.now() - publishedAt.getTime();
  const share = Math.min(1, age / (14 * day)) * (isAsked ? 0.85 : 0.6);
  const receipts: Prisma.MaterialReceiptCreateManyInput[] = [];
  const readings: Prisma.MaterialReadingCreateManyInput[] = [];
  for (const { userId } of recipients) {
    if (!userId || !among.has(userId) || !chance(random, share)) continue;
    const openedAt = new Date(publishedAt.getTime() + random() ** 2 * age * 0.9);
    const isDownloaded = chance(random, 0.35);
    const later = new Date(openedAt.getTime() + random() * (Date.now() - openedAt.getTime()) * 0.5);
    receipts.push({
      ...{ versionId, userId, openedAt, downloadedAt: isDownloaded ? later : null },
      acknowledgedAt: isAsked && chance(random, 0.8) ? later : null,
    });
    for (const fileId of fileIds) {
      readings.push({ at: openedAt, userId, fileId, how: "opened" });
      if (isDownloaded) readings.push({ at: later, userId, fileId, how: "downloaded" });
    }
  }
  await db.materialReceipt.createMany({ data: receipts, skipDuplicates: true });
  await db.materialReading.createMany({ data: readings });
}
