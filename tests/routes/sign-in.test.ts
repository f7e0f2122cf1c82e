/** Signing in as a browser does it, without JavaScript: names, passwords, limits, the second factor, the way back. */
import { symmetricDecrypt } from "better-auth/crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { auth } from "~/accounts/auth.server";
import { beginSecondFactor, confirmSecondFactor } from "~/accounts/second-factor/second-factor.server";
import { requireActor } from "~/accounts/sessions.server";
import { pageAfterSignIn } from "~/accounts/sign-in/sign-in";
import { words } from "~/accounts/words";
import { db } from "~/platform/db.server";
import { action as signInAction, loader as signInLoader } from "~/routes/sign-in";
import { action as demoAction } from "~/routes/sign-in_.demo";
import { action as secondStepAction } from "~/routes/sign-in_.second-factor";
import { action as signOutAction } from "~/routes/sign-out";
import { cookies, givePassword, makeUnit, makeUser, signInAs } from "../factories";
import { answerOf, get, post, postPlain } from "../requests";

const args = (request: Request) => ({ request, params: {}, context: {} });
const signIn = (login: string, password: string, to = "") =>
  answerOf(() => signInAction(args(postPlain("/sign-in", { login, password, to }))));
const error = (answer: { body: unknown }) => (answer.body as { error?: string }).error;
const cookieOf = (answer: { headers: Headers }, name: string) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`bcv.${name}=`) && !/Max-Age=0/.test(cookie));
const who = (cookie: string | undefined) => ({ cookie: (cookie ?? "").split(";")[0] ?? "" });

beforeEach(async () => {
  await db.throttle.deleteMany();
});

describe("name and password", () => {
  test("open a session that is known at the next request", async () => {
    const user = await makeUser({ username: "lan.nt", phone: "+84912345678", name: "Nguyễn Thị Lan" });
    const password = await givePassword(user);
    for (const login of [
      "lan.nt",
      "LAN.NT ",
      "0912345678",
      "0912 345 678",
      "+84 912.345.678",
      "84912345678",
    ]) {
      const answer = await signIn(login, password, "/roster?q=an");
      expect([login, answer.status, answer.headers.get("Location")]).toEqual([login, 302, "/roster?q=an"]);
      const actor = await requireActor(get("/", who(cookieOf(answer, "session_token"))));
      expect(actor.name).toBe("Nguyễn Thị Lan");
    }
  });

  test("the cookie is for this host only, unseen by scripts, lax", async () => {
    const user = await makeUser({ username: "cookie" });
    const answer = await signIn("cookie", await givePassword(user));
    const [, ...attributes] = (cookieOf(answer, "session_token") ?? "").split("; ");
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Lax"]);
  });

  test("make a new token and end the browser's earlier session", async () => {
    const user = await makeUser({ username: "twice" });
    const password = await givePassword(user);
    const first = await signIn("twice", password);
    const request = postPlain(
      "/sign-in",
      { login: "twice", password },
      who(cookieOf(first, "session_token")),
    );
    const second = await answerOf(() => signInAction(args(request)));
    expect(cookieOf(second, "session_token")).not.toBe(cookieOf(first, "session_token"));
    expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
  });

  test("a wrong password, nobody's name and an account without password get one answer", async () => {
    const user = await makeUser({ username: "somebody" });
    await givePassword(user);
    await makeUser({ username: "not.activated" });
    for (const login of ["somebody", "nobody.at.all", "not.activated", "0999999999"]) {
      const answer = await signIn(login, "some other sentence");
      expect([login, answer.status, answer.body]).toEqual([
        login,
        422,
        { error: words.vi.wrongLogin, field: undefined, typed: { login } },
      ]);
    }
  });

  test("and take the same time: a hash is made for each", async () => {
    const user = await makeUser({ username: "timed" });
    await givePassword(user);
    await makeUser({ username: "timed.without" });
    const durations = [];
    for (const login of ["timed", "timed.unknown", "timed.without"]) {
      const started = performance.now();
      await signIn(login, "some other sentence");
      durations.push(performance.now() - started);
    }
    // A hash takes some 50 ms; an answer without one would come in a tenth of the time of the others.
    expect(Math.max(...durations) / Math.min(...durations)).toBeLessThan(4);
  });

  test("a disabled account is told so, but only after the right password", async () => {
    const user = await makeUser({ username: "gone", disabledAt: new Date() });
    const password = await givePassword(user);
    expect(error(await signIn("gone", "some other sentence"))).toBe(words.vi.wrongLogin);
    const answer = await signIn("gone", password);
    expect([error(answer), cookieOf(answer, "session_token")]).toEqual([words.vi.accountDisabled, undefined]);
    expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
  });

  test("too many tries: even the right password waits, and is told how long", async () => {
    const user = await makeUser({ username: "tried" });
    const password = await givePassword(user);
    for (let tries = 0; tries < 6; tries++) await signIn("tried", "some other sentence");
    const answer = await signIn("tried", password);
    expect(error(answer)).toMatch(/^Thử quá nhiều lần. Chờ \d+ (phút|giây) rồi thử lại.$/);
    const other = await makeUser({ username: "another" });
    expect((await signIn("another", await givePassword(other))).status).toBe(302);
  });

  test("one address that tries many names is stopped too", async () => {
    await db.throttle.create({
      data: { key: "address:192.0.2.1", points: 120, expire: Date.now() + 60_000 },
    });
    expect(error(await signIn("whoever", "some other sentence"))).toMatch(/^Thử quá nhiều lần/);
  });
});

