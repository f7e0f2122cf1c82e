/** Setting up the second factor: outside the shell, because until it is done nothing else may be owed first. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Gate } from "~/accounts/gate";
import { getOwnAccount } from "~/accounts/own/own-account.server";
import { RecoveryCodes } from "~/accounts/second-factor/recovery-codes";
import { beginSecondFactor, confirmSecondFactor } from "~/accounts/second-factor/second-factor.server";
import { SecondFactorSteps } from "~/accounts/second-factor/second-factor-steps";
import { requireActor } from "~/accounts/sessions.server";
import { firstCodeSchema } from "~/accounts/sign-in/sign-in";
import { words } from "~/accounts/words";
import { today } from "~/platform/clock";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { secondFactorDue } = await getOwnAccount(actor);
  const setup = await beginSecondFactor(actor);
  // It can wait where it is not needed, and until the day that was granted.
  return { setup, canWait: secondFactorDue === null || secondFactorDue >= today() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, firstCodeSchema, async ({ code }) => {
    const { cookies, recoveryCodes } = await confirmSecondFactor(actor, code, request.headers);
    const headers = new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    return data({ recoveryCodes }, { headers });
  });
}

export default function SecondFactorPage() {
  const { setup, canWait } = useLoaderData<typeof loader>();
  const [codes, setCodes] = useState<string[]>();
  const say = useWords(words);
  if (codes) {
    return (
      <Gate title={say.recoveryCodes} summary={say.secondFactorOn}>
        <RecoveryCodes codes={codes} />
      </Gate>
    );
  }
  return (
    <Gate at="/account/second-factor" title={say.secondFactorTitle} summary={say.secondFactorWhy}>
      {setup ? (
        <SecondFactorSteps setup={setup} canWait={canWait} onDone={setCodes} />
      ) : (
        <p>{say.secondFactorOn}</p>
      )}
    </Gate>
  );
}
