/** A term of a committee: its name and days. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarSync } from "lucide-react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { termSchema } from "~/roster/terms/term";
import { TermForm } from "~/roster/terms/term-form";
import { termWords } from "~/roster/terms/term-words";
import { findTerm, isUnused, updateTerm } from "~/roster/terms/terms.server";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const term = found(await findTerm(actor, idIn(params.termId)));
  return { term, isUnused: await isUnused(term.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findTerm(actor, idIn(params.termId)));
  return handleForm(request, termSchema, async (values) => {
    found((await updateTerm(actor, id, values)) || null);
    return redirectWithToast("/roster/terms/all", termWords.terms.saved(values.name), request);
  });
}

export default function TermPage() {
  const { term, isUnused } = useLoaderData<typeof loader>();
  const words = useWords(termWords).terms;
  const { id, name, unitId, unitName, startsOn, endsOn, revision } = term;
  return (
    <Page
      title={words.editTitle(name, unitName)}
      breadcrumbs={[{ label: words.all, to: "/roster/terms/all" }]}
      actions={
        <ButtonLink to={`/roster/terms/${id}/renewal`} icon={CalendarSync}>
          {words.renew}
        </ButtonLink>
      }
    >
      <TermForm
        values={{ name, unitId, startsOn, endsOn, revision }}
        unit={{ id: unitId, name: unitName }}
        draft={`term-${id}-${revision}`}
      />
      {isUnused && (
        <span>
          <PostButton action={`/roster/terms/${id}/removal`} variant="danger">
            {words.remove}
          </PostButton>
        </span>
      )}
    </Page>
  );
}
