/** Closes an account, with the reason. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { disablingSchema } from "~/accounts/account";
import { disableAccount } from "~/accounts/account-changes.server";
import { findAccount } from "~/accounts/accounts.server";
import { DisablingForm } from "~/accounts/administration/account-forms";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id, name } = found(await findAccount(actor, params.accountId));
  return { id, name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id } = found(await findAccount(actor, params.accountId));
  return handleForm(request, disablingSchema, async ({ reason }) => {
    await disableAccount(actor, id, reason);
    return redirectWithToast(`/accounts/${id}`, words.disabled, request);
  });
}

export default function DisablingPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const say = useWords(words);
  return (
    <Page
      title={say.disableTitle(name)}
      summary={say.disableText}
      breadcrumbs={[
        { label: say.accounts, to: "/accounts" },
        { label: name, to: `/accounts/${id}` },
      ]}
    >
      <DisablingForm id={id} />
    </Page>
  );
}
