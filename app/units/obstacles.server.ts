/** What keeps a unit from closing: everything open that still stands on it. */
import { type Day, dayToColumn } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import type { Language } from "~/platform/words";
import { unitWords as words } from "./words";

/** Up to five names of each, and how many there are. */
interface Obstacles {
  children: { count: number; names: string[] };
  appointments: { count: number; names: string[] };
  grants: { count: number; names: string[] };
  imports: number;
}

const shown = 5;

/** What would outlive the unit if its last day were `on`. */
async function listObstacles(tx: Db, id: string, on: Day): Promise<Obstacles> {
  const after = dayToColumn(on);
  const longer = { OR: [{ validTo: null }, { validTo: { gt: after } }] };
  const children = {
    versions: { some: { parentId: id, ...longer } },
    OR: [{ closedOn: null }, { closedOn: { gt: after } }],
  };
  const appointments = { unitId: id, OR: [{ endsOn: null }, { endsOn: { gt: after } }] };
  const grants = { unitId: id, user: { disabledAt: null } };
  const [childCount, childRows, appointmentCount, appointmentRows, grantCount, grantRows, imports] = [
    await tx.unit.count({ where: children }),
    await tx.unit.findMany({ where: children, take: shown, orderBy: { name: "asc" } }),
    await tx.appointment.count({ where: appointments }),
    await tx.appointment.findMany({ where: appointments, take: shown, include: { speaker: true } }),
    await tx.grant.count({ where: grants }),
    await tx.grant.findMany({ where: grants, take: shown, include: { user: true } }),
    await tx.rosterImport.count({ where: { unitId: id, state: { in: ["understood", "committing"] } } }),
  ];
  return {
    children: { count: childCount, names: childRows.map(({ name }) => name) },
    appointments: { count: appointmentCount, names: appointmentRows.map(({ speaker }) => speaker.fullName) },
    grants: { count: grantCount, names: grantRows.map(({ user }) => user.name) },
    imports,
  };
}

/** The same for a page: one clause for each sort of obstacle; none: the unit may close. */
export async function describeObstacles(id: string, on: Day, language: Language): Promise<string[]> {
  return inWords(await listObstacles(db, id, on), language);
}

export async function refuseWhatStillStands(tx: Db, id: string, on: Day): Promise<void> {
  const obstacles = await listObstacles(tx, id, on);
  const [vi, en] = [inWords(obstacles, "vi"), inWords(obstacles, "en")];
  if (vi.length === 0) return;
  throw new Refusal({
    vi: words.vi.stillStanding(vi.join("; ")),
    en: words.en.stillStanding(en.join("; ")),
  });
}

function inWords({ children, appointments, grants, imports }: Obstacles, language: Language): string[] {
  const say = words[language];
  const list = ({ count, names }: { count: number; names: string[] }) =>
    names.join(", ") + (count > names.length ? `, ${say.andMore}` : "");
  return [
    children.count > 0 && say.standingChildren(children.count, list(children)),
    appointments.count > 0 && say.standingAppointments(appointments.count, list(appointments)),
    grants.count > 0 && say.standingGrants(grants.count, list(grants)),
    imports > 0 && say.standingImports(imports),
  ].filter((clause) => clause !== false);
}
