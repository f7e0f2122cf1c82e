/** Renewing the people of a unit whose appointments end soon and name no term. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { actSchema } from "~/roster/acts/act";
import { pathOfDecision, phraseOfDone, undoOf } from "~/roster/acts/act-done";
import { ActPage } from "~/roster/acts/act-page";
import { openUnitRenewal } from "~/roster/acts/act-pages.server";
import { act } from "~/roster/acts/acts.server";
import { readHorizon } from "~/roster/terms/term";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { searchParams } = new URL(request.url);
  const unit = found(await findUnit(actor, idIn(searchParams.get("unit") ?? "")));
  return openUnitRenewal(actor, unit, readHorizon(searchParams));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findUnit(actor, idIn(new URL(request.url).searchParams.get("unit") ?? "")));
  return handleForm(request, actSchema, async (values) => {
    const done = await act(actor, id, values);
    return redirectWithToast(pathOfDecision(done), phraseOfDone(done), request, { undo: undoOf(done) });
  });
}

export default function UnitRenewalPage() {
  return <ActPage {...useLoaderData<typeof loader>()} />;
}
