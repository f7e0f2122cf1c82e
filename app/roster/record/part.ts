/** The parts of a record that are edited one at a time, what each holds, and what its form sends. */
import { z } from "zod";
import { showPhone } from "~/platform/phone";
import {
  atGivenName,
  atNote,
  givenNameStands,
  noteLookedAt,
  type SpeakerInput,
  type SpeakerValues,
  speakerFields,
} from "~/roster/speaker";
import { type Availability, availabilitySchema } from "./availability";
import { type LanguageSkill, languagesSchema } from "./language";
import { type TopicLevel, topicsSchema } from "./topic";

export const recordParts = [
  "person",
  "contact",
  "work",
  "note",
  "topics",
  "languages",
  "availability",
] as const;
export type RecordPart = (typeof recordParts)[number];

export function isRecordPart(name: string | undefined): name is RecordPart {
  return (recordParts as readonly string[]).includes(name ?? "");
}

/** The state of the part on which the form was opened: once it is another one, saving is refused. */
const version = { version: z.string().max(40) };

export const partSchemas = {
  person: speakerFields
    .pick({ fullName: true, birth: true, gender: true, givenName: true, unitId: true })
    .extend(version)
    .refine(givenNameStands, atGivenName),
  contact: speakerFields.pick({ phone: true, email: true }).extend(version),
  work: speakerFields
    .pick({ position: true, workplace: true, education: true, politicalTheory: true })
    .extend(version),
  note: speakerFields
    .pick({ note: true })
    .extend({ noteChecked: z.boolean().optional(), ...version })
    .refine(noteLookedAt, atNote),
  topics: topicsSchema.extend(version),
  languages: languagesSchema.extend(version),
  availability: availabilitySchema.extend(version),
} satisfies Record<RecordPart, z.ZodType>;

/** What is stored of each part. */
export interface PartValues {
  person: Pick<SpeakerValues, "fullName" | "givenName" | "birth" | "gender" | "unitId">;
  contact: Pick<SpeakerValues, "phone" | "email">;
  work: Pick<SpeakerValues, "position" | "workplace" | "education" | "politicalTheory">;
  note: Pick<SpeakerValues, "note">;
  topics: { topics: Record<string, TopicLevel> };
  languages: { languages: LanguageSkill[] };
  availability: Availability;
}

/** What the form of a part holds. */
export type PartInput = {
  [Part in RecordPart]: Omit<z.input<(typeof partSchemas)[Part]>, "version" | "noteChecked">;
};

/** What is stored, as its form shows it. */
export function inputOfPart<Part extends RecordPart>(part: Part, values: PartValues[Part]): PartInput[Part] {
  return writers[part](values as never) as PartInput[Part];
}

const writers: { [Part in RecordPart]: (values: PartValues[Part]) => PartInput[Part] } = {
  person: ({ fullName, givenName, birth, gender, unitId }) => ({
    ...{ fullName, birth, unitId },
    givenName: givenName ?? "",
    gender: gender ?? "",
  }),
  contact: ({ phone, email }) => ({ phone: phone ? showPhone(phone) : "", email: email ?? "" }),
  work: ({ position, workplace, education, politicalTheory }) => ({
    position: position ?? "",
    workplace: workplace ?? "",
    education: education ?? "",
    politicalTheory: politicalTheory ?? ("" as SpeakerInput["politicalTheory"]),
  }),
  note: ({ note }) => ({ note: note ?? "" }),
  topics: (values) => values,
  languages: (values) => values,
  availability: ({ weekly, exceptions }) => ({
    weekly,
    exceptions: exceptions.map(({ available, note, ...rest }) => ({
      ...rest,
      available: available ? ("yes" as const) : ("no" as const),
      note: note ?? "",
    })),
  }),
};
