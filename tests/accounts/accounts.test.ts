/** Accounts: made, found, closed; codes; passwords; what is refused. */
import { beforeEach, describe, expect, test } from "vitest";
import { newAccountSchema } from "~/accounts/account";
import {
  addAccount,
  delaySecondFactor,
  disableAccount,
  enableAccount,
  resetSecondFactor,
} from "~/accounts/account-changes.server";
import { readAccountQuery } from "~/accounts/account-query";
import { findAccount, listAccounts } from "~/accounts/accounts.server";
import { makeSlip, spendCode } from "~/accounts/codes/codes.server";
import { refuseWeakPassword } from "~/accounts/passwords/common.server";
import { changePassword } from "~/accounts/passwords/passwords.server";
import { requireActor } from "~/accounts/sessions.server";
import { setupSchema } from "~/accounts/setup/setup";
import { explainSight } from "~/accounts/sight/sight.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { givePassword, makeActor, makeUnit, makeUser, signInAs } from "../factories";
import { answerOf, get } from "../requests";

const from = { address: "192.0.2.1" };

async function administration() {
  const root = await makeUnit({ name: "Ban Tuyên giáo và Dân vận" });
  const commune = await makeUnit({ name: "Xã An Bình", parent: root });
  const admin = await makeActor({ role: "system_administrator", unit: root, permission: "accounts.manage" });
  return { root, commune, admin };
}

async function account(admin: Actor, id: string) {
  const found = await findAccount(admin, id);
  if (!found) throw new Error("not in reach");
  return found;
}

beforeEach(async () => {
  await db.throttle.deleteMany();
});

