/** What is wrong in one part of my record: put right here and sent to who keeps it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { findProposal, propose } from "~/roster/own/own-corrections.server";
import { asOneself } from "~/roster/own/own-record.server";
import { isProposalPart, type Proposed, pickFields, proposalSchemas } from "~/roster/own/proposal";
import { ProposalForm } from "~/roster/own/proposal-form";
import { words as ownWords } from "~/roster/own/words";
import { inputOfPart } from "~/roster/record/part";
import { listTopics } from "~/roster/record/topics.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const part = partIn(params.part);
  const { values, note, isWaiting } = await findProposal(self, part);
  const input = part !== "other" && values ? pickFields(part, inputOfPart(part, values)) : {};
  const held = values && "topics" in values ? values.topics : {};
  // Retired topics only where the person has them.
  const topics = part === "topics" ? (await listTopics()).filter((one) => !one.retired || held[one.id]) : [];
  return { part, values: { ...input, note }, isWaiting, topics };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const part = partIn(params.part);
  return handleForm(request, proposalSchemas[part], async ({ noteChecked: _, ...values }) => {
    await propose(self, part, values as Proposed & { note: string | null });
    return redirectWithToast("/me", ownWords.toasts.sent, request);
  });
}

function partIn(name: string | undefined) {
  return found(isProposalPart(name) ? name : null);
}

export default function ProposalPage() {
  const { part, ...form } = useLoaderData<typeof loader>();
  const words = useWords(ownWords);
  return (
    <Page title={words.formTitle[part]} breadcrumbs={[{ label: words.title, to: "/me" }]}>
      <ProposalForm key={part} part={part} {...form} />
    </Page>
  );
}
