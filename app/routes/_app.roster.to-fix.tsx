/** Appointments whose decision is unknown, and putting a decision behind many of them at once. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { UnknownBar } from "~/roster/decisions/unknown-bar";
import { attachDecision, listUnknown } from "~/roster/decisions/unknown-decisions.server";
import { attachmentSchema, readUnknownQuery, unknownPageSize } from "~/roster/decisions/unknown-query";
import { UnknownTable } from "~/roster/decisions/unknown-table";
import { termWords } from "~/roster/terms/term-words";
import { words as rosterWords } from "~/roster/words";
import { useLanguage, useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const query = readUnknownQuery(new URL(request.url));
  const [{ appointments, count }, unit] = await Promise.all([
    listUnknown(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  const chosen = unit && { id: unit.id, name: unit.name };
  return { query, appointments, count, unit: chosen, mayEdit: may(actor, "decisions.edit") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  return handleForm(request, attachmentSchema, async (values) => {
    const { decisionId, changeSetId, count } = await attachDecision(actor, values);
    return redirectWithToast("/roster/to-fix", termWords.unknown.attached(count), request, {
      undo: `/roster/decisions/${decisionId}/acts/${changeSetId}/withdrawal`,
    });
  });
}

export default function ToFixPage() {
  const { query, appointments, count, unit, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(termWords).unknown;
  const roster = useWords(rosterWords);
  const language = useLanguage();
  return (
    <Page
      title={words.title}
      summary={words.summary(showCount(count, language))}
      breadcrumbs={[{ label: roster.roster, to: "/roster" }]}
    >
      <UnknownBar query={query} unit={unit} />
      <UnknownTable appointments={appointments} mayEdit={mayEdit} />
      <Paging page={query.page} pageSize={unknownPageSize} {...count} />
    </Page>
  );
}
