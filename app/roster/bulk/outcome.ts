/** What becomes of one person in a bulk edit: as it is kept, and as a table shows it. */
import { type Day, showDay } from "~/platform/clock";
import type { Language } from "~/platform/words";
import type { Level, Network, ReleaseReason, Role } from "~/roster/appointment";
import type { LanguageLevel, SpokenLanguage } from "~/roster/record/language";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import type { TopicLevel } from "~/roster/record/topic";
import { words as rosterWords } from "~/roster/words";
import { levelWords } from "~/units";
import { words } from "./words";

export const verdicts = ["changes", "same", "cannot"] as const;
export type Verdict = (typeof verdicts)[number];

/** same: none, known, there. cannot: the others. */
export const reasons = [
  ...["none", "known", "there"],
  ...["gone", "outOfReach", "beginsLater", "released", "levelClosed", "overlaps", "tooMany", "changed"],
] as const;
export type Reason = (typeof reasons)[number];

export interface Seat {
  role: Role;
  network: Network;
  level: Level;
  unit: string;
  startsOn: Day;
  endsOn: Day | null;
  reason: ReleaseReason | null;
  /** new: the one that the operation names; null: unknown. */
  decision: "had" | "new" | null;
}

/** A person before or after, in what the operation is about. */
export interface State {
  topics?: Record<string, TopicLevel>;
  languages?: Partial<Record<SpokenLanguage, { level: LanguageLevel; written: boolean }>>;
  unit?: string;
  seats?: Seat[];
}

export interface Names {
  topics: { id: string; name: string }[];
  /** The unit that the operation names. */
  unit: string | null;
  decision: string | null;
}

/** One line for each fact; none: nothing of the kind. `decision`: what stands behind what is decided after. */
export function showState(state: State, { topics, decision }: Names, language: Language): string[] {
  return [
    ...Object.entries(state.topics ?? {}).map(([id, level]) => {
      const name = topics.find((topic) => topic.id === id)?.name ?? "…";
      return `${name}: ${skillWords[language].topicLevels[level]}`;
    }),
    ...Object.entries(state.languages ?? {}).map(([code, skill]) => showLanguage(code, skill, language)),
    ...(state.unit ? [state.unit] : []),
    ...(state.seats ?? []).map((seat) => showSeat(seat, decision, language)),
  ];
}

function showLanguage(code: string, skill: { level: LanguageLevel; written: boolean }, language: Language) {
  const level = skillWords[language].languageLevels[skill.level];
  const name = languageWords[language][code as SpokenLanguage];
  return `${name}: ${skill.written ? `${level}, ${words[language].written}` : level}`;
}

function showSeat(seat: Seat, decision: string | null, language: Language): string {
  const { roles, reasons, record } = rosterWords[language];
  const from = showDay(seat.startsOn);
  const span = seat.endsOn ? record.span(from, showDay(seat.endsOn)) : words[language].since(from);
  const why = seat.reason && reasons[seat.reason].toLowerCase();
  const behind = seat.decision === "new" ? decision : seat.decision ? null : words[language].noDecision;
  const place = `${roles[seat.role]} (${levelWords[language][seat.level].toLowerCase()}), ${seat.unit}`;
  return [`${place}: ${span}`, why, behind].filter(Boolean).join("; ");
}
