/** What hangs on an account whose person leaves, given on or ended in one go. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAccount } from "~/accounts/accounts.server";
import { requireActor } from "~/accounts/index.server";
import { words as accountWords } from "~/accounts/words";
import { hangingSources } from "~/nav/hanging.server";
import type { Actor } from "~/platform/actor";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { HandoverView, handoverSchema, handoverWords } from "~/roster";
import { handOver, type Leaver, listHanging } from "~/roster/index.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const leaver = await leaverIn(actor, params.accountId);
  return {
    id: params.accountId ?? "",
    name: leaver.name,
    hanging: await listHanging(actor, leaver, hangingSources),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const leaver = await leaverIn(actor, params.accountId);
  return handleForm(request, handoverSchema, async (values) => {
    const changeId = await handOver(actor, leaver, values, hangingSources);
    return redirectWithToast(`/roster/changes/${changeId}`, handoverWords.done(leaver.name), request);
  });
}

/** An account that stands at no unit is handed over where the actor stands. */
async function leaverIn(actor: Actor, accountId: string | undefined): Promise<Leaver> {
  const { id, name, speaker, ...account } = found(await findAccount(actor, accountId));
  const unitId = account.unitId ?? actor.grants[0]?.unitId;
  return { userId: id, speakerId: speaker?.id ?? null, name, unitId: found(unitId) };
}

export default function AccountHandoverPage() {
  const { id, name, hanging } = useLoaderData<typeof loader>();
  const words = useWords(handoverWords);
  const to = `/accounts/${id}`;
  return (
    <Page
      title={words.title(name)}
      summary={words.summary}
      breadcrumbs={[
        { label: useWords(accountWords).accounts, to: "/accounts" },
        { label: name, to },
      ]}
    >
      <HandoverView key={id} hanging={hanging} backTo={to} />
    </Page>
  );
}
