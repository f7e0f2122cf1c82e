/** Any list of the roster, as it is filtered and sorted, as an annex in Word. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { words } from "~/roster/decisions/words";
import type { Person } from "~/roster/roster-columns";
import { filtersOf } from "~/roster/roster-filters";
import { listInFull } from "~/roster/roster-list.server";
import type { RosterQuery } from "~/roster/roster-query";
import { words as rosterWords } from "~/roster/words";
import { findUnit, withinUnits } from "~/units/index.server";
import { annexOf, mostInAnnex, readAnnexSettings } from "./annex.server";
import { type AnnexPerson, headingOfList } from "./annex-content";
import { annexWords } from "./annex-words";

/** The audit line is written first: from then on the list counts as handed out. Refusal: too long for an annex. */
export async function annexOfList(actor: Actor, query: RosterQuery): Promise<Buffer> {
  const { count, people } = await listInFull(actor, query);
  if (count > mostInAnnex) throw new Refusal(words.errors.tooManyForAnnex(mostInAnnex));
  const [unit, { layout, place }] = await Promise.all([topUnit(actor, query.unit), readAnnexSettings()]);
  const filters = filtersOf(query, query.unit ? unit.name : null).map(({ label }) => label.vi);
  await audit(db, actor, "roster.exported", {
    ...{ kind: "roster", id: "roster", title: rosterWords.vi.list.sheet, unitId: unit.id },
    after: { people: count, filter: filters, columns: [annexWords.vi.title] },
  });
  const rows: AnnexPerson[] = [];
  for await (const person of people) rows.push(asAnnexPerson(person));
  const heading = headingOfList({ unitName: unit.name, superiorName: unit.parent?.name ?? null }, layout, {
    place,
    subject: annexWords.vi.asOf(showDay(query.day)),
  });
  return annexOf([{ name: null, people: rows }], layout, heading);
}

/** The unit asked for, or the topmost in reach: whose list it is. */
async function topUnit(actor: Actor, asked: string | null) {
  const known = asked ? await findUnit(actor, asked) : null;
  const select = { id: true, name: true, parent: { select: { name: true } } };
  if (known) return db.unit.findUniqueOrThrow({ where: { id: known.id }, select });
  return db.unit.findFirstOrThrow({
    where: {
      closedOn: null,
      ...(actor.reach === "everywhere" ? { parentId: null } : { id: { in: actor.reach } }),
      ...withinUnits(actor),
    },
    orderBy: { openedOn: "asc" },
    select,
  });
}

function asAnnexPerson({ appointments, ...person }: Person): AnnexPerson {
  return { ...person, role: appointments[0]?.role ?? null };
}
