/** The list for the printer: its first people in full, named in the trail like every export. */
import type { Actor } from "~/platform/actor";
import { showMoment } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { noteExport, rosterTable } from "~/roster/roster-export.server";
import { readRosterQuery } from "~/roster/roster-query";
import { mostPrinted, nameIn } from "./export-choice";
import { aboutList, usualName } from "./whose-list.server";

/** Rows as cells in the order of the heads. */
export async function printRoster(actor: Actor, url: URL) {
  const query = readRosterQuery(url);
  const { count, columns, rows } = await rosterTable(actor, query);
  const name = nameIn(url, await usualName(actor, url));
  const about = await aboutList(actor, query);
  await noteExport(db, actor, query, { format: "print", name, people: Math.min(count, mostPrinted) });
  const lines: string[][] = [];
  for await (const line of rows) {
    if (lines.length === mostPrinted) break;
    lines.push(columns.map(({ value }) => String(value(line) ?? "")));
  }
  return {
    ...{ name, count, lines, about: about[actor.language], at: showMoment(new Date()) },
    heads: columns.map(({ label, width }) => ({ label, width: width ?? 20 })),
  };
}
