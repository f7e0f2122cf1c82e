/** Who is there: sessions, their limits, and what each role reaches. */
import { describe, expect, test } from "vitest";
import { requireActor } from "~/accounts/index.server";
import { db } from "~/platform/db.server";
import { markRead, notify } from "~/platform/notices.server";
import { makeActor, makeUnit, makeUser, signInAs } from "../factories";
import { answerOf, get, post } from "../requests";

const asking = (request: Request, permission?: Parameters<typeof requireActor>[1]) =>
  answerOf(() => requireActor(request, permission));

// First, while this database has no other unit.
test("a grant on the one root reaches everything; beside a second tree it does not", async () => {
  const root = await makeUnit();
  const actor = await makeActor({ unit: root });
  expect(actor.reach).toBe("everywhere");
  await makeUnit();
  expect((await requireActor(get("/", actor))).reach).toEqual([root.id]);
});

describe("who is not signed in", () => {
  test("is led to sign-in, and back afterwards", async () => {
    const answer = await asking(get("/roster?q=an"));
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/sign-in?to=%2Froster%3Fq%3Dan"]);
  });

  test("keeps a filled form: it is told, not led away", async () => {
    expect((await asking(post("/roster/new", {}))).status).toBe(401);
  });

  test("gains nothing by a cookie that somebody else signed", async () => {
    const actor = await makeActor();
    const { token } = await db.session.findFirstOrThrow({ where: { userId: actor.userId } });
    const forged = { cookie: `bcv.session_token=${token}.${Buffer.from("forged").toString("base64")}` };
    expect((await asking(get("/", forged))).status).toBe(302);
  });
});

describe("a session is over", () => {
  test.each([
    ["after 7 days", { expiresAt: new Date(Date.now() - 1000) }],
    ["after 12 hours without use", { updatedAt: new Date(Date.now() - 12.1 * 3600_000) }],
  ])("%s", async (_when, change) => {
    const actor = await makeActor();
    await db.session.updateMany({ where: { userId: actor.userId }, data: change });
    expect((await asking(get("/", actor))).status).toBe(302);
  });

  test("at the next request of a disabled account", async () => {
    const actor = await makeActor();
    expect((await asking(get("/", actor))).status).toBe(200);
    await db.user.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
    expect((await asking(get("/", actor))).status).toBe(302);
  });
});

describe("reach", () => {
  test("is of the permission asked for; without one, of all roles", async () => {
    const [one, other] = [await makeUnit(), await makeUnit()];
    const user = await makeUser({
      grants: [
        { role: "commune_officer", unit: one },
        { role: "commune_leader", unit: other },
      ],
    });
    await signInAs(user);
    const who = { userId: user.id };
    expect((await requireActor(get("/", who), "roster.edit")).reach).toEqual([one.id]);
    expect((await requireActor(get("/", who))).reach).toEqual([one.id, other.id]);
    expect((await asking(get("/", who), "accounts.manage")).status).toBe(403);
  });
});

describe("a second factor", () => {
  test("is asked for before anything else of who sees more than the own record", async () => {
    const user = await makeUser({
      secondFactorBy: null,
      grants: [{ role: "department_officer", unit: await makeUnit() }],
    });
    await signInAs(user);
    const answer = await asking(get("/roster", { userId: user.id }));
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/account/second-factor"]);
    expect((await asking(get("/account/second-factor", { userId: user.id }))).status).toBe(200);
  });

  test("is not asked of a speaker, nor before the day that an administrator granted", async () => {
    const unit = await makeUnit();
    for (const values of [
      { role: "speaker", by: null },
      { role: "department_officer", by: "2999-01-01" },
    ] as const) {
      const user = await makeUser({ secondFactorBy: values.by, grants: [{ role: values.role, unit }] });
      await signInAs(user);
      expect((await asking(get("/", { userId: user.id }))).status).toBe(200);
    }
  });
});

test("knows how many notices the person has not read, with the same look", async () => {
  const actor = await makeActor({ role: "department_officer" });
  const about = (subjectId: string) => ({
    ...{ userIds: [actor.userId], kind: "review.late", subjectId, path: "/roster/reviews/r1" },
    phrase: { vi: "Quá hạn", en: "Overdue" },
  });
  await notify(db, about("r1"));
  await notify(db, about("r2"));
  expect((await requireActor(get("/", actor))).unread).toBe(2);
  await markRead(actor);
  expect((await requireActor(get("/", actor))).unread).toBe(0);
});
