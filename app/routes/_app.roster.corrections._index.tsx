/** What speakers ask to have corrected in their records, those that wait first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { correctionsPerPage, readCorrectionQuery } from "~/roster/own/correction";
import { CorrectionTable, CorrectionTabs } from "~/roster/own/correction-table";
import { countCorrections, listCorrections } from "~/roster/own/corrections.server";
import { words as ownWords } from "~/roster/own/words";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const query = readCorrectionQuery(request.url);
  const [corrections, counts] = await Promise.all([listCorrections(actor, query), countCorrections(actor)]);
  return { corrections, counts, query };
}

export default function CorrectionsPage() {
  const { corrections, counts, query } = useLoaderData<typeof loader>();
  const words = useWords(ownWords).list;
  const total = counts[query.state];
  return (
    <Page
      title={words.title}
      summary={words.summary}
      breadcrumbs={[{ label: useWords(rosterWords).roster, to: "/roster" }]}
    >
      <CorrectionTabs query={query} counts={counts} />
      <CorrectionTable corrections={corrections} query={query} />
      <Paging page={query.page} pageSize={correctionsPerPage} total={total} more={false} />
    </Page>
  );
}
