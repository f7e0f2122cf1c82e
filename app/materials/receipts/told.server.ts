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
