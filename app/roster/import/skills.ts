/** Languages and topics as a cell lists them ("Anh B1, Trung", "Chuyển đổi số; biển đảo"), matched to the lists of the record. */
import { fold, tidy } from "~/platform/text";
import { type LanguageLevel, languages, type SpokenLanguage } from "~/roster/record/language";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";

export interface ReadLanguage {
  language: SpokenLanguage;
  /** Null: the cell does not say how well. */
  level: LanguageLevel | null;
}

/** What is no language of the list stays as it is written: nothing is guessed. */
export function readLanguages(written: string | null): { found: ReadLanguage[]; left: string[] } {
  const found = new Map<SpokenLanguage, ReadLanguage>();
  const left: string[] = [];
  for (const part of partsOf(written)) {
    const level = levelIn(part);
    const language = named.get(nameIn(part));
    if (language) found.set(language, { language, level: level ?? found.get(language)?.level ?? null });
    else left.push(part);
  }
  return { found: [...found.values()], left };
}

/** The topics of the department's list that a cell names; a name with a comma in it ("Tôn giáo, dân tộc") is one. */
export function readTopics<Topic extends { name: string }>(
  written: string | null,
  topics: readonly Topic[],
): { found: Topic[]; left: string[] } {
  const byKey = keyed(topics);
  const found = new Set<Topic>();
  const left: string[] = [];
  const parts = partsOf(written?.replace(topicLevel, "") ?? null);
  for (let at = 0; at < parts.length; at++) {
    // The longest run of parts that is a topic: its own commas part it too.
    const ends = parts.map((_, end) => end + 1).filter((end) => end > at);
    const end = ends.findLast((one) => byKey.has(keyOf(parts.slice(at, one).join(" "))));
    const topic = end === undefined ? undefined : byKey.get(keyOf(parts.slice(at, end).join(" ")));
    if (topic && end !== undefined) {
      found.add(topic);
      at = end - 1;
    } else left.push(parts[at] ?? "");
  }
  return { found: [...found], left };
}

/** As our own exports say how far somebody is with a topic. */
const topicLevel = new RegExp(
  `\\s*\\((?:${[skillWords.vi, skillWords.en].flatMap(({ topicLevels }) => Object.values(topicLevels)).join("|")})\\)`,
  "giu",
);

const keyedLists = new WeakMap<readonly object[], Map<string, unknown>>();

/** The list is the same for thousands of rows. */
function keyed<Topic extends { name: string }>(topics: readonly Topic[]): Map<string, Topic> {
  const before = keyedLists.get(topics) as Map<string, Topic> | undefined;
  const byKey = before ?? new Map(topics.map((topic) => [keyOf(topic.name), topic]));
  if (!before) keyedLists.set(topics, byKey);
  return byKey;
}

function partsOf(written: string | null): string[] {
  return (written ?? "")
    .split(/[,;/\n+]|\s+và\s+|\s-\s(?=tiếng)/iu)
    .map((part) => tidy(part.replace(/^[-–•*\s]+/u, "")))
    .filter(Boolean);
}

function keyOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const levels: [LanguageLevel, RegExp][] = [
  ["fluent", /\b(c1|c2|c|thanh thao|thong thao|thao|dai hoc|dh|cu nhan|ielts [789]\S*)\b/],
  ["conversational", /\b(b1|b2|b|kha|tot|trung cap)\b/],
  ["basic", /\b(a1|a2|a|giao tiep|co ban|so cap|biet)\b/],
];
const beside =
  /\b(tieng|ngon ngu|chung chi|trinh do|bac \d|bang|muc|\(?[abc][12]?\)?|thanh thao|thong thao|thao|giao tiep|co ban|kha|tot|biet|so cap|trung cap|dai hoc|dh|cu nhan|noi|nghe|viet|duoc)\b/g;

function levelIn(part: string): LanguageLevel | null {
  return levels.find(([, pattern]) => pattern.test(keyOf(part)))?.[0] ?? null;
}

function nameIn(part: string): string {
  return squeezed(keyOf(part).replace(beside, " "));
}

/** "Ê Đê", "Ê-đê" and "Êđê" are one. */
function squeezed(key: string): string {
  return key.replace(/ /g, "");
}

/** Other writings of what the list has. */
const alsoCalled: Partial<Record<SpokenLanguage, string>> = {
  hmong: "hmong mong h'mong meo",
  ede: "ede rade",
  jarai: "jrai jarai giarai",
  bahnar: "bahnar bana",
  koho: "koho kho",
  khmer: "khmer kho_me khome khomer",
  chinese_hoa: "hoa",
  cham: "cham",
  sedang: "sedang xodang",
  muong: "muong",
  dao: "dao",
  cotu: "cotu katu",
  bru: "bru vankieu bruvankieu",
  sanchay: "sanchay caolan sanchi",
  sign_vn: "kyhieu kihieu",
  en: "anh anhvan english",
  zh: "trung trungquoc hoavan trungvan chinese",
  fr: "phap phapvan",
  ru: "nga ngavan",
  ja: "nhat nhatban",
  ko: "han hanquoc",
  lo: "lao",
  km: "campuchia",
  th: "thailan",
};

const named = new Map<string, SpokenLanguage>(
  languages
    .filter((language) => !language.startsWith("other"))
    .flatMap((language) => {
      const own = squeezed(keyOf(languageWords.vi[language].replace(/\(.*\)/, "")).replace(/\btieng\b/, ""));
      const others = (alsoCalled[language] ?? "").split(" ").map((name) => squeezed(keyOf(name)));
      // "Tiếng Lào" and "Tiếng Khmer" are first those of the people of Viet Nam, where the list has both.
      return [own, ...others].filter(Boolean).map((name): [string, SpokenLanguage] => [name, language]);
    })
    .reverse(),
);
