/** Adding one person. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { searchPairsOf } from "~/roster/doubles/pairs.server";
import { emptySpeaker, newSpeakerSchema } from "~/roster/speaker";
import { addSpeaker } from "~/roster/speaker-changes.server";
import { NewSpeakerForm } from "~/roster/speaker-form";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const asked = new URL(request.url).searchParams.get("unit");
  // An officer of one unit nearly always adds people there.
  const usual = actor.reach !== "everywhere" && actor.reach.length === 1 ? actor.reach[0] : null;
  const unitId = asked ?? usual;
  const unit = unitId ? await findUnit(actor, unitId) : null;
  return { id: randomUUID(), unit: unit && { id: unit.id, name: unit.name } };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  return handleForm(request, newSpeakerSchema, async (values) => {
    const id = await addSpeaker(actor, values);
    await searchPairsOf([id]);
    return redirectWithToast(`/roster/${id}`, rosterWords.toasts.added(values.fullName), request);
  });
}

export default function NewSpeakerPage() {
  const { id, unit } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page title={words.form.addTitle} breadcrumbs={[{ label: words.roster, to: "/roster" }]}>
      <NewSpeakerForm values={{ ...emptySpeaker, id, unitId: unit?.id ?? "" }} unit={unit} />
    </Page>
  );
}
