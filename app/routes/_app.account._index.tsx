/** One's own account: name, language, roles, password, second factor, sessions. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownAccountSchema } from "~/accounts/account";
import { getOwnAccount, listSessions, updateOwnAccount } from "~/accounts/own/own-account.server";
import { OwnAccountForm } from "~/accounts/own/own-account-form";
import { OwnSecurity } from "~/accounts/own/own-security";
import { RoleList } from "~/accounts/own/role-list";
import { SessionList } from "~/accounts/own/session-list";
import { languageCookie, requireActor, sessionToken } from "~/accounts/sessions.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";
import { Columns, Page, Section } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const token = sessionToken(request.headers) ?? "";
  const [account, sessions] = await Promise.all([getOwnAccount(actor), listSessions(actor, token)]);
  return { account, sessions };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, ownAccountSchema, async (values) => {
    await updateOwnAccount(actor, values);
    const answer = await redirectWithToast("/account", words.saved, request);
    if (values.language) answer.headers.append("Set-Cookie", languageCookie(values.language));
    return answer;
  });
}

export default function OwnAccountPage() {
  const { account, sessions } = useLoaderData<typeof loader>();
  const say = useWords(words);
  const login = [account.username, account.phoneShown].filter(Boolean).join(" · ");
  return (
    <Page title={say.ownAccount} summary={login}>
      <Columns>
        <Section title={say.general}>
          <OwnAccountForm values={{ name: account.name, language: account.language }} />
        </Section>
        <Section title={say.roles}>
          <RoleList grants={account.grants} />
        </Section>
      </Columns>
      <OwnSecurity {...account} />
      <SessionList sessions={sessions} />
    </Page>
  );
}
