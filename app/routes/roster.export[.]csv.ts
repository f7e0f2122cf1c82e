/** The list of people as it is filtered, sorted and shown, as CSV of any length. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { streamDownload } from "~/platform/sheet-writer.server";
import { openRoster } from "~/roster/exports/exports.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const { chunks, ...file } = await openRoster(actor, new URL(request.url), "csv");
  return streamDownload(chunks, file);
}
