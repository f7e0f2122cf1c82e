/** Adding a qualification to a person's record, or changing one. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { qualificationSchema } from "~/roster/record/qualification";
import { QualificationForm } from "~/roster/record/qualification-form";
import { findQualification, saveQualification } from "~/roster/record/qualifications.server";
import { words as recordWords } from "~/roster/record/words";
import { findName } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

const blank = { name: "", issuer: "", number: "", issuedOn: "", expiresOn: "", version: "" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speakerId = idIn(params.speakerId);
  if (params.qualificationId === "new") {
    const fullName = found(await findName(actor, speakerId));
    return { speakerId, fullName, isNew: true, values: { ...blank, id: randomUUID() } };
  }
  const { fullName, ...values } = found(
    await findQualification(actor, speakerId, idIn(params.qualificationId)),
  );
  return { speakerId, fullName, isNew: false, values };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speakerId = idIn(params.speakerId);
  const isNew = params.qualificationId === "new";
  if (isNew) found(await findName(actor, speakerId));
  else found(await findQualification(actor, speakerId, idIn(params.qualificationId)));
  return handleForm(request, qualificationSchema, async (sent) => {
    const values = isNew ? sent : { ...sent, id: params.qualificationId ?? "" };
    const { changeSetId } = found(await saveQualification(actor, speakerId, values, { isNew }));
    const phrase = changeSetId ? recordWords.toasts.saved(values.name) : recordWords.toasts.unchanged;
    return redirectWithToast(`/roster/${speakerId}`, phrase, request, {
      undo: changeSetId ? `/roster/${speakerId}/undoing?change=${changeSetId}` : undefined,
    });
  });
}

export default function QualificationPage() {
  const { speakerId, fullName, isNew, values } = useLoaderData<typeof loader>();
  const words = useWords(recordWords);
  return (
    <Page
      title={words.title(words.qualificationTitle, fullName)}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: fullName, to: `/roster/${speakerId}` },
      ]}
    >
      <QualificationForm key={values.id} speakerId={speakerId} values={values} isNew={isNew} />
    </Page>
  );
}
