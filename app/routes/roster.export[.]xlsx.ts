/** The list of people as it is filtered, sorted and shown, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { streamSheet } from "~/platform/sheet-writer.server";
import { exportRoster } from "~/roster/roster-export.server";
import { readRosterQuery } from "~/roster/roster-query";
import { words } from "~/roster/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const { columns, rows } = await exportRoster(actor, readRosterQuery(new URL(request.url)));
  return streamSheet({
    name: words[actor.language].list.fileName(today()),
    title: words[actor.language].list.sheet,
    columns: columns.map(({ key, label, width }) => ({
      label: label[actor.language],
      width,
      value: (line: { cells: Record<string, string> }) => line.cells[key],
    })),
    rows,
  });
}
