/** What a list of the roster asks for: read from the URL once, obeyed by the page, its count and its export. */
import { z } from "zod";
import { type Day, today } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import { readDay } from "~/ui/typed-day";
import { levels } from "~/units";
import { networks, roles } from "./appointment";
import { languageLevels, languages } from "./record/language";
import { qualificationStates } from "./record/qualification";
import { topicLevels } from "./record/topic";
import { fixes, stateFilters } from "./roster-filters";
import { genders, politicalTheoryLevels } from "./speaker";

export const sorts = ["name", "unit", "state", "updated"] as const;

/** Under 40. */
export const ages = ["young"] as const;

/** So many people stand on a page; of a search fewer: it is narrowed rather than paged through. */
export function pageSizeOf({ q }: { q: string }): number {
  return q === "" ? 50 : 25;
}

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null);

const querySchema = z.object({
  q: z.string().max(200).transform(tidy).catch(""),
  unit: z.uuid().nullable().catch(null),
  role: choice(roles),
  network: choice(networks),
  level: choice(levels),
  state: choice(stateFilters),
  fix: choice(fixes),
  topic: z.uuid().nullable().catch(null),
  topicLevel: choice(topicLevels),
  language: choice(languages),
  languageLevel: choice(languageLevels),
  qualification: choice(qualificationStates),
  theory: choice(politicalTheoryLevels),
  gender: choice(genders),
  age: choice(ages),
  day: z.iso.date().nullable().catch(null),
  sort: z
    .string()
    .regex(/^-?(name|unit|state|updated)$/)
    .catch("name"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  columns: z.array(z.string()).nullable(),
  ids: z.array(z.uuid()).max(1000).catch([]),
});

export interface RosterQuery extends Omit<z.output<typeof querySchema>, "day" | "sort"> {
  /** The day on which states are looked at; today unless the URL says. */
  day: Day;
  isDayChosen: boolean;
  sort: (typeof sorts)[number];
  isDownwards: boolean;
}

export function readRosterQuery(url: URL): RosterQuery {
  const params = url.searchParams;
  const typedDay = params.get("day");
  const columns = params.getAll("columns").flatMap((part) => part.split(","));
  const { day, sort, ...rest } = querySchema.parse({
    ...Object.fromEntries(params),
    q: params.get("q") ?? "",
    ...Object.fromEntries(choices.map((name) => [name, params.get(name)])),
    day: typedDay ? (readDay(typedDay) ?? typedDay) : null,
    columns: columns.length > 0 ? columns : null,
    ids: params.getAll("ids").flatMap((part) => part.split(",")),
  });
  return {
    ...rest,
    day: day ?? today(),
    isDayChosen: day !== null,
    sort: sort.replace("-", "") as RosterQuery["sort"],
    isDownwards: sort.startsWith("-"),
  };
}

const skills = [
  ...["topic", "topicLevel", "language", "languageLevel", "qualification", "theory", "gender", "age"],
] as const;
const choices = ["unit", "role", "network", "level", "state", "fix", ...skills];

/** The query of someone who asks for nothing in particular, with a few wishes. */
export function rosterQuery(wishes: Partial<RosterQuery> = {}): RosterQuery {
  return { ...readRosterQuery(new URL("http://roster/")), ...wishes };
}

/** Whether anything narrows the list. */
export function isFiltered(query: RosterQuery): boolean {
  return Boolean(
    query.q ||
      query.unit ||
      query.role ||
      query.network ||
      query.level ||
      query.state ||
      query.fix ||
      query.topic ||
      query.language ||
      query.qualification ||
      query.theory ||
      query.gender ||
      query.age ||
      query.ids.length,
  );
}

/** What to look for: a phone number, or words that begin words of the name, in any order. */
export function searchTerms(q: string): { phone: string | null; words: string[]; exactWords: string[] } {
  if (/^[+\d][\d\s.()-]{2,}$/.test(q)) {
    const digits = q.replace(/\D/g, "").replace(/^(0|84)/, "");
    return { phone: digits ? `+84${digits}` : null, words: [], exactWords: [] };
  }
  const exactWords = q.toLowerCase().split(" ").filter(Boolean).slice(0, 8);
  const words = exactWords.map(fold);
  // Without a tone mark or a letter of its own the question leaves the marks open.
  const isExact = exactWords.some((word, index) => word !== words[index]);
  return { phone: null, words, exactWords: isExact ? exactWords : [] };
}
