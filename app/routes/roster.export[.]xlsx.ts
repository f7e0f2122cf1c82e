/** The list of people as it is filtered, sorted and shown, as a sheet of any length. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { streamRoster } from "~/roster/exports/exports.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  return streamRoster(actor, new URL(request.url), "xlsx");
}
