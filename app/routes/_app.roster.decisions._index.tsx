/** The list of decisions. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileCog, Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { DecisionBar } from "~/roster/decisions/decision-bar";
import { listDecisions } from "~/roster/decisions/decision-list.server";
import { isFiltered, pageSize, readDecisionQuery } from "~/roster/decisions/decision-query";
import { DecisionTable } from "~/roster/decisions/decision-table";
import { words as decisionWords } from "~/roster/decisions/words";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const query = readDecisionQuery(new URL(request.url));
  const [{ decisions, count }, unit] = await Promise.all([
    listDecisions(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  const chosen = unit && { id: unit.id, name: unit.name };
  return {
    query,
    decisions,
    count,
    unit: chosen,
    mayEdit: may(actor, "decisions.edit"),
    maySet: may(actor, "settings.edit"),
  };
}

export default function DecisionsPage() {
  const { query, decisions, count, unit, mayEdit, maySet } = useLoaderData<typeof loader>();
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const language = useLanguage();
  const actions = (
    <>
      {maySet && (
        <ButtonLink to="/roster/annex" icon={FileCog}>
          {words.list.annex}
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink to="/roster/decisions/new" icon={Plus} variant="primary">
          {words.list.add}
        </ButtonLink>
      )}
    </>
  );
  const empty = isFiltered(query) ? (
    <EmptyState title={words.list.noneTitle}>{words.list.none}</EmptyState>
  ) : (
    <EmptyState title={words.list.emptyTitle}>{mayEdit && words.list.empty}</EmptyState>
  );
  return (
    <Page
      title={words.list.title}
      summary={words.list.summary(showCount(count, language))}
      breadcrumbs={[{ label: roster.roster, to: "/roster" }]}
      actions={actions}
    >
      <DecisionBar query={query} unit={unit} />
      <DecisionTable decisions={decisions} empty={empty} />
      <Paging page={query.page} pageSize={pageSize} {...count} />
    </Page>
  );
}
