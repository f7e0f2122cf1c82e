/** Every term of the committees in reach. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { readTermPage, termPageSize } from "~/roster/terms/term";
import { TermBar } from "~/roster/terms/term-bar";
import { TermTable } from "~/roster/terms/term-table";
import { TermTabs } from "~/roster/terms/term-tabs";
import { termWords } from "~/roster/terms/term-words";
import { listTerms } from "~/roster/terms/terms.server";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const query = readTermPage(new URL(request.url));
  const [{ terms, total }, unit] = await Promise.all([
    listTerms(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  const chosen = unit && { id: unit.id, name: unit.name };
  return { terms, total, page: query.page, unit: chosen, mayEdit: may(actor, "decisions.edit") };
}

export default function TermsPage() {
  const { terms, total, page, unit, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(termWords).terms;
  const roster = useWords(rosterWords);
  const language = useLanguage();
  return (
    <Page
      title={words.allTitle}
      summary={words.count(showNumber(total, language))}
      breadcrumbs={[{ label: roster.roster, to: "/roster" }]}
      actions={
        mayEdit && (
          <ButtonLink to="/roster/terms/new" icon={Plus} variant="primary">
            {words.add}
          </ButtonLink>
        )
      }
    >
      <TermTabs />
      <TermBar unit={unit} />
      <TermTable terms={terms} mayEdit={mayEdit} />
      <Paging page={page} pageSize={termPageSize} total={total} />
    </Page>
  );
}
