/** Takes the second factor off one's own account, to set it up on another phone. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { passwordSchema } from "~/accounts/account";
import { ConfirmPasswordForm } from "~/accounts/own/own-account-form";
import { leaveSecondFactor } from "~/accounts/second-factor/second-factor.server";
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
    await leaveSecondFactor(actor, password);
    return redirect("/account/second-factor");
  });
}

export default function MoveSecondFactorPage() {
  const say = useWords(words);
  return (
    <Page
      title={say.moveSecondFactor}
      summary={say.moveSecondFactorText}
      breadcrumbs={[{ label: say.ownAccount, to: "/account" }]}
    >
      <ConfirmPasswordForm submit={say.moveSecondFactor} />
    </Page>
  );
}
