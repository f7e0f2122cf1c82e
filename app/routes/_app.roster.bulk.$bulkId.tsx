/** A bulk edit: what would become of each person, then how far it is, then what came of it. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findBulk } from "~/roster/bulk/bulk-edits.server";
import { readBulkPage } from "~/roster/bulk/bulk-pages.server";
import { readBulkQuery } from "~/roster/bulk/bulk-query";
import { BulkActions, BulkView } from "~/roster/bulk/bulk-view";
import { words as bulkWords } from "~/roster/bulk/words";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const bulk = found(await findBulk(actor, idIn(params.bulkId)));
  const { operation } = bulk;
  if (!operation) throw redirect(`/roster/bulk/${bulk.id}/operation`);
  return readBulkPage(actor, { ...bulk, operation }, readBulkQuery(new URL(request.url)));
}

export default function BulkPage() {
  const bulk = useLoaderData<typeof loader>();
  const words = useWords(bulkWords);
  const language = useLanguage();
  return (
    <Page
      title={bulk.title}
      summary={
        bulk.state === "draft" ? words.previewSummary(showNumber(bulk.counts.total, language)) : undefined
      }
      breadcrumbs={[{ label: words.roster, to: "/roster" }]}
      actions={<BulkActions bulk={bulk} />}
    >
      <BulkView bulk={bulk} />
    </Page>
  );
}
