/** Editing one part of a person's record. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import {
  inputOfPart,
  isRecordPart,
  type PartValues,
  partSchemas,
  type RecordPart,
} from "~/roster/record/part";
import { PartForm } from "~/roster/record/part-form";
import { findPart, savePart } from "~/roster/record/parts.server";
import { listTopics } from "~/roster/record/topics.server";
import { words as recordWords } from "~/roster/record/words";
import { isInReach } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const part = partIn(params.part);
  const id = idIn(params.speakerId);
  const { values, ...record } = found(await findPart(actor, id, part));
  const held = "topics" in values ? values.topics : {};
  // Retired topics only where the person has them.
  const topics = part === "topics" ? (await listTopics()).filter((one) => !one.retired || held[one.id]) : [];
  return { ...record, id, part, topics, values: inputOfPart(part, values) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const part = partIn(params.part);
  const id = idIn(params.speakerId);
  const answer = await handleForm(request, partSchemas[part], async (values) => {
    const sent = values as PartValues[RecordPart] & { version: string };
    const { changeSetId } = found(await savePart(actor, id, part, sent));
    const { saved, unchanged } = recordWords.toasts;
    const phrase = {
      vi: saved(recordWords.vi.parts[part]).vi,
      en: saved(recordWords.en.parts[part]).en,
    };
    return redirectWithToast(`/roster/${id}`, changeSetId ? phrase : unchanged, request, {
      undo: changeSetId ? `/roster/${id}/undoing?change=${changeSetId}` : undefined,
    });
  });
  // Saving finds out by itself; who sends what is refused must be in reach as well.
  if (!(answer instanceof Response)) found((await isInReach(actor, id)) || null);
  return answer;
}

function partIn(name: string | undefined): RecordPart {
  return found(isRecordPart(name) ? name : null);
}

export default function EditPartPage() {
  const { id, part, fullName, ...form } = useLoaderData<typeof loader>();
  const words = useWords(recordWords);
  return (
    <Page
      title={words.title(words.parts[part], fullName)}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: fullName, to: `/roster/${id}` },
      ]}
    >
      <PartForm key={`${id} ${part}`} speakerId={id} part={part} {...form} />
    </Page>
  );
}
