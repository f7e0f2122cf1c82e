/** The way in for a speaker to their own record: an account with the role of a speaker, and the slip with its code. */
import { type AccessValues, stateOf } from "~/accounts/account";
import { addAccount } from "~/accounts/account-changes.server";
import { findAccount } from "~/accounts/accounts.server";
import type { Slip } from "~/accounts/administration/code-slip";
import { makeSlip } from "~/accounts/codes/codes.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { Refusal } from "~/platform/refusal";
import type { AccessState } from "./access";

/** What the record's page tells of the account that belongs to it; null: there is none. */
export async function findAccess(actor: Actor, speakerId: string): Promise<AccessState | null> {
  const user = await db.user.findFirst({ where: { speakerId }, select: { id: true } });
  const account = user && (await findAccount(actor, user.id));
  if (!account) return null;
  return {
    login: [account.username, account.phone && showPhone(account.phone)].filter(Boolean).join(" / "),
    state: stateOf(account),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    openUntil: account.codes[0]?.expiresAt.toISOString() ?? null,
  };
}

/** Makes the account of a speaker whose record is in reach, and its slip. Refusals: those of `addAccount`. */
export async function giveAccess(
  actor: Actor,
  { id, fullName, unitId }: { id: string; fullName: string; unitId: string },
  login: AccessValues,
  origin: string,
): Promise<Slip> {
  const accountId = await addAccount(actor, {
    ...login,
    name: fullName,
    speakerId: id,
    role: "speaker",
    unitId,
  });
  return slipFor(actor, accountId, origin);
}

/** A new code for the account of a speaker in reach. Null: the record has none. Refusals: those of `makeSlip`. */
export async function renewAccess(actor: Actor, speakerId: string, origin: string): Promise<Slip | null> {
  const user = await db.user.findFirst({ where: { speakerId }, select: { id: true } });
  return user && slipFor(actor, user.id, origin);
}

async function slipFor(actor: Actor, accountId: string, origin: string): Promise<Slip> {
  const account = await findAccount(actor, accountId);
  if (!account) throw new Refusal(words.accountGone);
  return makeSlip(actor, account, origin);
}