describe("the page asked for", () => {
  test.each([
    ["/roster?q=an#top", "/roster?q=an#top"],
    ["https://elsewhere.example/", "/"],
    ["//elsewhere.example/", "/"],
    ["/\\elsewhere.example/", "/"],
    ["/\t/elsewhere.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["roster", "/"],
    ["/sign-out", "/"],
    ["", "/"],
    [null, "/"],
  ])("%j leads to %j", (to, path) => {
    expect(pageAfterSignIn(to)).toBe(path);
  });

  test("is never another site", async () => {
    const user = await makeUser({ username: "led" });
    const answer = await signIn("led", await givePassword(user), "//elsewhere.example/");
    expect(answer.headers.get("Location")).toBe("/");
  });

  test("who is signed in already goes there at once", async () => {
    const user = await makeUser();
    await signInAs(user);
    const answer = await answerOf(() => signInLoader(args(get("/sign-in?to=/units", { userId: user.id }))));
    expect(answer.headers.get("Location")).toBe("/units");
  });
});

describe("the second factor", () => {
  async function person(username: string) {
    const user = await makeUser({
      username,
      grants: [{ role: "department_officer", unit: await makeUnit() }],
    });
    const password = await givePassword(user);
    const actor = await requireActor(get("/", { cookie: await signInAs(user) }));
    await beginSecondFactor(actor);
    const totp = async () => {
      const { secretConfig } = await auth.$context;
      const { secret } = await db.twoFactor.findFirstOrThrow({ where: { userId: user.id } });
      const decrypted = await symmetricDecrypt({ key: secretConfig, data: secret });
      return (await auth.api.generateTOTP({ body: { secret: decrypted } })).code;
    };
    const headers = new Headers({ Cookie: cookies.get(user.id) ?? "" });
    const { recoveryCodes } = await confirmSecondFactor(actor, await totp(), headers);
    return { user, password, totp, recoveryCodes };
  }

  async function atSecondStep(login: string, password: string) {
    const answer = await signIn(login, password, "/units");
    expect(answer.headers.get("Location")).toBe("/sign-in/second-factor?to=%2Funits");
    expect(cookieOf(answer, "session_token")).toBeUndefined();
    const cookie = who(cookieOf(answer, "two_factor"));
    return (code: string) =>
      answerOf(() =>
        secondStepAction(args(postPlain("/sign-in/second-factor", { code, to: "/units" }, cookie))),
      );
  }

  test("a code opens the session; the same code opens none a second time", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { user, password, totp } = await person("second");
    vi.setSystemTime(Date.now() + 30_000);
    const code = await totp();
    const give = await atSecondStep("second", password);
    const answer = await give(code);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/units"]);
    expect((await requireActor(get("/", who(cookieOf(answer, "session_token"))))).userId).toBe(user.id);
    const again = await (await atSecondStep("second", password))(code);
    expect([again.status, error(again)]).toEqual([422, words.vi.usedCode]);
    vi.useRealTimers();
  });

  test("the code that turned it on cannot be used to sign in", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { password, totp } = await person("fresh");
    const give = await atSecondStep("fresh", password);
    expect(error(await give(await totp()))).toBe(words.vi.usedCode);
    vi.useRealTimers();
  });

  test("a wrong code is refused, and does not spoil the right one", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { password, totp } = await person("mistyped");
    vi.setSystemTime(Date.now() + 30_000);
    const give = await atSecondStep("mistyped", password);
    const right = await totp();
    const wrong = right === "000000" ? "000001" : "000000";
    expect(error(await give(wrong))).toBe(words.vi.wrongCode);
    expect(error(await give("12345"))).toBe(words.vi.codeShape);
    expect((await give(right)).status).toBe(302);
    vi.useRealTimers();
  });

  test("each recovery code works once", async () => {
    const { password, recoveryCodes } = await person("lost.phone");
    const [code = ""] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect((await (await atSecondStep("lost.phone", password))(code)).status).toBe(302);
    expect(error(await (await atSecondStep("lost.phone", password))(code))).toBe(words.vi.wrongCode);
  });

  test("without the first step there is no second", async () => {
    const answer = await answerOf(() =>
      secondStepAction(args(postPlain("/sign-in/second-factor", { code: "123456" }))),
    );
    expect(error(answer)).toBe(words.vi.secondStepOver);
  });
});

test("signing out ends the session on the server too", async () => {
  const user = await makeUser();
  const cookie = await signInAs(user);
  const answer = await answerOf(() => signOutAction(args(post("/sign-out", {}, { cookie }))));
  expect([answer.headers.get("Location"), answer.headers.get("Set-Cookie")]).toEqual([
    "/sign-in",
    "bcv.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
  ]);
  expect((await answerOf(() => requireActor(get("/", { cookie })))).status).toBe(302);
});

test("outside the demo nobody signs in with one click", async () => {
  const user = await makeUser({ grants: [{ role: "department_officer", unit: await makeUnit() }] });
  const answer = await answerOf(() => demoAction(args(postPlain("/sign-in/demo", { userId: user.id }))));
  expect(answer.status).toBe(404);
});

test("every sign-in is in the log, with how it was proved and no secret", async () => {
  const user = await makeUser({ username: "logged" });
  await signIn("logged", await givePassword(user));
  const [line] = await db.auditLine.findMany({ where: { actorId: user.id } });
  expect([line?.action, line?.address, line?.device, line?.after]).toEqual([
    "account.signed_in",
    "192.0.2.1",
    "Vitest",
    {},
  ]);
});
