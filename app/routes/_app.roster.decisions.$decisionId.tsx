/** A decision: what it is, what can be done by it, and under it the people whom it names and its history. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { FileText, Pencil } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { showDay } from "~/platform/clock";
import { found, idIn } from "~/platform/found.server";
import { findActRun } from "~/roster/acts/act-runs.server";
import { listActs } from "~/roster/acts/act-undo.server";
import { showNumber } from "~/roster/decision";
import { ActHistory, ActLinks } from "~/roster/decisions/decision-acts";
import { DecisionFacts } from "~/roster/decisions/decision-facts";
import { countNamed } from "~/roster/decisions/decision-people.server";
import { findDecision } from "~/roster/decisions/decision-records.server";
import { words as decisionWords } from "~/roster/decisions/words";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { Tabs } from "~/ui/tabs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const decision = found(await findDecision(actor, idIn(params.decisionId)));
  const [named, acts, run] = await Promise.all([
    countNamed(actor, decision.id),
    listActs(decision.id),
    findActRun(decision.id),
  ]);
  return {
    ...{ decision, named, acts, run },
    mayEdit: decision.isOurs && may(actor, "decisions.edit"),
    mayExport: may(actor, "roster.export"),
    mayReadHistory: may(actor, "audit.view"),
  };
}

export default function DecisionPage() {
  const record = useLoaderData<typeof loader>();
  const { decision, named, acts, run, mayEdit, mayExport, mayReadHistory } = record;
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const language = useLanguage();
  const to = `/roster/decisions/${decision.id}`;
  const people = named.begins + named.ends;
  const isRunning = run && !run.endedBy;
  const actions = (
    <>
      {mayExport && people > 0 && (
        <ButtonLink to={`${to}/annex.docx`} icon={FileText} download>
          {words.record.annex}
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink to={`${to}/edit`} icon={Pencil}>
          {words.record.edit}
        </ButtonLink>
      )}
    </>
  );
  return (
    <Page
      title={words.record.title(showNumber(decision.number))}
      summary={words.record.summary(
        roster.kinds[decision.kind],
        showDay(decision.decidedOn),
        decision.unitName,
      )}
      breadcrumbs={[
        { label: roster.roster, to: "/roster" },
        { label: words.decisions, to: "/roster/decisions" },
      ]}
      actions={actions}
    >
      {run?.endedBy && <Notice tone="red">{run.endedBy[language]}</Notice>}
      {isRunning && (
        <JobWatch
          id={run.id}
          label={words.record.running}
          {...{ done: run.done, total: run.total, step: run.step?.[language] }}
          cancel={mayEdit ? words.record.cancelRun : undefined}
        />
      )}
      {mayEdit && !isRunning && <ActLinks decision={decision} />}
      <DecisionFacts decision={decision} mayEdit={mayEdit} />
      <Tabs
        label={decision.number}
        tabs={[
          { to, label: words.record.tabPeople, count: people, end: true },
          ...(mayReadHistory ? [{ to: `${to}/history`, label: words.record.tabHistory }] : []),
        ]}
      />
      <Outlet context={record} />
      <ActHistory decisionId={decision.id} acts={acts} mayEdit={mayEdit} />
      {mayEdit && !isRunning && people === 0 && (
        <span>
          <PostButton action={`${to}/removal`} variant="danger">
            {words.record.remove}
          </PostButton>
        </span>
      )}
    </Page>
  );
}
