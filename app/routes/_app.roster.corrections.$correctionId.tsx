/** One request for corrections beside the record: taken field by field, or declined with a reason. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { showMoment } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { decisionSchema } from "~/roster/own/correction";
import { CorrectionNote, DecidedCorrection } from "~/roster/own/correction-view";
import { decideCorrection, findCorrection } from "~/roster/own/corrections.server";
import { DecisionForm } from "~/roster/own/decision-form";
import { words as ownWords } from "~/roster/own/words";
import { words as rosterWords } from "~/roster/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  return found(await findCorrection(actor, idIn(params.correctionId)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id, speaker } = found(await findCorrection(actor, idIn(params.correctionId)));
  return handleForm(request, decisionSchema, async (values) => {
    const state = found(await decideCorrection(actor, id, values));
    const { accepted, declined } = ownWords.toasts;
    const say = state === "accepted" ? accepted : declined;
    return redirectWithToast("/roster/corrections", say(speaker.fullName), request);
  });
}

export default function CorrectionPage() {
  const correction = useLoaderData<typeof loader>();
  const { id, speaker, state, sentAt, lines, isOnlyNote, version } = correction;
  const words = useWords(ownWords);
  return (
    <Page
      title={words.decision.title(speaker.fullName)}
      summary={[speaker.unitName, words.decision.sent(showMoment(sentAt))].join(" · ")}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: words.list.title, to: "/roster/corrections" },
      ]}
      actions={<ButtonLink to={`/roster/${speaker.id}`}>{words.decision.record}</ButtonLink>}
    >
      <CorrectionNote note={correction.note} />
      {state === "waiting" ? (
        <DecisionForm key={`${id} ${version}`} lines={lines} isOnlyNote={isOnlyNote} version={version} />
      ) : (
        <DecidedCorrection correction={correction} />
      )}
    </Page>
  );
}
