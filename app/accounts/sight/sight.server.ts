/** What another person sees, and why: from the same grants and the same tree that every query asks. */
import type { Account } from "~/accounts/accounts.server";
import { namesOf } from "~/accounts/accounts.server";
import { holds, may, type Permission, permissions, permissionsOf } from "~/accounts/permissions";
import { listSpeakerChoices, type SubjectChoice } from "~/accounts/subjects.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayOf } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { searchUnits, within, withinUnits } from "~/units/index.server";
import type { SightAnswer, SightReach, SightReason } from "./sight";

/** What each role gives the person, and what none of them gives. */
export function reachOf(account: Account): SightReach {
  const all = Object.keys(permissions) as Permission[];
  return {
    grants: account.grants.map(({ role, unit }) => ({
      role,
      unit: unit.name,
      permissions: permissionsOf(role),
    })),
    lacks: all.filter((permission) => !may(account, permission)),
  };
}

/** Looking through somebody's eyes is itself written down. */
export function noteSight(actor: Actor, account: Account, subject?: string): Promise<void> {
  const { id, name, unitId } = account;
  return audit(db, actor, "account.sight_opened", {
    kind: "account",
    id,
    title: name,
    unitId,
    after: { subject },
  });
}

/** Speakers and units in the administrator's own reach, by a few letters; their ids say which of the two they are. */
export async function listSubjects(actor: Actor, q: string): Promise<SubjectChoice[]> {
  const [speakers, units] = await Promise.all([
    listSpeakerChoices(actor, q),
    searchUnits(actor, q, { limit: 10 }),
  ]);
  return [
    ...speakers.slice(0, 10).map((speaker) => ({ ...speaker, id: `speaker:${speaker.id}` })),
    ...units.map(({ id, name, path }) => ({ id: `unit:${id}`, name, path })),
  ];
}

/** Whether the person sees the subject, and why; null: no such subject in the administrator's own reach. */
export async function explainSight(
  actor: Actor,
  account: Account,
  subject: string,
): Promise<SightAnswer | null> {
  const found = await findSubject(actor, subject);
  if (!found) return null;
  const reason = await reasonOf(account, found);
  return { subject: found.name, sees: reason.kind === "granted", reason };
}

async function reasonOf(account: Account, { unit, permission }: Subject): Promise<SightReason> {
  if (account.disabledAt) return { kind: "disabled" };
  const holding = account.grants.filter(({ role }) => holds(role, permission));
  if (holding.length === 0) return { kind: "noRole" };
  const above = await db.unitScope.findMany({ where: { unitId: unit.id }, select: { ancestorId: true } });
  const grant = holding.find(({ unitId }) => above.some(({ ancestorId }) => ancestorId === unitId));
  if (!grant) return { kind: "outside", unit: unit.name };
  const granter = (await namesOf([grant.grantedBy])).get(grant.grantedBy) ?? null;
  return { kind: "granted", role: grant.role, unit: grant.unit.name, granter, day: dayOf(grant.createdAt) };
}

interface Subject {
  name: string;
  unit: { id: string; name: string };
  permission: Permission;
}

async function findSubject(actor: Actor, subject: string): Promise<Subject | null> {
  const [kind, id] = subject.split(":");
  if (!id || !/^[0-9a-f-]{36}$/.test(id)) return null;
  if (kind === "unit") {
    const unit = await db.unit.findFirst({
      where: { id, ...withinUnits(actor) },
      select: { id: true, name: true },
    });
    return unit && { name: unit.name, unit, permission: "units.view" };
  }
  const speaker = await db.speaker.findFirst({
    where: { id, ...within(actor) },
    select: { fullName: true, unit: { select: { id: true, name: true } } },
  });
  return speaker && { name: speaker.fullName, unit: speaker.unit, permission: "roster.view" };
}
