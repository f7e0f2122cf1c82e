/** Whose term ends within some days, with the way to renew them. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { EndingGroups } from "~/roster/terms/ending-groups";
import { readEndingTerms } from "~/roster/terms/ending-terms.server";
import { groupPageSize, horizons, readHorizon, readTermPage } from "~/roster/terms/term";
import { TermTabs } from "~/roster/terms/term-tabs";
import { termWords } from "~/roster/terms/term-words";
import { words as rosterWords } from "~/roster/words";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const url = new URL(request.url);
  const days = readHorizon(url.searchParams);
  const { page } = readTermPage(url);
  return {
    days,
    page,
    ...(await readEndingTerms(actor, { days, page })),
    mayEdit: may(actor, "decisions.edit"),
  };
}

export default function EndingTermsPage() {
  const { days, page, groups, total, counts, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(termWords).terms;
  const roster = useWords(rosterWords);
  const language = useLanguage();
  const people = counts[horizons.indexOf(days)] ?? 0;
  return (
    <Page
      title={words.title}
      summary={words.summary(showNumber(people, language), days)}
      breadcrumbs={[{ label: roster.roster, to: "/roster" }]}
    >
      <TermTabs />
      <FilterLinks
        label={words.horizon}
        links={horizons.map((horizon, at) => ({
          to: `/roster/terms?days=${horizon}`,
          label: words.within(horizon),
          count: counts[at] ?? 0,
          isCurrent: horizon === days,
        }))}
      />
      <EndingGroups groups={groups} days={days} mayEdit={mayEdit} />
      <Paging page={page} pageSize={groupPageSize} total={total} />
    </Page>
  );
}
