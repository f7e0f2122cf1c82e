/** Notices: what a person should look at, kept in the app until it is read or no longer needed. */
import { z } from "zod";
import type { Actor } from "./actor";
import { type Db, db } from "./db.server";
import type { Phrase } from "./words";

export interface NewNotice {
  userIds: string[];
  /** "review.late"; one notice of a kind and subject for each person: a second one replaces the first. */
  kind: string;
  subjectId: string;
  phrase: Phrase;
  /** Where it leads: a path of our own. */
  path: string;
}

export interface ListedNotice {
  id: string;
  text: string;
  path: string;
  /** ISO moment. */
  at: string;
  isRead: boolean;
}

/** Tells people something, unread again if they were told before. */
export async function notify(tx: Db, { userIds, kind, subjectId, phrase, path }: NewNotice): Promise<void> {
  if (userIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO notice (id, user_id, kind, subject_id, phrase, path)
    SELECT gen_random_uuid(), told, ${kind}, ${subjectId}, ${JSON.stringify(phrase)}::jsonb, ${path}
    FROM unnest(${[...new Set(userIds)]}::uuid[]) AS told
    ON CONFLICT (user_id, kind, subject_id)
    DO UPDATE SET phrase = EXCLUDED.phrase, path = EXCLUDED.path, created_at = now(), read_at = NULL`;
}

/** The same for many subjects at once; somebody who is told of the same twice reads the last. */
export async function notifyMany(tx: Db, notices: NewNotice[]): Promise<void> {
  const rows = new Map(
    notices.flatMap(({ userIds, ...notice }) =>
      userIds.map((userId) => [`${userId} ${notice.kind} ${notice.subjectId}`, { userId, ...notice }]),
    ),
  );
  if (rows.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO notice (id, user_id, kind, subject_id, phrase, path)
    SELECT gen_random_uuid(), told."userId", told.kind, told."subjectId", told.phrase, told.path
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      AS told ("userId" uuid, kind text, "subjectId" text, phrase jsonb, path text)
    ON CONFLICT (user_id, kind, subject_id)
    DO UPDATE SET phrase = EXCLUDED.phrase, path = EXCLUDED.path, created_at = now(), read_at = NULL`;
}

/** What it was about is done: nobody needs to be told any more. */
export async function withdrawNotices(tx: Db, kind: string, subjectId: string): Promise<void> {
  await tx.notice.deleteMany({ where: { kind, subjectId } });
}

/** The person's own, unread first, then the newest; at most 100. */
export async function listNotices(
  { userId, language }: Pick<Actor, "userId" | "language">,
  most = 100,
): Promise<ListedNotice[]> {
  const notices = await db.notice.findMany({
    where: { userId },
    orderBy: [{ readAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: most,
  });
  return notices.map(({ id, phrase, path, createdAt, readAt }) => ({
    id,
    text: phraseSchema.parse(phrase)[language],
    path,
    at: createdAt.toISOString(),
    isRead: readAt !== null,
  }));
}

const phraseSchema = z.object({ vi: z.string(), en: z.string() });

/** Marks one of the person's own notices as read, or without an id all of them. */
export async function markRead({ userId }: Pick<Actor, "userId">, id?: string | string[]): Promise<void> {
  await db.notice.updateMany({
    where: { userId, readAt: null, ...(id && { id: { in: [id].flat() } }) },
    data: { readAt: new Date() },
  });
}
