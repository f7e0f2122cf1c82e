/** Handing a list out: at once while somebody waits, or as a job whose file they fetch later. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { exportLater, keepExport } from "~/platform/exports.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import { asFile, exportRoster, noteExport, rosterTable } from "~/roster/roster-export.server";
import { countRoster } from "~/roster/roster-list.server";
import { readRosterQuery } from "~/roster/roster-query";
import { reachOf } from "~/units/index.server";
import { addressOf, type ExportChoice, largeExport, nameIn, type TableFormat } from "./export-choice";
import { aboutList, filterPhrases, usualName } from "./whose-list.server";
import { exportWords } from "./words";

/** What the page that asks says before anything is chosen. */
export async function describeExport(actor: Actor, url: URL) {
  const query = readRosterQuery(url);
  const [count, filters, usual] = await Promise.all([
    countRoster(actor, query),
    filterPhrases(actor, query),
    usualName(actor, url),
  ]);
  const isLarge = count.total > largeExport;
  return {
    count,
    isLarge,
    filters: filters.map((phrase) => phrase[actor.language]),
    name: nameIn(url, usual),
  };
}

/** Where the browser goes for what was chosen; null: a job has begun. */
export async function startExport(
  actor: Actor,
  search: string,
  choice: ExportChoice,
): Promise<string | null> {
  const address = addressOf(search, choice);
  const { format, name } = choice;
  if (format === "docx" || format === "print") return address;
  const url = new URL(address, "http://roster");
  const query = readRosterQuery(url);
  const { total } = await countRoster(actor, query);
  if (total <= largeExport && !choice.later) return address;
  await exportLater(
    actor,
    {
      ...{ kind: "roster.list", name: `${name}.${format}`, permission: "roster.export" },
      ...{ about: await aboutList(actor, query), reach: await reachOf(actor) },
    },
    rosterExportJob,
    { format, search: url.search, day: query.day },
  );
  return null;
}

/** The list that the address asks for, as a file that is made while it is sent. */
export async function openRoster(actor: Actor, url: URL, format: TableFormat) {
  const name = `${nameIn(url, await usualName(actor, url))}.${format}`;
  return { name, ...(await exportRoster(actor, readRosterQuery(url), { format, name })) };
}

const orderSchema = z.object({
  exportId: z.uuid(),
  format: z.enum(["xlsx", "csv"]),
  search: z.string(),
  /** When it was asked: what stood then is what the file says, also after midnight. */
  day: z.iso.date(),
});

export const rosterExportJob = defineJob({
  name: "roster.export",
  payload: orderSchema,
  words: { writing: exportWords.writing },
  oneAtATime: true,
  work: async ({ exportId, format, search, day }, run) => {
    const { actor } = run;
    const query = { ...readRosterQuery(new URL(search, "http://roster")), day };
    const table = await rosterTable(actor, query);
    const watched = watch(table, run);
    const { type, chunks } = asFile(format, { ...table, rows: watched.rows }, actor);
    await keepExport(run, exportId, { type, chunks, rows: watched.seen }, (tx, people, name) =>
      noteExport(tx, actor, query, { format, name, people }),
    );
  },
});

/** Passes the rows on, counts them, says how far it is, and stops where it was asked to. */
function watch<Row>({ count, rows }: { count: number; rows: AsyncIterable<Row> }, run: Run) {
  let seen = 0;
  return { rows: passed(), seen: () => seen };

  async function* passed() {
    for await (const row of rows) {
      if (seen % 500 === 0) {
        await run.checkCancelled();
        await run.progress(seen, count, "writing");
      }
      seen += 1;
      yield row;
    }
  }
}
