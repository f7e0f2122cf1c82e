/** The dates and the decision of one appointment. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { appointmentDatesSchema } from "~/roster/appointment";
import { AppointmentDatesForm } from "~/roster/appointment-form";
import { changeAppointment } from "~/roster/appointments.server";
import { datesOf } from "~/roster/next-steps";
import { findSpeaker } from "~/roster/speakers.server";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  const appointment = speaker.appointments.find(({ id, inReach }) => id === params.appointmentId && inReach);
  const { role, unitName } = found(appointment);
  return { id: speaker.id, fullName: speaker.fullName, role, unitName, ...datesOf(found(appointment)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id } = found(await findSpeaker(actor, params.speakerId ?? ""));
  return handleForm(request, appointmentDatesSchema, async (values) => {
    found((await changeAppointment(actor, id, params.appointmentId ?? "", values)) || null);
    return redirectWithToast(`/roster/${id}`, rosterWords.toasts.datesSaved, request);
  });
}

export default function AppointmentDatesPage() {
  const { id, fullName, role, unitName, values, decision } = useLoaderData<typeof loader>();
  const words = useWords(rosterWords);
  return (
    <Page
      title={words.form.datesTitle(fullName)}
      summary={words.record.role(words.roles[role], unitName)}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: fullName, to: `/roster/${id}` },
      ]}
    >
      <AppointmentDatesForm speakerId={id} values={values} decision={decision} />
    </Page>
  );
}
