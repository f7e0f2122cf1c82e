/** Renewing the people of a term that ends, by a decision that is entered right here. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { actSchema } from "~/roster/acts/act";
import { pathOfDecision, phraseOfDone, undoOf } from "~/roster/acts/act-done";
import { ActPage } from "~/roster/acts/act-page";
import { openTermRenewal } from "~/roster/acts/act-pages.server";
import { act } from "~/roster/acts/acts.server";
import { readHorizon } from "~/roster/terms/term";
import { findTerm } from "~/roster/terms/terms.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { searchParams } = new URL(request.url);
  const days = searchParams.has("days") ? readHorizon(searchParams) : null;
  return openTermRenewal(actor, found(await findTerm(actor, idIn(params.termId))), days);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { unitId } = found(await findTerm(actor, idIn(params.termId)));
  return handleForm(request, actSchema, async (values) => {
    const done = await act(actor, unitId, values);
    return redirectWithToast(pathOfDecision(done), phraseOfDone(done), request, { undo: undoOf(done) });
  });
}

export default function TermRenewalPage() {
  return <ActPage {...useLoaderData<typeof loader>()} />;
}
