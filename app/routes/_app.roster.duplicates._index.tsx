/** People who may be in the roster twice: the likeliest pairs first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { showMoment } from "~/platform/clock";
import { PairBar } from "~/roster/doubles/pair-bar";
import { listPairs } from "~/roster/doubles/pair-list.server";
import { pairsPerPage, readPairQuery } from "~/roster/doubles/pair-query";
import { PairTable } from "~/roster/doubles/pair-table";
import { findLastSearch } from "~/roster/doubles/search-job.server";
import { words as doubleWords } from "~/roster/doubles/words";
import { EmptyState } from "~/ui/empty-state";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const query = readPairQuery(request.url);
  const [list, search, unit] = await Promise.all([
    listPairs(actor, query),
    findLastSearch(),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  return { ...list, query, search, unit: unit && { id: unit.id, name: unit.name } };
}

export default function DuplicatesPage() {
  const { pairs, count, bands, query, search, unit } = useLoaderData<typeof loader>();
  const words = useWords(doubleWords);
  const language = useLanguage();
  return (
    <Page
      title={words.title}
      breadcrumbs={[{ label: words.roster, to: "/roster" }]}
      summary={
        <>
          {words.summary(showCount(count, language))}
          {search?.endedAt && ` · ${words.searchedAt(showMoment(search.endedAt))}`}
        </>
      }
      actions={
        !search?.isRunning && (
          <PostButton icon={RefreshCw} action="/roster/duplicates/searches">
            {words.search}
          </PostButton>
        )
      }
    >
      {search?.isRunning && (
        <JobWatch id={search.id} label={words.searching} done={search.done} total={null} />
      )}
      <PairBar query={query} unit={unit} counts={bands} />
      <PairTable pairs={pairs} empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>} />
      <Paging page={query.page} pageSize={pairsPerPage} {...count} />
    </Page>
  );
}
