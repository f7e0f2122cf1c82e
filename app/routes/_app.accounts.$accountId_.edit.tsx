/** Who an account is: name, login, the link to the roster. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountSchema } from "~/accounts/account";
import { updateAccount } from "~/accounts/account-changes.server";
import { findAccount } from "~/accounts/accounts.server";
import { AccountForm } from "~/accounts/administration/account-form";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id, name, username, phone, speaker } = found(await findAccount(actor, params.accountId));
  return { id, name, username, phone, speaker: speaker && { id: speaker.id, name: speaker.fullName } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id } = found(await findAccount(actor, params.accountId));
  return handleForm(request, accountSchema, async (values) => {
    await updateAccount(actor, id, values);
    return redirectWithToast(`/accounts/${id}`, words.saved, request);
  });
}

export default function EditAccountPage() {
  const { id, name, username, phone, speaker } = useLoaderData<typeof loader>();
  const say = useWords(words);
  return (
    <Page
      title={say.editAccount}
      breadcrumbs={[
        { label: say.accounts, to: "/accounts" },
        { label: name, to: `/accounts/${id}` },
      ]}
    >
      <AccountForm
        id={id}
        values={{ name, username, phone, speakerId: speaker?.id ?? null }}
        speaker={speaker}
      />
    </Page>
  );
}
