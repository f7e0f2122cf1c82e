/** Changing what a decision says. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { showNumber } from "~/roster/decision";
import { DecisionForm } from "~/roster/decisions/decision-form";
import { decisionRecordSchema } from "~/roster/decisions/decision-record";
import { findOwnDecision, updateDecision } from "~/roster/decisions/decision-records.server";
import { words as decisionWords } from "~/roster/decisions/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  return { decision: found(await findOwnDecision(actor, idIn(params.decisionId))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return handleForm(request, decisionRecordSchema, async (values) => {
    found((await updateDecision(actor, id, values)) || null);
    const phrase = decisionWords.toasts.saved(showNumber(values.number));
    return redirectWithToast(`/roster/decisions/${id}`, phrase, request);
  });
}

export default function EditDecisionPage() {
  const { decision } = useLoaderData<typeof loader>();
  const words = useWords(decisionWords);
  const { id, number, decidedOn, issuer, signer, kind, note, unitId, unitName, revision } = decision;
  const to = `/roster/decisions/${id}`;
  return (
    <Page
      title={words.form.editTitle(showNumber(number))}
      breadcrumbs={[
        { label: words.decisions, to: "/roster/decisions" },
        { label: showNumber(number), to },
      ]}
    >
      <DecisionForm
        values={{
          ...{ number, decidedOn, kind, unitId, revision },
          ...{ issuer: issuer ?? "", signer: signer ?? "", note: note ?? "" },
        }}
        unit={{ id: unitId, name: unitName }}
        draft={`decision-${id}-${revision}`}
        submit={words.form.save}
        cancelTo={to}
      />
    </Page>
  );
}
