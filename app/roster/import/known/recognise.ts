/** Tells of each row of a file whether its person is in the roster: by the same likeness as the list of doubles. */
import { showPhone } from "~/platform/phone";
import { fold } from "~/platform/text";
import { likelyFrom, likenessOf, type Nearness } from "~/roster/doubles/score";
import type { CheckedRow, PersonValues } from "~/roster/import/check";
import { showPartialDay } from "~/roster/speaker";
import { sortNameOf } from "~/roster/speaker-name";
import type { Known, KnownChoice, KnownRecord, LikelyPerson } from "./known";

/** From so much on it is the same: name, unit and year of birth. Less than a merge asks, for an import shows what it takes, and is undone whole. */
export const sameFrom = 85;
const mostOthers = 4;

/** Somebody of a file as the database looks for them. */
export interface AskedPerson {
  /** The place of the row. */
  at: number;
  search_name: string;
  name_words: string;
  given_and_family: string;
  given: string;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  phone: string | null;
  email: string | null;
  unit_id: string | null;
}

/** Somebody of the roster who shares something with a row. */
export interface Candidate {
  at: number;
  id: string;
  /** The name to compare by: the record's, or that of one merged into it. */
  fullName: string;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  gender: string | null;
  phone: string | null;
  email: string | null;
  nearness: Nearness;
}

export function askedPerson(
  at: number,
  { fullName, birth, phone, email, unitId }: PersonValues,
): AskedPerson {
  const [given, family] = sortNameOf(fullName);
  return {
    at,
    search_name: fold(fullName),
    name_words: nameWords(fullName),
    given_and_family: fold(`${given} ${family}`),
    given: fold(given),
    birth_year: birth?.year ?? null,
    birth_month: birth?.month ?? null,
    birth_day: birth?.day ?? null,
    phone,
    email,
    unit_id: unitId,
  };
}

/** As the database's name_words(): folded words in one order. */
export function nameWords(fullName: string): string {
  return fold(fullName)
    .split(/[^a-z]+/)
    .filter(Boolean)
    .sort()
    .join(" ");
}

export type Scored = Pick<LikelyPerson, "speakerId" | "score" | "signs">;

/** The likeliest first; each person once, by the better of their names. */
export function scoreCandidates(values: PersonValues, candidates: Candidate[]): Scored[] {
  const { year: birthYear = null, month: birthMonth = null, day: birthDay = null } = values.birth ?? {};
  const best = new Map<string, Scored>();
  for (const { id, nearness, ...traits } of candidates) {
    const likeness = likenessOf({ ...values, birthYear, birthMonth, birthDay }, traits, nearness);
    if (likeness.score > (best.get(id)?.score ?? -1)) best.set(id, { speakerId: id, ...likeness });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.speakerId.localeCompare(b.speakerId));
}

export interface Evidence {
  scored: Scored[];
  choice: KnownChoice | null;
  /** As whom this very row of the very same file was imported before. */
  earlier: string | null;
  records: Map<string, KnownRecord>;
}

export type Verdict = Pick<Known, "verdict" | "by" | "others"> & LikelyPerson;

/** Null: somebody new. */
export function judge({ scored, choice, earlier, records }: Evidence): Verdict | null {
  const not = new Set(choice?.not);
  const people = scored.flatMap(({ speakerId, ...likeness }) => {
    const record = records.get(speakerId);
    return record && !not.has(speakerId) ? [likelyPerson(record, likeness)] : [];
  });
  const told = choice?.same ?? (earlier && !not.has(earlier) ? earlier : null);
  const record = told ? records.get(told) : undefined;
  if (record) {
    const likeness = scored.find(({ speakerId }) => speakerId === told) ?? { score: 0, signs: [] };
    const person = likelyPerson(record, likeness);
    return { ...person, verdict: "same", by: choice?.same ? "officer" : "earlier", others: [] };
  }
  const [best, ...rest] = people.filter(({ score }) => score >= likelyFrom);
  if (!best) return null;
  const parted = new Set(records.get(best.speakerId)?.parted);
  const others = rest.filter(({ speakerId }) => !parted.has(speakerId)).slice(0, mostOthers);
  const isClear = best.score >= sameFrom && others.every(({ score }) => score < sameFrom);
  return { ...best, verdict: isClear ? "same" : "maybe", by: "likeness", others: isClear ? [] : others };
}

function likelyPerson(record: KnownRecord, { score, signs }: Pick<Scored, "score" | "signs">): LikelyPerson {
  const { birthYear: year, birthMonth: month, birthDay: day } = record;
  return {
    speakerId: record.id,
    fullName: record.fullName,
    birth: year ? showPartialDay({ year, month, day }) : null,
    phone: record.phone && showPhone(record.phone),
    position: record.position,
    unitName: record.unitName,
    ...{ score, signs },
  };
}

/** Whose telephone it is, when the name says otherwise: a slip of the pen or a shared telephone. The officer decides. */
export function ownerOfPhone(scored: Scored[], choice: KnownChoice | null): Scored | undefined {
  const not = new Set(choice?.not);
  return scored.find(
    ({ speakerId, signs }) => signs.includes("phone") && signs.includes("nameOther") && !not.has(speakerId),
  );
}

/** Whether a row may be somebody of the roster at all. */
export function isPerson(row: CheckedRow): row is CheckedRow & { values: PersonValues } {
  return Boolean(row.values?.fullName) && row.state !== "added";
}
