/** What a person put in for a material and was refused: told on its page until they have read it. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { refusedNotice } from "./refusing.server";

export interface ToldRefusal {
  /** Of the notices that say it, one a file: reading them takes it off the page. */
  noticeIds: string[];
  /** In the person's language. */
  text: string;
}

/** The actor's own that are unread, the newest first; what is said of several files is said once. */
export async function listRefusals(
  { userId, language }: Pick<Actor, "userId" | "language">,
  materialId: string,
): Promise<ToldRefusal[]> {
  const notices = await db.notice.findMany({
    where: { userId, kind: refusedNotice, path: `/materials/${materialId}`, readAt: null },
    orderBy: { createdAt: "desc" },
    take: 20,
  });
  const told = Map.groupBy(notices, ({ phrase }) => (phrase as { vi: string; en: string })[language]);
  return [...told].map(([text, same]) => ({ text, noticeIds: same.map(({ id }) => id) }));
}
