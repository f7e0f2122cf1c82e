/** The columns of the list of people: one definition for the screen, the print and the sheet. */
import { type Day, showDay, showMoment } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import type { Language } from "~/platform/words";
import { levelWords } from "~/units";
import {
  type AppointmentFacts,
  covers,
  type Level,
  type Network,
  type Role,
  type StateOnDay,
  stateOn,
  stateWords,
} from "./appointment";
import { type Gender, type PoliticalTheoryLevel, showPartialDay } from "./speaker";
import { words } from "./words";

export interface PersonAppointment extends AppointmentFacts {
  role: Role;
  network: Network;
  level: Level;
}

/** A person as lists know them. */
export interface Person {
  id: string;
  fullName: string;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  gender: Gender | null;
  phone: string | null;
  email: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: PoliticalTheoryLevel | null;
  unitName: string;
  updatedAt: string;
  appointments: PersonAppointment[];
  /** In the reader's words, where a column shows them: see record/listed-skills.server.ts. */
  topics?: string;
  languages?: string;
}

interface Moment {
  person: Person;
  /** Those of the day, or the latest if none stands. */
  shown: PersonAppointment[];
  state: StateOnDay;
  language: Language;
}

interface RosterColumn {
  key: string;
  label: { vi: string; en: string };
  /** In characters, in the sheet. */
  width: number;
  sort?: string;
  always?: boolean;
  optional?: boolean;
  hideOnPhone?: boolean;
  text(moment: Moment): string | null;
}

const { fields } = words;

/** In the order of the table. */
export const rosterColumns: RosterColumn[] = [
  {
    key: "name",
    label: fields.fullName,
    width: 28,
    sort: "name",
    always: true,
    text: ({ person }) => person.fullName,
  },
  {
    key: "position",
    label: fields.position,
    width: 32,
    optional: true,
    hideOnPhone: true,
    text: ({ person }) => person.position,
  },
  { key: "unit", label: fields.unit, width: 36, sort: "unit", text: ({ person }) => person.unitName },
  {
    key: "role",
    label: fields.role,
    width: 22,
    text: ({ shown, language }) => joined(shown.map(({ role }) => words.roles[role][language])),
  },
  {
    key: "network",
    label: fields.network,
    width: 26,
    optional: true,
    text: ({ shown, language }) => joined(shown.map(({ network }) => words.networks[network][language])),
  },
  {
    key: "level",
    label: fields.level,
    width: 14,
    text: ({ shown, language }) => joined(shown.map(({ level }) => levelWords[level][language])),
  },
  {
    key: "state",
    label: fields.state,
    width: 24,
    sort: "state",
    text: ({ state, language }) => stateWords(state)[language],
  },
  {
    key: "startsOn",
    label: fields.startsOn,
    width: 12,
    optional: true,
    text: ({ shown }) => joined(shown.map(({ startsOn }) => showDay(startsOn))),
  },
  {
    key: "endsOn",
    label: fields.endsOn,
    width: 14,
    optional: true,
    text: ({ shown }) => joined(shown.map(({ endsOn }) => (endsOn ? showDay(endsOn) : ""))),
  },
  {
    key: "phone",
    label: fields.phone,
    width: 15,
    optional: true,
    text: ({ person }) => person.phone && showPhone(person.phone),
  },
  { key: "email", label: fields.email, width: 28, optional: true, text: ({ person }) => person.email },
  {
    key: "birth",
    label: fields.birth,
    width: 12,
    optional: true,
    text: ({ person: { birthYear, birthMonth, birthDay } }) =>
      birthYear ? showPartialDay({ year: birthYear, month: birthMonth, day: birthDay }) : null,
  },
  {
    key: "gender",
    label: fields.gender,
    width: 10,
    optional: true,
    text: ({ person, language }) => person.gender && words.genders[person.gender][language],
  },
  {
    key: "workplace",
    label: fields.workplace,
    width: 32,
    optional: true,
    text: ({ person }) => person.workplace,
  },
  {
    key: "education",
    label: fields.education,
    width: 26,
    optional: true,
    text: ({ person }) => person.education,
  },
  {
    key: "politicalTheory",
    label: fields.politicalTheory,
    width: 18,
    optional: true,
    text: ({ person, language }) => person.politicalTheory && words.theory[person.politicalTheory][language],
  },
  {
    key: "topics",
    label: fields.topics,
    width: 44,
    optional: true,
    text: ({ person }) => person.topics ?? null,
  },
  {
    key: "languages",
    label: fields.languages,
    width: 32,
    optional: true,
    text: ({ person }) => person.languages ?? null,
  },
  {
    key: "updated",
    label: fields.updated,
    width: 17,
    sort: "updated",
    optional: true,
    text: ({ person }) => showMoment(person.updatedAt),
  },
];

/** A row of the list: only what is shown, as text in the reader's language. */
export interface RosterLine {
  id: string;
  name: string;
  position: string | null;
  state: StateOnDay["state"];
  cells: Record<string, string>;
}

export function rosterLine(
  person: Person,
  columns: RosterColumn[],
  day: Day,
  language: Language,
): RosterLine {
  const state = stateOn(person.appointments, day);
  const moment = { person, shown: shownOn(person.appointments, day), state, language };
  return {
    id: person.id,
    name: person.fullName,
    position: person.position,
    state: state.state,
    cells: Object.fromEntries(columns.map(({ key, text }) => [key, text(moment) ?? ""])),
  };
}

function shownOn(appointments: PersonAppointment[], day: Day): PersonAppointment[] {
  const standing = appointments.filter((appointment) => covers(appointment, day));
  if (standing.length > 0) return standing;
  const latest = [...appointments].sort((a, b) => b.startsOn.localeCompare(a.startsOn))[0];
  return latest ? [latest] : [];
}

function joined(texts: string[]): string {
  return [...new Set(texts.filter(Boolean))].join(", ");
}
