/** Gives a speaker the way in to the own record, on paper; or a new slip to whom has one. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccessView, accessSchema, accessWords } from "~/accounts";
import { findAccess, giveAccess, requireActor } from "~/accounts/index.server";
import { env } from "~/platform/env";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { showPhone } from "~/platform/phone";
import { findSpeaker } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.access");
  const { id, fullName, phone } = found(await findSpeaker(actor, idIn(params.speakerId)));
  return { id, fullName, phone: phone ? showPhone(phone) : "", access: await findAccess(actor, id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.access");
  const speaker = found(await findSpeaker(actor, idIn(params.speakerId)));
  return handleForm(request, accessSchema, (login) =>
    giveAccess(actor, speaker, login, env.BASE_URL ?? new URL(request.url).origin),
  );
}

export default function AccessPage() {
  const { id, fullName, phone, access } = useLoaderData<typeof loader>();
  const to = `/roster/${id}`;
  return (
    <Page
      title={useWords(accessWords).title(fullName)}
      breadcrumbs={[
        { label: useWords(rosterWords).roster, to: "/roster" },
        { label: fullName, to },
      ]}
    >
      <AccessView at={to} access={access} phone={phone} />
    </Page>
  );
}
