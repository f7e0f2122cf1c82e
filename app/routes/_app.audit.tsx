/** The audit trail: who did what and when, before and after. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { ChevronRight, ChevronsLeft } from "lucide-react";
import { AuditBar } from "~/accounts/audit-bar";
import { actionsOf, inPlainWords } from "~/accounts/audit-line";
import { readAuditPage } from "~/accounts/audit-lines.server";
import { type AuditQuery, readAuditQuery } from "~/accounts/audit-query";
import { AuditTable } from "~/accounts/audit-table";
import { words as auditWords } from "~/accounts/audit-words";
import { requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";
import { isUnfoldedIn, withParams } from "~/ui/url";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "audit.view");
  const url = new URL(request.url);
  const query = readAuditQuery(url);
  const [{ lines, hasOlder, count }, unit] = await Promise.all([
    readAuditPage(actor, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  return {
    query,
    count,
    lines: lines.map((line) => inPlainWords(line, trailBooks, actor.language)),
    older: hasOlder ? (lines.at(-1)?.id ?? null) : null,
    unit: unit && { id: unit.id, name: unit.name },
    actions: actionsShown(actionsOf(trailBooks, actor.language), query, url),
  };
}

/** The one that is asked for; all hundred of them only where the filters stand open, and otherwise when they are opened. */
function actionsShown(actions: ReturnType<typeof actionsOf>, { action }: AuditQuery, { search }: URL) {
  return isUnfoldedIn(search, "filters") ? actions : actions.filter(({ value }) => value === action);
}

export default function AuditPage() {
  const { query, count, lines, older, unit, actions } = useLoaderData<typeof loader>();
  const words = useWords(auditWords);
  const language = useLanguage();
  const { search } = useLocation();
  const total = showNumber(count.total, language);
  return (
    <Page
      title={words.title}
      summary={`${count.more ? words.moreLines(total) : words.lines(total)} · ${words.summary}`}
    >
      <AuditBar query={query} actions={actions} unit={unit} />
      <AuditTable lines={lines} />
      <nav aria-label={words.label} className="flex justify-end gap-2 print:hidden">
        {query.before && (
          <ButtonLink to={withParams(search, { before: null })} icon={ChevronsLeft}>
            {words.newest}
          </ButtonLink>
        )}
        {older && (
          <ButtonLink to={withParams(search, { before: older })} icon={ChevronRight}>
            {words.older}
          </ButtonLink>
        )}
      </nav>
    </Page>
  );
}
