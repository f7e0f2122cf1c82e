/** Adding a decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { showNumber } from "~/roster/decision";
import { DecisionForm } from "~/roster/decisions/decision-form";
import { decisionRecordSchema } from "~/roster/decisions/decision-record";
import { addDecision } from "~/roster/decisions/decision-records.server";
import { words as decisionWords } from "~/roster/decisions/words";
import { words as rosterWords } from "~/roster/words";
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
  return handleForm(request, decisionRecordSchema, async (values) => {
    const id = await addDecision(actor, values);
    const phrase = decisionWords.toasts.added(showNumber(values.number));
    return redirectWithToast(`/roster/decisions/${id}`, phrase, request);
  });
}

export default function NewDecisionPage() {
  const { unit } = useLoaderData<typeof loader>();
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  return (
    <Page
      title={words.form.addTitle}
      breadcrumbs={[
        { label: roster.roster, to: "/roster" },
        { label: words.decisions, to: "/roster/decisions" },
      ]}
    >
      <DecisionForm
        values={{
          ...{ number: "", decidedOn: "", issuer: "", signer: "", note: "" },
          ...{ kind: "recognition", unitId: unit?.id ?? "" },
        }}
        unit={unit}
        draft="decision-new"
        submit={words.form.add}
        cancelTo="/roster/decisions"
      />
    </Page>
  );
}
