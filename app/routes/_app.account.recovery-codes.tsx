/** New recovery codes in place of the old ones. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useState } from "react";
import { passwordSchema } from "~/accounts/account";
import { ConfirmPasswordForm } from "~/accounts/own/own-account-form";
import { RecoveryCodes } from "~/accounts/second-factor/recovery-codes";
import { renewRecoveryCodes } from "~/accounts/second-factor/second-factor.server";
import { requireActor } from "~/accounts/sessions.server";
import { words } from "~/accounts/words";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, passwordSchema, async ({ password }) => {
    return { codes: await renewRecoveryCodes(actor, password, request.headers) };
  });
}

export default function RecoveryCodesPage() {
  const say = useWords(words);
  const [codes, setCodes] = useState<string[]>();
  return (
    <Page
      title={say.recoveryCodes}
      summary={codes ? undefined : say.renewRecoveryCodesText}
      breadcrumbs={[{ label: say.ownAccount, to: "/account" }]}
    >
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <ConfirmPasswordForm
          submit={say.renewRecoveryCodes}
          onDone={(answer) => setCodes((answer as { codes: string[] }).codes)}
        />
      )}
    </Page>
  );
}
