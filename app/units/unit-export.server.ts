/** The list of units as a sheet that the import reads back, named in the audit trail as handed out. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import { findGrouping } from "./groupings.server";
import { sheetColumns } from "./unit-columns";
import { countListedUnits, eachUnit, type ListedUnit } from "./unit-list.server";
import type { UnitQuery } from "./unit-query";
import { findUnit } from "./units.server";
import { unitWords } from "./words";

/** The audit line is written first: from then on the list counts as handed out. */
export async function exportUnits(actor: Actor, query: UnitQuery): Promise<SheetOptions<ListedUnit>> {
  const { file, title } = unitWords[actor.language].list;
  const [{ total, more }, filter] = await Promise.all([
    countListedUnits(actor, query),
    filtersOf(actor, query),
  ]);
  await audit(db, actor, "unit_list.exported", {
    ...{ kind: "unit_list", id: "units", title: unitWords.vi.list.file },
    unitId: actor.reach === "everywhere" ? null : actor.reach[0],
    after: { count: more ? `> ${total}` : total, filter },
  });
  return { name: file, title, columns: sheetColumns(actor.language), rows: eachUnit(actor, query) };
}

/** What narrows the list, in the words in which the trail is kept. */
async function filtersOf(actor: Actor, query: UnitQuery): Promise<string[]> {
  const { q, level, kind, state } = query;
  const { levels, kinds, states, list } = unitWords.vi;
  const [under, grouping] = await Promise.all([
    query.under ? findUnit(actor, query.under) : null,
    query.grouping ? findGrouping(actor, query.grouping) : null,
  ]);
  return [
    q && `“${q}”`,
    under && `${list.under} ${under.name}`,
    level && levels[level],
    kind && kinds[kind],
    state === "all" ? list.allStates : states[state],
    grouping && `${list.grouping} ${grouping.name}`,
  ].flatMap((text) => text || []);
}
