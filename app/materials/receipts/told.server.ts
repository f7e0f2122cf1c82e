/** What people were told to do about a version, and taking that back once nothing is left to do. */
import type { Db } from "~/platform/db.server";
import { withdrawMail } from "~/platform/mail/post.server";

/** Of the notice and the letter that say a version is out. */
export const publishedKind = "materials.published";
/** Of those that remind of it. */
export const reminderKind = "materials.reminder";
/** Of those that tell heads of units who has not acknowledged. */
export const escalatedKind = "materials.escalated";

/** Nobody need look at these versions any more: the material was withdrawn, or something newer is out. */
export async function forgetTold(tx: Db, versionIds: string[]): Promise<void> {
  const kinds = [publishedKind, reminderKind, escalatedKind];
  await tx.notice.deleteMany({ where: { kind: { in: kinds }, subjectId: { in: versionIds } } });
  for (const subjectId of versionIds) {
    for (const kind of kinds) await withdrawMail(tx, { kind, subjectId });
  }
}

/** Whoever reads a file has seen what they were told about its version. */
export async function seeTold(tx: Db, fileId: string, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE notice SET read_at = now() FROM material_file f
    WHERE f.id = ${fileId}::uuid AND notice.user_id = ${userId}::uuid AND notice.subject_id = f.version_id::text
      AND notice.kind IN (${publishedKind}, ${reminderKind}) AND notice.read_at IS NULL`;
}

/** One person has done what was asked: the reminders go, and the first notice counts as read. */
export async function settleTold(tx: Db, versionId: string, userId: string): Promise<void> {
  await tx.notice.deleteMany({ where: { userId, kind: reminderKind, subjectId: versionId } });
  await tx.notice.updateMany({
    where: { userId, kind: publishedKind, subjectId: versionId, readAt: null },
    data: { readAt: new Date() },
  });
  await withdrawMail(tx, { kind: reminderKind, subjectId: `${versionId}/`, userId });
  await withdrawMail(tx, { kind: publishedKind, subjectId: versionId, userId });
}
