/** Adding a term of a committee. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { termSchema } from "~/roster/terms/term";
import { TermForm } from "~/roster/terms/term-form";
import { termWords } from "~/roster/terms/term-words";
import { addTerm } from "~/roster/terms/terms.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const [home] = actor.reach === "everywhere" ? [] : actor.reach;
  const unit = home ? await findUnit(actor, home) : null;
  return { unit: unit && { id: unit.id, name: unit.name } };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  return handleForm(request, termSchema, async (values) => {
    await addTerm(actor, values);
    return redirectWithToast("/roster/terms/all", termWords.terms.saved(values.name), request);
  });
}

export default function NewTermPage() {
  const { unit } = useLoaderData<typeof loader>();
  const words = useWords(termWords).terms;
  return (
    <Page title={words.addTitle} breadcrumbs={[{ label: words.all, to: "/roster/terms/all" }]}>
      <TermForm
        values={{ name: "", unitId: unit?.id ?? "", startsOn: "", endsOn: "" }}
        unit={unit}
        draft="term-new"
      />
    </Page>
  );
}
