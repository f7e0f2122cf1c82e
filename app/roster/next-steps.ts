/** What the forms on a person begin with: the next appointment, the dates of one, a release; and how a release is taken back. */
import { z } from "zod";
import { type Day, showDay } from "~/platform/clock";
import type { Language } from "~/platform/words";
import {
  type AppointmentDatesInput,
  type AppointmentInput,
  covers,
  type Reinstatement,
  type ReleaseInput,
} from "./appointment";
import { type DecisionChoiceInput, showNumber } from "./decision";
import type { AppointmentRecord, SpeakerRecord } from "./speakers.server";
import { words } from "./words";

const newDecision: DecisionChoiceInput = {
  choice: "new",
  id: "",
  number: "",
  decidedOn: "",
  issuer: "",
  signer: "",
  kind: "recognition",
};

/** As the person's latest appointment, beginning today; the first one is a party communicator of the keeping unit. */
export function nextAppointment(speaker: SpeakerRecord, day: Day) {
  const latest = speaker.appointments.find(({ inReach, level }) => inReach && level !== "district_legacy");
  const unit = latest
    ? { id: latest.unitId, name: latest.unitName }
    : { id: speaker.unitId, name: speaker.unitName };
  const values: Omit<AppointmentInput, "id"> = {
    unitId: unit.id,
    role: latest?.role ?? "communicator",
    network: latest?.network ?? "party",
    level: latest?.level ?? "commune",
    startsOn: day,
    endsOn: "",
    decision: newDecision,
  };
  return { unit, values };
}

export function datesOf({ startsOn, endsOn, decision }: AppointmentRecord) {
  const values: AppointmentDatesInput = {
    startsOn,
    endsOn: endsOn ?? "",
    decision: decision ? { ...newDecision, choice: "existing", id: decision.id } : newDecision,
  };
  const name = decision && `${showNumber(decision.number)}, ${showDay(decision.decidedOn)}`;
  return { values, decision: decision && name ? { id: decision.id, name } : null };
}

/** Every appointment that stands or is to come, chosen when there is only one. */
export function nextRelease(speaker: SpeakerRecord, day: Day, language: Language) {
  const open = speaker.appointments.filter(
    (appointment) => appointment.inReach && covers(appointment, day) && appointment.startsOn < day,
  );
  const appointments = open.map(({ id, role, unitName, startsOn, endsOn }) => ({
    value: id,
    label: words[language].record.role(words[language].roles[role], unitName),
    help: words[language].record.span(
      showDay(startsOn),
      endsOn ? showDay(endsOn) : words[language].record.open,
    ),
  }));
  const values: ReleaseInput = {
    appointmentIds: open.length === 1 ? open.map(({ id }) => id) : [],
    on: day,
    // Nothing is chosen yet; the schema asks for it.
    reason: "" as ReleaseInput["reason"],
    decision: { ...newDecision, kind: "release" },
  };
  return { values, appointments };
}

/** For the address of "Undo": each appointment with the last day it had. */
export function reinstatementQuery(ends: Reinstatement[]): string {
  return new URLSearchParams(ends.map(({ id, endsOn }) => ["was", `${id} ${endsOn ?? ""}`])).toString();
}

const reinstatementsSchema = z
  .array(z.tuple([z.uuid(), z.union([z.iso.date(), z.literal("").transform(() => null)])]))
  .min(1)
  .max(50);

/** Null when the address was not made by `reinstatementQuery`. */
export function readReinstatements(params: URLSearchParams): Reinstatement[] | null {
  const parsed = reinstatementsSchema.safeParse(params.getAll("was").map((part) => part.split(" ")));
  return parsed.success ? parsed.data.map(([id, endsOn]) => ({ id, endsOn })) : null;
}
