/** Releasing people by a decision. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { actSchema } from "~/roster/acts/act";
import { pathOfDecision, phraseOfDone, undoOf } from "~/roster/acts/act-done";
import { ActPage } from "~/roster/acts/act-page";
import { openAct } from "~/roster/acts/act-pages.server";
import { act } from "~/roster/acts/acts.server";
import { findOwnDecision } from "~/roster/decisions/decision-records.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const decision = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return openAct(actor, "release", decision, new URL(request.url).searchParams);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id, unitId } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return handleForm(request, actSchema, async (values) => {
    const done = await act(actor, unitId, { ...values, decision: { choice: "existing", id } });
    return redirectWithToast(pathOfDecision(done), phraseOfDone(done), request, { undo: undoOf(done) });
  });
}

export default function ReleasePage() {
  return <ActPage {...useLoaderData<typeof loader>()} />;
}
