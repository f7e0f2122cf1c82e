/** One large change, what stands in the way of taking it back, and taking it back. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { ChangeView } from "~/roster/changes/change-view";
import { findChange, isLargeToUndo, listPeopleOfChange } from "~/roster/changes/changes.server";
import { findTakingBack, nameObstacles, takeBack, takeBackLater } from "~/roster/changes/take-back.server";
import { words as changeWords } from "~/roster/changes/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const change = found(await findChange(actor, idIn(params.changeId)));
  const [people, obstacles, taking] = await Promise.all([
    listPeopleOfChange(actor, change.id),
    change.state === "open" && !isLargeToUndo(change) ? nameObstacles(change.id) : null,
    findTakingBack(change.id, actor.language),
  ]);
  return { change, people, obstacles, taking };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const change = found(await findChange(actor, idIn(params.changeId)));
  return handleForm(request, z.object({}), async () => {
    if (isLargeToUndo(change)) {
      await takeBackLater(actor, change);
      return redirect(`/roster/changes/${change.id}`);
    }
    await takeBack(actor, change);
    return redirectWithToast(`/roster/changes/${change.id}`, changeWords.done, request);
  });
}

export default function ChangePage() {
  const page = useLoaderData<typeof loader>();
  const words = useWords(changeWords);
  return (
    <Page
      title={page.change.title}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: words.title, to: "/roster/changes" },
      ]}
    >
      <ChangeView {...page} />
    </Page>
  );
}
