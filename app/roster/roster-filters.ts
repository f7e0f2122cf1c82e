/** What narrows a list of the roster, in words: for the pills above it, its print and the audit line of its export. */
import { showDay } from "~/platform/clock";
import type { Language, Phrase } from "~/platform/words";
import { levelWords } from "~/units";
import { languageWords } from "./record/language-words";
import { skillWords } from "./record/skill-words";
import type { RosterQuery } from "./roster-query";
import { words } from "./words";

/** States one can ask for; "active" takes in those whose term ends soon or whose decision is unknown. */
export const stateFilters = ["active", "ending", "upcoming", "former", "never"] as const;
export const fixes = ["decision", "phone", "birth", "appointment"] as const;

export interface Filter {
  /** The parameter of the URL that sets it. */
  name: string;
  label: Phrase;
}

/** `unitName`, `topicName`: what the unit and the topic asked for are called; null if nobody may say. */
export function filtersOf(
  query: RosterQuery,
  unitName: string | null,
  topicName: string | null = null,
): Filter[] {
  const { q, unit, role, network, level, state, fix, day, isDayChosen, ids } = query;
  const on = showDay(day);
  const filters: (Filter | false | null | "")[] = [
    q && { name: "q", label: words.list.searchFor(q) },
    unit && { name: "unit", label: unitName ? words.list.unitPeople(unitName) : words.fields.unit },
    role && { name: "role", label: words.roles[role] },
    network && { name: "network", label: words.networks[network] },
    level && { name: "level", label: levelWords[level] },
    state &&
      state !== "never" && {
        name: "state",
        label: {
          vi: words.vi.list.stateOn(words.vi.states[state], on),
          en: words.en.list.stateOn(words.en.states[state], on),
        },
      },
    state === "never" && { name: "state", label: words.states.never },
    !state && isDayChosen && { name: "day", label: words.list.asOf(on) },
    fix && { name: "fix", label: words.fixes[fix] },
    ...skillFilters(query, topicName),
    ids.length > 0 && { name: "ids", label: words.list.selected(ids.length) },
  ];
  return filters.filter((filter): filter is Filter => Boolean(filter));
}

function skillFilters(query: RosterQuery, topicName: string | null): (Filter | null)[] {
  const { topic, topicLevel, language, languageLevel, qualification, theory, gender, age } = query;
  const { listFilters } = skillWords;
  return [
    topic
      ? {
          name: "topic",
          label: inBoth((of) => {
            const name = topicName ?? skillWords[of].listFilters.topic;
            return topicLevel ? atLeast(of, name, skillWords[of].topicLevels[topicLevel]) : name;
          }),
        }
      : null,
    language
      ? {
          name: "language",
          label: inBoth((of) => {
            const name = languageWords[of][language];
            return languageLevel ? atLeast(of, name, skillWords[of].languageLevels[languageLevel]) : name;
          }),
        }
      : null,
    qualification
      ? {
          name: "qualification",
          label: inBoth((of) =>
            skillWords[of].listFilters.qualificationIs(skillWords[of].qualificationStates[qualification]),
          ),
        }
      : null,
    theory
      ? {
          name: "theory",
          label: inBoth((of) => skillWords[of].listFilters.theoryIs(words[of].theory[theory])),
        }
      : null,
    gender ? { name: "gender", label: words.genders[gender] } : null,
    age ? { name: "age", label: listFilters.young } : null,
  ];
}

function inBoth(say: (language: Language) => string): Phrase {
  return { vi: say("vi"), en: say("en") };
}

function atLeast(language: Language, what: string, level: string): string {
  return skillWords[language].listFilters.atLeast(what, level);
}
