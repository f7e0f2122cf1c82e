/** What a form about a person on the list holds, out of what is stored. */
import { showPhone } from "~/platform/phone";
import type { SpeakerInput, SpeakerValues } from "~/roster/speaker";
import type { Correctable } from "./mark";

export type PersonInput = Pick<SpeakerInput, Correctable>;

export const nobody: PersonInput = {
  fullName: "",
  birth: null,
  gender: "",
  phone: "",
  email: "",
  position: "",
  workplace: "",
  education: "",
  politicalTheory: "",
};

export function inputOf({ phone, ...values }: Pick<SpeakerValues, Correctable>): PersonInput {
  const filled = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? ""]));
  return { ...nobody, ...filled, birth: values.birth, phone: phone ? showPhone(phone) : "" };
}
