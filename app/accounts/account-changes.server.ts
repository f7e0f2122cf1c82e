/** What happens to accounts: made, changed, disabled, enabled, the second factor delayed or taken off. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { addDays, type Day, dayFromColumn, dayToColumn, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { type AccountValues, longestDelayDays, type NewAccountValues } from "./account";
import { type Account, reached } from "./accounts.server";
import { grantRole, lockGrants, refuseGreater, refuseNoAdministrator } from "./grants/grants.server";
import { words } from "./words";

/** Makes an account with its first role, and gives its id. Refusals: a login in use, a speaker out of reach or with an account, those of `grantRole`. */
export function addAccount(actor: Actor, values: NewAccountValues, outer?: Db): Promise<string> {
  const { role, unitId, ...identity } = values;
  return transaction(outer, async (tx) => {
    await refuseTaken(tx, actor, identity);
    const user = await tx.user.create({ data: { ...identity, email: placeholder() } });
    await audit(tx, actor, "account.added", {
      kind: "account",
      id: user.id,
      title: user.name,
      unitId,
      after: { name: user.name, username: user.username, phone: user.phone },
    });
    await grantRole(actor, user.id, { role, unitId }, tx);
    return user.id;
  });
}

/** Name, login and the link to the roster. Refusals: a login in use, `personHasMore`. */
export function updateAccount(actor: Actor, id: string, values: AccountValues): Promise<void> {
  return changing(actor, id, "account.changed", async (tx, account) => {
    await refuseTaken(tx, actor, values, id);
    await tx.user.update({ where: { id }, data: values });
    const facts = ({ name, username, phone, speakerId }: AccountValues) => ({
      name,
      username,
      phone,
      speaker: speakerId,
    });
    return { before: facts(account), after: facts(values) };
  });
}

/** Closes the account: every session ends, open codes hold no more. Refusals: `notYourself`, `lastAdministrator`, `personHasMore`. */
export function disableAccount(actor: Actor, id: string, reason: string, outer?: Db): Promise<void> {
  const close = async (tx: Db) => {
    if (id === actor.userId) throw new Refusal(words.notYourself);
    const data = { disabledAt: new Date(), disabledReason: reason, closesOn: null };
    await tx.user.update({ where: { id }, data });
    await refuseNoAdministrator(tx);
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.oneTimeCode.deleteMany({ where: { userId: id, usedAt: null } });
    return { after: { reason } };
  };
  return changing(actor, id, "account.disabled", close, outer);
}

export function enableAccount(actor: Actor, id: string): Promise<void> {
  return changing(actor, id, "account.enabled", async (tx, { disabledReason }) => {
    await tx.user.update({ where: { id }, data: { disabledAt: null, disabledReason: null } });
    return { before: { reason: disabledReason } };
  });
}

/** The phone is lost: the second factor goes, every session ends, and sign-in leads to a new one. */
export function resetSecondFactor(actor: Actor, id: string): Promise<void> {
  return changing(actor, id, "account.second_factor_removed", async (tx) => {
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.user.update({ where: { id }, data: { twoFactorEnabled: false } });
    await tx.session.deleteMany({ where: { userId: id } });
    return {};
  });
}

/** Until that day the person may work without a second factor. Refusal: `delayTooLong`. */
export function delaySecondFactor(actor: Actor, id: string, until: Day): Promise<void> {
  return changing(actor, id, "account.second_factor_delayed", async (tx, { secondFactorBy }) => {
    if (until < today() || until > addDays(today(), longestDelayDays)) {
      throw new Refusal(words.delayTooLong(longestDelayDays), "until");
    }
    await tx.user.update({ where: { id }, data: { secondFactorBy: dayToColumn(until) } });
    return { before: { until: dayFromColumn(secondFactorBy) }, after: { until } };
  });
}

/** better-auth insists on an address; this one reaches nobody and is never shown. */
export function placeholder(): string {
  return `${randomUUID()}@account.invalid`;
}

// Out of reach it is as if there were no such account: the route has looked before, so only a race comes here.
function changing(
  actor: Actor,
  id: string,
  action: string,
  work: (tx: Db, account: Subject) => Promise<{ before?: Facts; after?: Facts }>,
  outer?: Db,
): Promise<void> {
  return transaction(outer, async (tx) => {
    await lockGrants(tx);
    const account = await tx.user.findFirst({ where: { id, ...reached(actor) }, include: { grants: true } });
    if (!account) throw new Refusal(words.accountGone);
    await refuseGreater(tx, actor, id);
    const change = await work(tx, account);
    const unitId = account.grants[0]?.unitId;
    await audit(tx, actor, action, { kind: "account", id, title: account.name, unitId, ...change });
  });
}

type Subject = Pick<Account, "name" | "username" | "phone" | "disabledReason" | "secondFactorBy"> & {
  speakerId: string | null;
};

async function refuseTaken(tx: Db, actor: Actor, { username, phone, speakerId }: AccountValues, id?: string) {
  const other = { NOT: { id: id ?? randomUUID() } };
  if (username && (await tx.user.findFirst({ where: { username, ...other } }))) {
    throw new Refusal(words.usernameTaken, "username");
  }
  if (phone && (await tx.user.findFirst({ where: { phone, ...other } })))
    throw new Refusal(words.phoneTaken, "phone");
  if (!speakerId) return;
  const speaker = await tx.speaker.findFirst({
    where: { id: speakerId, ...within(actor) },
    select: { user: true },
  });
  if (!speaker) throw new Refusal(words.speakerNotFound, "speakerId");
  if (speaker.user && speaker.user.id !== id) throw new Refusal(words.speakerTaken, "speakerId");
}
