/** Every large change in reach, the newest first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { changesPerPage, readChangeQuery } from "~/roster/changes/change-query";
import { ChangeBar, ChangeTable } from "~/roster/changes/change-table";
import { listChanges } from "~/roster/changes/changes.server";
import { words as changeWords } from "~/roster/changes/words";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const query = readChangeQuery(request.url);
  return { ...(await listChanges(actor, query)), query };
}

export default function ChangesPage() {
  const { changes, count, query } = useLoaderData<typeof loader>();
  const words = useWords(changeWords);
  return (
    <Page title={words.title} summary={words.summary} breadcrumbs={[{ label: words.roster, to: "/roster" }]}>
      <ChangeBar query={query} />
      <ChangeTable changes={changes} />
      <Paging page={query.page} pageSize={changesPerPage} {...count} />
    </Page>
  );
}
