/** The sample people of the practice department, who sign in with one click. Nothing of this exists outside DEMO. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import type { Language } from "~/platform/words";
import { type Role, roles } from "./permissions";
import { openSession } from "./sessions.server";
import { roleWords } from "./words";

export interface DemoPerson {
  id: string;
  name: string;
  /** The roles, each with the unit it holds for. */
  roles: { role: string; unit: string }[];
}

/** Everybody with a role, in the order of the roles; nobody outside DEMO. */
export async function listDemoPeople(language: Language): Promise<DemoPerson[]> {
  if (!env.DEMO) return [];
  const people = await db.user.findMany({
    where: { disabledAt: null, grants: { some: {} } },
    select: { id: true, name: true, grants: { select: { role: true, unit: { select: { name: true } } } } },
    orderBy: { createdAt: "asc" },
    take: 40,
  });
  const rank = (person: (typeof people)[number]) =>
    Math.min(...person.grants.map(({ role }) => roles.indexOf(role as Role)));
  return people
    .sort((one, other) => rank(one) - rank(other))
    .map(({ id, name, grants }) => ({
      id,
      name,
      roles: grants.map(({ role, unit }) => ({ role: roleWords[language][role as Role], unit: unit.name })),
    }));
}

/** A session without a password for one of them; null outside DEMO and for anybody else. */
export async function signInToDemo(userId: string, from: Actor["from"]): Promise<string | null> {
  const people = await listDemoPeople("vi");
  const person = people.find(({ id }) => id === userId);
  if (!person) return null;
  const actor: Actor = { userId, name: person.name, language: "vi", grants: [], reach: [], from };
  await audit(db, actor, "account.signed_in", { kind: "account", id: userId, title: person.name });
  return openSession(userId, from);
}
