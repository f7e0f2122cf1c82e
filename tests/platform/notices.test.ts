/** Notices: each person has their own, once for each subject, until they are read or withdrawn. */
import { expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { listNotices, markRead, notify, withdrawNotices } from "~/platform/notices.server";
import { makeUser } from "../factories";

const late = (userIds: string[], phrase = { vi: "Sắp đến hạn", en: "Due soon" }) => ({
  ...{ userIds, phrase, kind: "review.late", subjectId: "r1", path: "/roster/reviews/r1" },
});

const unread = async ({ id }: { id: string }) =>
  (await listNotices({ userId: id, language: "vi" })).filter(({ isRead }) => !isRead).length;

test("tells each person once of a subject, and again when it is said anew", async () => {
  const [one, other] = [await makeUser(), await makeUser()];
  await notify(db, late([one.id, other.id, one.id]));
  await markRead({ userId: one.id });
  expect([await unread(one), await unread(other)]).toEqual([0, 1]);
  await notify(db, late([one.id], { vi: "Quá hạn", en: "Overdue" }));
  const [notice, ...rest] = await listNotices({ userId: one.id, language: "vi" });
  expect(rest).toEqual([]);
  expect(notice).toMatchObject({ text: "Quá hạn", path: "/roster/reviews/r1", isRead: false });
});

test("marks only one's own as read, and takes back what is done", async () => {
  const [one, other] = [await makeUser(), await makeUser()];
  await notify(db, late([one.id, other.id]));
  const [theirs] = await listNotices({ userId: other.id, language: "en" });
  await markRead({ userId: one.id }, theirs?.id);
  expect([await unread(one), await unread(other)]).toEqual([1, 1]);
  await withdrawNotices(db, "review.late", "r1");
  expect(await listNotices({ userId: other.id, language: "en" })).toEqual([]);
});
