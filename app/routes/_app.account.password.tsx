/** A new password for one's own account. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { passwordChangeSchema } from "~/accounts/account";
import { PasswordForm } from "~/accounts/own/own-account-form";
import { changePassword } from "~/accounts/passwords/passwords.server";
import { requireActor, sessionToken } from "~/accounts/sessions.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, passwordChangeSchema, async (values) => {
    await changePassword(actor, values, sessionToken(request.headers) ?? "");
    return redirectWithToast("/account", words.passwordChanged, request);
  });
}

export default function PasswordPage() {
  const say = useWords(words);
  return (
    <Page
      title={say.changePassword}
      summary={say.changePasswordText}
      breadcrumbs={[{ label: say.ownAccount, to: "/account" }]}
    >
      <PasswordForm />
    </Page>
  );
}
