/** How a list is handed out: as which file, with which columns, under which name. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { plainForm } from "~/platform/plain-forms.server";
import { exportChoiceSchema } from "~/roster/exports/export-choice";
import { ExportForm } from "~/roster/exports/export-form";
import { describeExport, startExport } from "~/roster/exports/exports.server";
import { exportWords } from "~/roster/exports/words";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { showCount } from "~/ui/number";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const url = new URL(request.url);
  return { ...(await describeExport(actor, url)), backTo: `/roster${url.search}` };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const { search } = new URL(request.url);
  const form = { schema: exportChoiceSchema, keep: ["format", "columns", "name"] };
  return plainForm(request, form, async (choice) => {
    const address = await startExport(actor, search, choice);
    return address
      ? redirect(address)
      : redirectWithToast("/exports", exportWords.started(choice.name), request);
  });
}

export default function ExportPage() {
  const { count, isLarge, filters, name, backTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useWords(exportWords);
  const roster = useWords(rosterWords);
  const language = useLanguage();
  return (
    <Page
      title={words.title}
      summary={[words.counted(showCount(count, language)), ...filters].join(" · ")}
      breadcrumbs={[{ label: roster.roster, to: backTo }]}
      actions={<ButtonLink to="/exports">{words.mine}</ButtonLink>}
    >
      {count.total === 0 ? (
        <EmptyState title={words.none} actions={<ButtonLink to={backTo}>{words.back}</ButtonLink>} />
      ) : (
        <ExportForm
          name={name}
          {...refused?.typed}
          error={refused?.error}
          isLarge={isLarge}
          backTo={backTo}
        />
      )}
    </Page>
  );
}
