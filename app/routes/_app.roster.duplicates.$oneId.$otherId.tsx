/** Two records that may be one person, side by side; merging them. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { addDays, showDay, today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { mergeSchema } from "~/roster/doubles/merge";
import { mergeSpeakers, undoDays } from "~/roster/doubles/merge.server";
import { MergeForm } from "~/roster/doubles/merge-form";
import { findBoth, previewMerge } from "~/roster/doubles/merge-preview.server";
import { findPairId } from "~/roster/doubles/pair-list.server";
import { PartButton } from "~/roster/doubles/pair-table";
import { words as doubleWords } from "~/roster/doubles/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const ids: [string, string] = [idIn(params.oneId), idIn(params.otherId)];
  const both = found(await findBoth(actor, ids));
  const [preview, pairId] = await Promise.all([previewMerge(both), findPairId(ids)]);
  return { preview, pairId, undoneTo: showDay(addDays(today(), undoDays)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const ids: [string, string] = [idIn(params.oneId), idIn(params.otherId)];
  found(await findBoth(actor, ids));
  return handleForm(request, mergeSchema, async (values) => {
    const { id, fullName, changeSetId } = found(await mergeSpeakers(actor, ids, values));
    const undo = { undo: `/roster/changes/${changeSetId}` };
    return redirectWithToast(`/roster/${id}`, doubleWords.merge.done(fullName), request, undo);
  });
}

export default function MergePage() {
  const { preview, pairId, undoneTo } = useLoaderData<typeof loader>();
  const words = useWords(doubleWords);
  const { score, signs } = preview;
  return (
    <Page
      title={words.merge.title}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: words.title, to: "/roster/duplicates" },
      ]}
      actions={pairId && <PartButton ids={[pairId]} />}
      summary={words.merge.summary(score, signs.map((sign) => words.signs[sign]).join(", "))}
    >
      <MergeForm preview={preview} undoneTo={undoneTo} />
    </Page>
  );
}
