/** Writing the sensitive fields of a person: nothing of what is stored is shown here. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { PhotoForm } from "~/roster/record/photo-form";
import { privateSchema } from "~/roster/record/private";
import { findPrivateForm, savePrivate } from "~/roster/record/private.server";
import { PrivateForm } from "~/roster/record/private-form";
import { words as recordWords } from "~/roster/record/words";
import { findName } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.reveal");
  const id = idIn(params.speakerId);
  return { id, ...found(await findPrivateForm(actor, id)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.reveal");
  const id = idIn(params.speakerId);
  found(await findName(actor, id));
  return handleForm(request, privateSchema, async (values) => {
    await savePrivate(actor, id, values);
    return redirectWithToast(`/roster/${id}`, recordWords.private.saved, request);
  });
}

export default function PrivatePage() {
  const { id, fullName, masked } = useLoaderData<typeof loader>();
  const words = useWords(recordWords);
  return (
    <Page
      title={words.title(words.parts.private, fullName)}
      summary={words.private.intro}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: fullName, to: `/roster/${id}` },
      ]}
    >
      {masked.length === 0 && <Notice tone="neutral">{words.private.allOff}</Notice>}
      <PhotoForm speakerId={id} masked={masked} />
      <PrivateForm speakerId={id} masked={masked} />
    </Page>
  );
}
