/** What hangs on a person of the roster who leaves, given on or ended in one go. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { hangingSources } from "~/nav/hanging.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findLeaver, handOver, listHanging } from "~/roster/handover/handover.server";
import { HandoverView } from "~/roster/handover/handover-view";
import { handoverSchema } from "~/roster/handover/hanging";
import { words as handoverWords } from "~/roster/handover/words";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const id = idIn(params.speakerId);
  const leaver = found(await findLeaver(actor, id));
  return { id, name: leaver.name, hanging: await listHanging(actor, leaver, hangingSources) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const leaver = found(await findLeaver(actor, idIn(params.speakerId)));
  return handleForm(request, handoverSchema, async (values) => {
    const changeId = await handOver(actor, leaver, values, hangingSources);
    return redirectWithToast(`/roster/changes/${changeId}`, handoverWords.done(leaver.name), request);
  });
}

export default function HandoverPage() {
  const { id, name, hanging } = useLoaderData<typeof loader>();
  const words = useWords(handoverWords);
  const to = `/roster/${id}`;
  return (
    <Page
      title={words.title(name)}
      summary={words.summary}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: name, to },
      ]}
    >
      <HandoverView key={id} hanging={hanging} backTo={to} />
    </Page>
  );
}
