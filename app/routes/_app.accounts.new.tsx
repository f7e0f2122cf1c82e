/** A new account with its first role; then the slip for it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { newAccountSchema } from "~/accounts/account";
import { addAccount } from "~/accounts/account-changes.server";
import { NewAccountForm } from "~/accounts/administration/account-form";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "accounts.manage");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  return handleForm(request, newAccountSchema, async (values) => {
    return redirect(`/accounts/${await addAccount(actor, values)}/code`);
  });
}

export default function NewAccountPage() {
  const say = useWords(words);
  return (
    <Page title={say.newAccount} breadcrumbs={[{ label: say.accounts, to: "/accounts" }]}>
      <NewAccountForm />
    </Page>
  );
}
