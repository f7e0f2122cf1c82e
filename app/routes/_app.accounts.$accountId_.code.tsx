/** Makes a one-time code and shows its slip this once. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { z } from "zod";
import { findAccount } from "~/accounts/accounts.server";
import { MakeCodeForm } from "~/accounts/administration/account-forms";
import { CodeSlip, type Slip } from "~/accounts/administration/code-slip";
import { makeSlip } from "~/accounts/codes/codes.server";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { dayOf, showDay } from "~/platform/clock";
import { env } from "~/platform/env";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id, name, codes } = found(await findAccount(actor, params.accountId));
  return { id, name, openUntil: codes[0]?.expiresAt ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const account = found(await findAccount(actor, params.accountId));
  return handleForm(request, z.object({}), () =>
    makeSlip(actor, account, env.BASE_URL ?? new URL(request.url).origin),
  );
}

export default function CodePage() {
  const { id, name, openUntil } = useLoaderData<typeof loader>();
  const say = useWords(words);
  const [slip, setSlip] = useState<Slip>();
  return (
    <Page
      title={say.codeTitle(name)}
      summary={slip ? undefined : say.codeExplain}
      breadcrumbs={[
        { label: say.accounts, to: "/accounts" },
        { label: name, to: `/accounts/${id}` },
      ]}
    >
      {slip && <CodeSlip {...slip} />}
      {!slip && openUntil && <Notice tone="amber">{say.codeOpen(showDay(dayOf(openUntil)))}</Notice>}
      {!slip && (
        <MakeCodeForm id={id} again={openUntil !== null} onDone={(answer) => setSlip(answer as Slip)} />
      )}
    </Page>
  );
}
