/** A person's appointments, now and before. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useOutletContext } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { AppointmentList } from "~/roster/appointment-list";
import type { SpeakerRecord } from "~/roster/speakers.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "roster.view");
  return null;
}

export default function SpeakerAppointments() {
  return <AppointmentList {...useOutletContext<{ speaker: SpeakerRecord; mayEdit: boolean }>()} />;
}
