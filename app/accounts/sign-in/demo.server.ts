/** The sample people of the practice department, who sign in with one click. Nothing of this exists outside DEMO. */
import { z } from "zod";
import type { Role } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { openSession } from "~/accounts/sessions.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import type { Language } from "~/platform/words";

export interface DemoPerson {
  id: string;
  name: string;
  /** The roles, each with the unit it holds for. */
  roles: { role: string; unit: string }[];
  /** What the person comes to do here. */
  says?: string;
}

/** Written by prisma/demo, in the order in which the people are to be met. */
const toldSchema = z.array(
  z.object({ userId: z.string(), says: z.object({ vi: z.string(), en: z.string() }) }),
);

/** Everybody with a role, first those whom the sample department introduces, of speakers only those; nobody outside DEMO. */
export async function listDemoPeople(language: Language): Promise<DemoPerson[]> {
  if (!env.DEMO) return [];
  const people = await db.user.findMany({
    where: { disabledAt: null, grants: { some: {} } },
    select: { id: true, name: true, grants: { select: { role: true, unit: { select: { name: true } } } } },
    orderBy: { createdAt: "asc" },
    take: 40,
  });
  const setting = await db.setting.findUnique({ where: { key: "demo.people" } });
  const told = toldSchema.parse(setting?.value ?? []);
  const place = ({ id }: { id: string }) => {
    const known = told.findIndex(({ userId }) => userId === id);
    return known < 0 ? told.length : known;
  };
  return people
    .filter((one) => place(one) < told.length || one.grants.some(({ role }) => role !== "speaker"))
    .sort((one, other) => place(one) - place(other))
    .map(({ id, name, grants }) => ({
      id,
      name,
      roles: grants.map(({ role, unit }) => ({ role: roleWords[language][role as Role], unit: unit.name })),
      says: told.find(({ userId }) => userId === id)?.says[language],
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
