/** Putting letters into the outbox, in the caller's transaction: one for each person, kind and subject. */
import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env";

export interface NewMail {
  /** "materials.published" */
  kind: string;
  subjectId: string;
  /** The unit whose officers see it in the outbox. */
  unitId: string | null;
  userId: string;
  address: string;
  title: string;
  /** Plain text. */
  body: string;
  /** A reminder keeps quiet hours and goes out with others in one letter a person and day. */
  isReminder?: boolean;
}

/** Whether letters go out at all. */
export function isMailSet(): boolean {
  return env.MAIL_URL !== undefined;
}

/** The address of a page as it stands in a letter. */
export function addressOfPage(path: string): string {
  return new URL(path, env.BASE_URL ?? `http://localhost:${env.PORT}`).href;
}

/** How many were made: a letter that is there already is not made twice, and without a mail server none is. */
export async function postMail(tx: Db, mails: NewMail[]): Promise<number> {
  if (!isMailSet()) return 0;
  let made = 0;
  for (let from = 0; from < mails.length; from += atOnce) {
    made += await tx.$executeRaw`
      INSERT INTO mail (id, kind, subject_id, unit_id, user_id, address, title, body, is_reminder)
      SELECT gen_random_uuid(), m.kind, m."subjectId", m."unitId", m."userId", m.address, m.title, m.body, coalesce(m."isReminder", false)
      FROM jsonb_to_recordset(${JSON.stringify(mails.slice(from, from + atOnce))}::jsonb)
        AS m (kind text, "subjectId" text, "unitId" uuid, "userId" uuid, address text, title text, body text, "isReminder" boolean)
      ON CONFLICT (user_id, kind, subject_id) DO NOTHING`;
  }
  return made;
}
const atOnce = 2_000;

interface Unwanted {
  kind: string;
  /** What the letters are about, or how that begins. */
  subjectId: string;
  /** Of one person only. */
  userId?: string;
}

/** What still waits is no longer wanted: what it was about is done. */
export async function withdrawMail(tx: Db, { kind, subjectId, userId }: Unwanted): Promise<void> {
  await tx.mail.updateMany({
    where: { kind, subjectId: { startsWith: subjectId }, state: "waiting", ...(userId && { userId }) },
    data: { state: "discarded" },
  });
}
