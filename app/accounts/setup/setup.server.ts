/** The first start: while there is nobody, whoever reads the terminal makes the department and its first administrator. */
import { randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { placeholder } from "~/accounts/account-changes.server";
import { codeAlphabet } from "~/accounts/codes/codes";
import { lockGrants } from "~/accounts/grants/grants.server";
import { refuseWeakPassword } from "~/accounts/passwords/common.server";
import { setPassword } from "~/accounts/passwords/passwords.server";
import { openSession } from "~/accounts/sessions.server";
import { countTry } from "~/accounts/throttle.server";
import { words } from "~/accounts/words";
import { type Actor, theSystem } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { defineSetting, writeSetting } from "~/platform/settings.server";
import type { Phrase } from "~/platform/words";
import { levels } from "~/units";
import { addUnit } from "~/units/index.server";
import { firstDelayDays, type SetupValues } from "./setup";

export const departmentName = defineSetting("department.name", z.string(), "");
export const departmentLevel = defineSetting("department.level", z.enum(levels), "province");

// Older than any record that will stand under it; nobody knows the day, and the tree needs one.
const departmentOpenedOn = "1930-02-03";

// In development each edit loads this module anew; the code in the terminal stays the same.
const kept = globalThis as { setupCode?: string };

/** What the terminal says at start while there is nobody: the one-time code of the set-up page. */
export async function prepareSetup(): Promise<Phrase[]> {
  if (await isSetUp()) return [];
  kept.setupCode ??= Array.from({ length: 8 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
  return [words.setupCode(`${kept.setupCode.slice(0, 4)}-${kept.setupCode.slice(4)}`)];
}

export async function isSetUp(tx: Db = db): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

/**
 * Makes the root unit, the settings and the first administrator, and gives the cookie of their session.
 * Refusals: `setupDone`, `wrongSetupCode`, a weak password, `tooManyTries`.
 */
export async function setUp(values: SetupValues, from: Actor["from"]): Promise<string> {
  await countTry("setup", "");
  if (!isSetupCode(values.code)) throw new Refusal(words.wrongSetupCode, "code");
  refuseWeakPassword(values.password, values);
  const userId = await transaction(undefined, async (tx) => {
    await lockGrants(tx);
    if (await isSetUp(tx)) throw new Refusal(words.setupDone);
    const unitId = await addDepartment(tx, values, from);
    return addFirstAdministrator(tx, values, unitId, from);
  });
  kept.setupCode = undefined;
  return openSession(userId, from);
}

async function addDepartment(tx: Db, { department, level, unitCode }: SetupValues, from: Actor["from"]) {
  await writeSetting(tx, departmentName, department);
  await writeSetting(tx, departmentLevel, level);
  const unit = { name: department, shortName: null, kind: "department", level, code: unitCode } as const;
  const place = { parentId: null, openedOn: departmentOpenedOn, reason: null };
  return addUnit({ ...theSystem, from }, { ...unit, ...place }, tx);
}

async function addFirstAdministrator(tx: Db, values: SetupValues, unitId: string, from: Actor["from"]) {
  const { name, username, phone, password } = values;
  const until = addDays(today(), firstDelayDays);
  const { id } = await tx.user.create({
    data: {
      name,
      username,
      phone,
      email: placeholder(),
      secondFactorBy: dayToColumn(until),
      grants: {
        create: [
          { role: "system_administrator", unitId, grantedBy: "system" },
          { role: "department_officer", unitId, grantedBy: "system" },
        ],
      },
    },
  });
  await setPassword(tx, id, password);
  const subject = { kind: "account", id, title: name, unitId };
  const roles = ["system_administrator", "department_officer"];
  await audit(tx, { ...theSystem, from }, "account.added", {
    ...subject,
    after: { name, username, phone, roles },
  });
  await audit(tx, { ...theSystem, from }, "account.second_factor_delayed", { ...subject, after: { until } });
  return id;
}

function isSetupCode(code: string): boolean {
  const expected = Buffer.from(kept.setupCode ?? "");
  const given = Buffer.from(code);
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}
