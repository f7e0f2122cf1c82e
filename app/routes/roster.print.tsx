/** The list of people as it is filtered and sorted, for the printer. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { printRoster } from "~/roster/exports/print.server";
import { PrintView } from "~/roster/exports/print-view";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const url = new URL(request.url);
  return { ...(await printRoster(actor, url)), backTo: `/roster/export${url.search}` };
}

export default function PrintPage() {
  return <PrintView {...useLoaderData<typeof loader>()} />;
}
