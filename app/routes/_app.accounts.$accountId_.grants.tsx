/** One more role for an account. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { grantSchema } from "~/accounts/account";
import { findAccount } from "~/accounts/accounts.server";
import { GrantForm } from "~/accounts/administration/account-form";
import { grantRole } from "~/accounts/grants/grants.server";
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
  return handleForm(request, grantSchema, async (values) => {
    await grantRole(actor, id, values);
    return redirectWithToast(`/accounts/${id}`, words.roleGranted, request);
  });
}

export default function GrantPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const say = useWords(words);
  return (
    <Page
      title={say.grantRole}
      breadcrumbs={[
        { label: say.accounts, to: "/accounts" },
        { label: name, to: `/accounts/${id}` },
      ]}
    >
      <GrantForm id={id} />
    </Page>
  );
}
