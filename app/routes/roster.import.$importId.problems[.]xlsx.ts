/** The rows of an import that wait to be put right, as a sheet for whoever sent the file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";
import { problemSheet } from "~/roster/import/fixing/problem-sheet.server";
import { findImport } from "~/roster/import/imports.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  return streamSheet(await problemSheet(actor, record));
}
