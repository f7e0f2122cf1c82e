/** After set-up: what to do first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Gate } from "~/accounts/gate";
import { getOwnAccount } from "~/accounts/own/own-account.server";
import { SecondFactorNotice } from "~/accounts/second-factor/second-factor-notice";
import { requireActor } from "~/accounts/sessions.server";
import { FirstSteps } from "~/accounts/setup/first-steps";
import { words } from "~/accounts/words";
import { useWords } from "~/ui/language";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const { secondFactorDue } = await getOwnAccount(actor);
  return { name: actor.name, secondFactorDue };
}

export default function FirstStepsPage() {
  const { name, secondFactorDue } = useLoaderData<typeof loader>();
  const say = useWords(words);
  return (
    <Gate title={say.setupNext} summary={say.setupNextSummary(name)}>
      {secondFactorDue && <SecondFactorNotice due={secondFactorDue} />}
      <FirstSteps />
    </Gate>
  );
}
