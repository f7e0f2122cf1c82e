/** How alike two people are: signs for and against, each with its weight, and the sum of them from 0 to 100. */
import { fold, tidy } from "~/platform/text";
import { modernTones } from "~/roster/speaker-name";

/** What is compared; null: not known, which speaks neither for nor against. */
export interface Traits {
  fullName: string;
  birthYear?: number | null;
  birthMonth?: number | null;
  birthDay?: number | null;
  gender?: string | null;
  phone?: string | null;
  email?: string | null;
}

/** How the units that keep two records stand to each other. */
export type Nearness = "same" | "parent" | "sibling" | "apart";

export const weights = {
  name: 50,
  nameUnmarked: 48,
  nameOrder: 42,
  nameShort: 36,
  nameTypo: 30,
  nameOther: -25,
  birth: 30,
  birthYear: 15,
  birthSwapped: 15,
  birthTypo: 5,
  birthOther: -35,
  phone: 40,
  phoneTypo: 10,
  phoneOther: -10,
  email: 30,
  unit: 20,
  unitParent: 12,
  unitSibling: 6,
  genderOther: -25,
} as const;
export type Sign = keyof typeof weights;
export const signs = Object.keys(weights) as Sign[];

export const sureFrom = 90;
export const likelyFrom = 70;

export interface Likeness {
  score: number;
  signs: Sign[];
}

export function likenessOf(one: Traits, other: Traits, nearness: Nearness | null = null): Likeness {
  const found = [
    compareNames(one.fullName, other.fullName),
    compareBirths(one, other),
    comparePhones(one.phone, other.phone),
    one.email && one.email.toLowerCase() === other.email?.toLowerCase() && ("email" as const),
    nearness && unitSigns[nearness],
    one.gender && other.gender && one.gender !== other.gender && ("genderOther" as const),
  ].filter((sign): sign is Sign => Boolean(sign));
  const sum = found.reduce((total, sign) => total + weights[sign], 0);
  return { score: Math.max(0, Math.min(100, sum)), signs: found };
}

const unitSigns = { same: "unit", parent: "unitParent", sibling: "unitSibling", apart: null } as const;

/** Tone marks and their place, capitals, the order of the words, words cut short ("Ng. T. Hoa") or left out. */
export function compareNames(one: string, other: string): Sign {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (sameList(a.folded, b.folded)) return marksAgree(a.marked, b.marked) ? marksSign(a, b) : "nameTypo";
  if (sameList([...a.folded].sort(), [...b.folded].sort())) return "nameOrder";
  const [short, long] = a.folded.join().length <= b.folded.join().length ? [a, b] : [b, a];
  if (isCutShort(short.folded, long.folded)) return "nameShort";
  return isMistyped(a.folded, b.folded) ? "nameTypo" : "nameOther";
}

interface NameWords {
  /** Lower case, each tone mark in its modern place. */
  marked: string[];
  folded: string[];
}

function wordsOf(name: string): NameWords {
  const marked = modernTones(tidy(name))
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return { marked, folded: marked.map(fold) };
}

function marksSign(a: NameWords, b: NameWords): Sign {
  return sameList(a.marked, b.marked) ? "name" : "nameUnmarked";
}

/** Each word is the same, or one of the two was written without any mark. */
function marksAgree(a: string[], b: string[]): boolean {
  return a.every((word, at) => {
    const twin = b[at] ?? "";
    return word === twin || word === fold(word) || twin === fold(twin);
  });
}

/** "ng thi hoa", "nguyen t hoa", "nguyen hoa" for "nguyen thi hoa": the given name stands in full. */
function isCutShort(short: string[], long: string[]): boolean {
  if (short.length < 2 || short.at(-1) !== long.at(-1)) return false;
  if (!long[0]?.startsWith(short[0] ?? "-")) return false;
  let at = 1;
  for (const word of short.slice(1, -1)) {
    while (at < long.length - 1 && !long[at]?.startsWith(word)) at++;
    if (at >= long.length - 1) return false;
    at++;
  }
  return true;
}

/** One letter more, less, other, or two exchanged, in one word of several letters. */
function isMistyped(a: string[], b: string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const differing = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ""] as const]));
  const [first] = differing;
  return differing.length === 1 && first !== undefined && isOneSlip(first[0], first[1]);
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** A year alone, or a first of January, tells of no day. */
function compareBirths(one: Traits, other: Traits): Sign | null {
  if (!one.birthYear || !other.birthYear) return null;
  const [a, b] = [dayOf(one), dayOf(other)];
  if (one.birthYear !== other.birthYear) {
    const sameDay = a !== null && a === b;
    const contradicts = a !== null && b !== null && a !== b;
    return !contradicts && areCloseYears(one.birthYear, other.birthYear, sameDay)
      ? "birthTypo"
      : "birthOther";
  }
  if (a === null || b === null) return "birthYear";
  if (a === b) return "birth";
  if (one.birthDay === other.birthMonth && one.birthMonth === other.birthDay) return "birthSwapped";
  return one.birthDay === other.birthDay || one.birthMonth === other.birthMonth ? "birthTypo" : "birthOther";
}

function dayOf({ birthMonth, birthDay }: Traits): string | null {
  if (!birthMonth || !birthDay || (birthMonth === 1 && birthDay === 1)) return null;
  return `${birthDay}/${birthMonth}`;
}

/** One year off, or its last digits exchanged (1967, 1976); with the same day and month any one digit. */
function areCloseYears(one: number, other: number, sameDay: boolean): boolean {
  const [a, b] = [String(one), String(other)];
  if (Math.abs(one - other) === 1 || a === `${b.slice(0, 2)}${b[3]}${b[2]}`) return true;
  return sameDay && [...a].filter((digit, at) => digit !== b[at]).length === 1;
}

/** Every year in which somebody may be born who was not born in another one than this: written wrongly at most. */
export function yearsLike(year: number): number[] {
  return Array.from({ length: 201 }, (_, at) => 1900 + at).filter(
    (other) => other === year || areCloseYears(year, other, true),
  );
}

/** By the last nine digits: whatever stands before them was written in many ways. */
function comparePhones(one: string | null | undefined, other: string | null | undefined): Sign | null {
  if (!one || !other) return null;
  const [a, b] = [one, other].map((phone) => phone.replace(/\D/g, "").slice(-9)) as [string, string];
  if (a === b) return "phone";
  return isOneSlip(a, b) ? "phoneTypo" : "phoneOther";
}

function sameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