describe("a new account", () => {
  test("has no password; its code sets one, once", async () => {
    const { commune, admin } = await administration();
    const id = await addAccount(
      admin,
      newAccountSchema.parse({
        name: "  Lê Thị  Hồng ",
        username: "Hong.LT",
        phone: "0987 654 321",
        role: "commune_officer",
        unitId: commune.id,
      }),
    );
    const made = await account(admin, id);
    expect([
      made.name,
      made.username,
      made.phone,
      made.activated,
      made.grants.map(({ role }) => role),
    ]).toEqual(["Lê Thị Hồng", "hong.lt", "+84987654321", false, ["commune_officer"]]);
    const slip = await makeSlip(admin, made, "https://bcv.example");
    expect(slip.code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    expect(
      await db.oneTimeCode.count({ where: { codeHash: { contains: slip.code.replaceAll("-", "") } } }),
    ).toBe(0);
    const spelled = ` ${slip.code.toLowerCase().replaceAll("-", " ")} `;
    expect(await spendCode({ code: spelled, password: "hoa hồng trước hiên" }, from)).toMatch(
      /^bcv.session_token=/,
    );
    expect((await account(admin, id)).activated).toBe(true);
    await expect(spendCode({ code: slip.code, password: "một câu khác hẳn" }, from)).rejects.toThrow(
      words.vi.codeUsed,
    );
  });

  test("an expired code, a replaced code and nobody's code set nothing", async () => {
    const { commune, admin } = await administration();
    const user = await makeUser({ grants: [{ role: "speaker", unit: commune }] });
    const first = await makeSlip(admin, await account(admin, user.id), "");
    const second = await makeSlip(admin, await account(admin, user.id), "");
    const password = "hoa hồng trước hiên";
    await expect(spendCode({ code: first.code, password }, from)).rejects.toThrow(words.vi.codeUnknown);
    await db.oneTimeCode.updateMany({
      where: { userId: user.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await expect(spendCode({ code: second.code, password }, from)).rejects.toThrow(words.vi.codeExpired);
    await expect(spendCode({ code: "2222-3333-4444-5555", password }, from)).rejects.toThrow(
      words.vi.codeUnknown,
    );
  });

  test("guessing codes is stopped", async () => {
    const guess = () => spendCode({ code: "2222-3333-4444-5555", password: "hoa hồng trước hiên" }, from);
    for (let tries = 0; tries < 15; tries++) await expect(guess()).rejects.toThrow(words.vi.codeUnknown);
    await expect(guess()).rejects.toThrow(/^Thử quá nhiều lần/);
  });

  test("two accounts never share a name to sign in with", async () => {
    const { commune, admin } = await administration();
    await makeUser({ username: "trung.ten", phone: "+84911222333" });
    const add = (login: object) =>
      addAccount(
        admin,
        newAccountSchema.parse({ name: "Ai Đó", role: "speaker", unitId: commune.id, ...login }),
      );
    await expect(add({ username: "Trung.Ten" })).rejects.toThrow(words.vi.usernameTaken);
    await expect(add({ phone: "0911.222.333" })).rejects.toThrow(words.vi.phoneTaken);
  });

  test.each([
    [{ username: "0912345678" }, "username"],
    [{ username: "ai đó" }, "username"],
    [{ phone: "12345" }, "phone"],
    [{}, "username"],
  ])("%j is refused at %s", (login, field) => {
    const parsed = newAccountSchema.safeParse({
      name: "Ai Đó",
      role: "speaker",
      unitId: crypto.randomUUID(),
      ...login,
    });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

describe("closing an account", () => {
  test("ends every session at the next request, and opening it again does not revive them", async () => {
    const { commune, admin } = await administration();
    const user = await makeUser({ grants: [{ role: "commune_officer", unit: commune }] });
    const cookies = [await signInAs(user), await signInAs(user)];
    const status = (cookie: string) =>
      answerOf(() => requireActor(get("/", { cookie }))).then((answer) => answer.status);
    expect(await Promise.all(cookies.map(status))).toEqual([200, 200]);
    await disableAccount(admin, user.id, "Nghỉ hưu");
    expect(await Promise.all(cookies.map(status))).toEqual([302, 302]);
    await enableAccount(admin, user.id);
    expect(await Promise.all(cookies.map(status))).toEqual([302, 302]);
  });

  test("nobody closes their own, nor whoever has more, nor the last administrator", async () => {
    const { root, commune, admin } = await administration();
    await expect(disableAccount(admin, admin.userId, "x")).rejects.toThrow(words.vi.notYourself);
    const below = await makeActor({
      role: "system_administrator",
      unit: commune,
      permission: "accounts.manage",
    });
    const greater = await makeUser({
      grants: [
        { role: "speaker", unit: commune },
        { role: "auditor", unit: root },
      ],
    });
    await expect(disableAccount(below, greater.id, "x")).rejects.toThrow(words.vi.personHasMore);
    await expect(disableAccount(below, admin.userId, "x")).rejects.toThrow(words.vi.accountGone);
    const elsewhere = { grants: { some: { role: "system_administrator" } }, NOT: { id: admin.userId } };
    await db.user.updateMany({ where: elsewhere, data: { disabledAt: new Date() } });
    const system: Actor = { ...admin, userId: "system" };
    await expect(disableAccount(system, admin.userId, "x")).rejects.toThrow(words.vi.lastAdministrator);
  });
});

describe("the second factor of others", () => {
  test("is taken off when the phone is lost: every session ends", async () => {
    const { commune, admin } = await administration();
    const user = await makeUser({
      twoFactorEnabled: true,
      grants: [{ role: "commune_officer", unit: commune }],
    });
    await db.twoFactor.create({ data: { userId: user.id, secret: "x", backupCodes: "x" } });
    await signInAs(user);
    await resetSecondFactor(admin, user.id);
    const left = [
      await db.twoFactor.count({ where: { userId: user.id } }),
      await db.session.count({ where: { userId: user.id } }),
    ];
    expect(left).toEqual([0, 0]);
    expect((await account(admin, user.id)).twoFactorEnabled).toBe(false);
  });

  test("may be delayed for some weeks, in the log; not for ever", async () => {
    const { commune, admin } = await administration();
    const user = await makeUser({
      secondFactorBy: null,
      grants: [{ role: "commune_officer", unit: commune }],
    });
    await expect(delaySecondFactor(admin, user.id, addDays(today(), 61))).rejects.toThrow(/60 ngày/);
    const until = addDays(today(), 60);
    await delaySecondFactor(admin, user.id, until);
    const [line] = await db.auditLine.findMany({ where: { subjectId: user.id } });
    expect([line?.action, line?.after]).toEqual(["account.second_factor_delayed", { until }]);
  });
});

describe("passwords", () => {
  const owner = { name: "Nguyễn Văn Bình", username: "binh.nv", phone: "+84912345678" };
  test.each([
    ["matkhau123", words.vi.passwordCommon],
    ["Matkhau@2026", words.vi.passwordCommon],
    ["123456789a", words.vi.passwordCommon],
    ["qwertyuiop", words.vi.passwordCommon],
    ["9876543210", words.vi.passwordCommon],
    ["aaaaaaaaaaaa", words.vi.passwordCommon],
    ["anhyeuem123", words.vi.passwordCommon],
    ["Tuyên giáo 2025", words.vi.passwordCommon],
    ["0912345678", words.vi.passwordOwn],
    ["Nguyễn Văn Bình", words.vi.passwordOwn],
  ])("%s is refused", (password, sentence) => {
    expect(() => refuseWeakPassword(password, owner)).toThrow(sentence);
  });

  test.each(["hoa hồng trước hiên", "ba con mèo đen", "tàu chạy 6 giờ sáng"])("%s is taken", (password) => {
    expect(() => refuseWeakPassword(password, owner)).not.toThrow();
  });

  test("changing one's own asks for the old one and ends the other sessions", async () => {
    const user = await makeUser();
    const password = await givePassword(user);
    await signInAs(user);
    const actor = await requireActor(get("/", { cookie: await signInAs(user) }));
    const [kept] = await db.session.findMany({ where: { userId: user.id }, orderBy: { createdAt: "desc" } });
    const change = (current: string) =>
      changePassword(actor, { current, password: "tàu chạy 6 giờ sáng" }, kept?.token ?? "");
    await expect(change("not this one")).rejects.toThrow(words.vi.wrongPassword);
    await change(password);
    const left = await db.session.findMany({ where: { userId: user.id } });
    expect(left.map(({ id }) => id)).toEqual([kept?.id]);
  });

  test("set-up takes none that is too short", () => {
    const parsed = setupSchema.safeParse({ password: "ngắn quá" });
    expect(parsed.error?.issues.some(({ path }) => path[0] === "password")).toBe(true);
  });
});

describe("the list", () => {
  test("finds without tone marks, in Vietnamese order, only within reach", async () => {
    const { root, commune, admin } = await administration();
    const grants = [{ role: "commune_officer" as const, unit: commune }];
    for (const name of ["Lê Thị Ân", "Lê Thị Ánh", "Lê Thị Anh"]) await makeUser({ name, grants });
    await makeUser({ name: "Lê Thị Ấn", grants: [{ role: "auditor", unit: root }] });
    await makeUser({ name: "Lê Thị Ẩn", grants: [{ role: "auditor", unit: await makeUnit() }] });
    const names = async (actor: Actor, query: string) =>
      (await listAccounts(actor, readAccountQuery(new URL(`http://x/accounts?${query}`)))).rows.map(
        ({ name }) => name,
      );
    const below = await makeActor({
      role: "system_administrator",
      unit: commune,
      permission: "accounts.view",
    });
    expect(await names(below, "q=le thi an")).toEqual(["Lê Thị Anh", "Lê Thị Ánh", "Lê Thị Ân"]);
    expect(await names(admin, "q=le thi an&role=auditor")).toEqual(["Lê Thị Ấn"]);
    expect(await names(admin, `q=le thi&unit=${commune.id}&sort=-name`)).toEqual([
      "Lê Thị Ân",
      "Lê Thị Ánh",
      "Lê Thị Anh",
    ]);
    expect(await names(below, "state=active")).toEqual([]);
    expect(await names(below, "q=%25")).toEqual([]);
  });
});

describe("what somebody sees", () => {
  test("is explained by the role, its unit and who granted it; or by what lacks", async () => {
    const { root, commune, admin } = await administration();
    const other = await makeUnit({ name: "Xã Khác", parent: root });
    const officer = await makeUser({ grants: [{ role: "commune_officer", unit: commune }] });
    const seen = async (subject: string) => explainSight(admin, await account(admin, officer.id), subject);
    expect((await seen(`unit:${commune.id}`))?.reason).toEqual({
      kind: "granted",
      role: "commune_officer",
      unit: "Xã An Bình",
      granter: null,
      day: today(),
    });
    expect((await seen(`unit:${other.id}`))?.reason).toEqual({ kind: "outside", unit: "Xã Khác" });
    expect(await seen(`unit:${(await makeUnit()).id}`)).toBeNull();
    expect(await seen("nonsense")).toBeNull();
  });
});
