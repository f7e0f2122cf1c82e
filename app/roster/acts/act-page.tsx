/** The page on which a decision is carried out, whatever it does. */

import { words as decisionWords } from "~/roster/decisions/words";
import { termWords } from "~/roster/terms/term-words";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { ActForm } from "./act-form";
import type { openAct, openRenewal, openTermRenewal, openUnitRenewal } from "./act-pages.server";
import { TermSources } from "./term-sources";

type ActPageProps =
  | Awaited<ReturnType<typeof openAct>>
  | Awaited<ReturnType<typeof openRenewal>>
  | Awaited<ReturnType<typeof openTermRenewal>>
  | Awaited<ReturnType<typeof openUnitRenewal>>;

export function ActPage({
  kind,
  values,
  people,
  terms,
  sources,
  newDecision,
  title,
  draft,
  back,
}: ActPageProps) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const term = useWords(termWords).terms;
  return (
    <Page
      title={title}
      breadcrumbs={[
        { label: roster.roster, to: "/roster" },
        ...(back.label
          ? [{ label: words.decisions, to: "/roster/decisions" }, back]
          : [{ label: term.title, to: back.to }]),
      ]}
    >
      <ActForm
        key={draft}
        {...{ kind, values, people, terms, draft }}
        newDecision={newDecision ?? undefined}
        cancelTo={back.to}
      >
        {sources && <TermSources {...sources} />}
      </ActForm>
    </Page>
  );
}
