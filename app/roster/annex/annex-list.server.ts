/** Any list of the roster, as it is filtered and sorted, as an annex in Word. */
import type { Actor } from "~/platform/actor";
import { showDay } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { words } from "~/roster/decisions/words";
import { topUnit } from "~/roster/exports/whose-list.server";
import type { Person } from "~/roster/roster-columns";
import { noteExport } from "~/roster/roster-export.server";
import { listInFull } from "~/roster/roster-list.server";
import type { RosterQuery } from "~/roster/roster-query";
import { annexOf, mostInAnnex, readAnnexSettings } from "./annex.server";
import { type AnnexPerson, headingOfList } from "./annex-content";
import { annexWords } from "./annex-words";

/** The audit line is written first: from then on the list counts as handed out. Refusal: too long for an annex. */
export async function annexOfList(actor: Actor, query: RosterQuery, name: string): Promise<Buffer> {
  const { count, people } = await listInFull(actor, query);
  if (count > mostInAnnex) throw new Refusal(words.errors.tooManyForAnnex(mostInAnnex));
  const [unit, { layout, place }] = await Promise.all([topUnit(actor, query.unit), readAnnexSettings()]);
  await noteExport(db, actor, query, { format: "docx", name, people: count });
  const rows: AnnexPerson[] = [];
  for await (const person of people) rows.push(asAnnexPerson(person));
  const heading = headingOfList({ unitName: unit.name, superiorName: unit.parent?.name ?? null }, layout, {
    place,
    subject: annexWords.vi.asOf(showDay(query.day)),
  });
  return annexOf([{ name: null, people: rows }], layout, heading);
}

function asAnnexPerson({ appointments, ...person }: Person): AnnexPerson {
  return { ...person, role: appointments[0]?.role ?? null };
}
