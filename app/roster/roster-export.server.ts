/** The roster as a sheet: the people, columns and order that the list shows, named in the audit trail. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { transaction } from "~/platform/db.server";
import { shownColumns } from "~/ui/table";
import { findUnit } from "~/units/index.server";
import { nameOf } from "./record/topic";
import { listTopics } from "./record/topics.server";
import { type Person, rosterColumns, rosterLine } from "./roster-columns";
import { filtersOf } from "./roster-filters";
import { listInFull } from "./roster-list.server";
import type { RosterQuery } from "./roster-query";
import { words } from "./words";

/** What goes into the sheet. The audit line is written first: from then on the list counts as handed out. */
export async function exportRoster(actor: Actor, query: RosterQuery) {
  const columns = shownColumns(rosterColumns, query.columns);
  const { count, people } = await listInFull(actor, query);
  const unit = query.unit ? await findUnit(actor, query.unit) : null;
  const topic = query.topic ? nameOf(query.topic, await listTopics()) : null;
  await transaction(undefined, (tx) =>
    audit(tx, actor, "roster.exported", {
      kind: "roster",
      id: "roster",
      title: words.vi.list.sheet,
      unitId: actor.reach === "everywhere" ? null : actor.reach[0],
      after: {
        people: count,
        filter: filtersOf(query, unit?.name ?? null, topic).map(({ label }) => label.vi),
        columns: columns.map(({ label }) => label.vi),
      },
    }),
  );
  return { columns, rows: asLines(people) };

  async function* asLines(all: AsyncGenerator<Person>) {
    for await (const person of all) yield rosterLine(person, columns, query.day, actor.language);
  }
}
