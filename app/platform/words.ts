/** The languages of the app, and how a feature declares every word that people read. */

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** The same sentence in every language. */
export type Phrase = Record<Language, string>;

type Word = string | ((...values: never[]) => string);
type WordTree = { [key: string]: Word | WordTree };

/** `{ vi, en }` of one shape, and beside them each sentence as a Phrase: `words.vi.saved`, `words.saved`. */
export type Words<T extends WordTree> = Record<Language, T> & Phrases<T>;

type Phrases<T> = {
  [K in keyof T]: T[K] extends string
    ? Phrase
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => Phrase
      : Phrases<T[K]>;
};

type SameShape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : SameShape<T[K]>;
};

export function defineWords<const T extends WordTree>(words: { vi: T; en: SameShape<T> }) {
  return { ...phrases(words.vi, words.en as WordTree), ...words } as unknown as Words<SameShape<T>>;
}

function phrases(vi: WordTree, en: WordTree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(vi).map(([key, word]) => {
      const other = en[key];
      if (typeof word === "string") return [key, { vi: word, en: other }];
      if (typeof word === "object") return [key, phrases(word, other as WordTree)];
      const inVietnamese = word as (...values: unknown[]) => string;
      const inEnglish = other as unknown as (...values: unknown[]) => string;
      return [key, (...values: unknown[]) => ({ vi: inVietnamese(...values), en: inEnglish(...values) })];
    }),
  );
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The person's choice (cookie "language"), else what the browser asks for, else Vietnamese. */
export function languageOf(request: { headers: Headers }): Language {
  const chosen = /(?:^|;\s*)language=(vi|en)\b/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);
  return asked ?? "vi";
}
