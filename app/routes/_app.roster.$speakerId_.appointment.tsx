/** Appointing a person. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { appointmentSchema } from "~/roster/appointment";
import { AppointmentForm } from "~/roster/appointment-form";
import { appoint } from "~/roster/appointments.server";
import { nextAppointment } from "~/roster/next-steps";
import { findSpeaker } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  const { values, unit } = nextAppointment(speaker, today());
  return { id: speaker.id, fullName: speaker.fullName, unit, values: { ...values, id: randomUUID() } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id, fullName } = found(await findSpeaker(actor, params.speakerId ?? ""));
  return handleForm(request, appointmentSchema, async (values) => {
    const appointmentId = found(await appoint(actor, id, values));
    return redirectWithToast(`/roster/${id}`, rosterWords.toasts.appointed(fullName), request, {
      undo: `/roster/${id}/withdrawal?appointment=${appointmentId}`,
    });
  });
}

export default function AppointPage() {
  const { id, fullName, unit, values } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page
      title={words.form.appointTitle(fullName)}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: fullName, to: `/roster/${id}` },
      ]}
    >
      <AppointmentForm speakerId={id} unit={unit} values={values} />
    </Page>
  );
}
