/** In what a row of a file differs from the record of the same person, and what becomes of each field. */
import { showPhone } from "~/platform/phone";
import { fold, tidy } from "~/platform/text";
import { compareNames } from "~/roster/doubles/score";
import type { PersonValues } from "~/roster/import/check";
import { fullNote, joinNotes } from "~/roster/import/person-skills";
import { type PartialDay, showPartialDay } from "~/roster/speaker";
import { modernTones } from "~/roster/speaker-name";
import { type Choice, type KnownField, knownFields, type Rules } from "./fields";
import type { Difference, KnownRecord } from "./known";

/** What the officer decided: for all rows, and for this one. */
export interface Decided {
  rules: Rules;
  fields: Partial<Record<KnownField, Choice>>;
}

/** Only what the file tells: a field that it leaves empty takes nothing away. */
export function differencesOf(
  record: KnownRecord,
  values: PersonValues,
  unitName: string | null,
  decided: Decided,
): Difference[] {
  return knownFields.flatMap((field) => {
    const told = compare(field, record, values, unitName);
    if (!told) return [];
    const { fills: isFilling, roster, file } = told;
    return [{ field, roster, file, isFilling, ...chosen(field, told, decided) }];
  });
}

interface Told {
  roster: string | null;
  file: string;
  /** The roster has nothing, or less of the same: taking it loses nothing. */
  fills: boolean;
}

function chosen(field: KnownField, { fills }: Told, { rules, fields }: Decided) {
  const own = fields[field];
  if (own) return { choice: own, isChosen: true };
  const rule = rules[field] ?? "ask";
  const choice: Choice | null =
    rule === "take" || rule === "keep" ? rule : fills ? "take" : rule === "fill" ? "keep" : null;
  return { choice, isChosen: false };
}

/** Null: the file tells nothing new. */
function compare(
  field: KnownField,
  record: KnownRecord,
  values: PersonValues,
  unitName: string | null,
): Told | null {
  if (field === "fullName") return compareFullNames(record, values.fullName);
  if (field === "birth") return compareBirths(record, values.birth);
  if (field === "unitId") {
    // Whoever names no unit stays where the record is kept.
    const moves = values.unit !== null && values.unitId !== null && values.unitId !== record.unitId;
    return moves ? { roster: record.unitName, file: unitName ?? "", fills: false } : null;
  }
  if (field === "note") return compareNotes(record.note, values);
  const [was, told] = [record[field], values[field]];
  if (!told || isSameText(was, told)) return null;
  if (field === "phone") return { roster: was && showPhone(was), file: showPhone(told), fills: !was };
  return { roster: was, file: told, fills: !was };
}

/** What only joins the record's note takes nothing from it. */
function compareNotes(was: string | null, { note, left }: PersonValues): Told | null {
  const isNews = (text: string) => !was || !plain(was).includes(plain(text));
  if (note && was && isNews(note)) return { roster: was, file: fullNote({ note, left }) ?? "", fills: false };
  const news = [...(note ? [note] : []), ...left].filter(isNews);
  return news.length > 0 ? { roster: was, file: joinNotes(was, ...news) ?? "", fills: true } : null;
}

/** A name typed without marks, or under which the record stood before a merge, is no news. */
function compareFullNames({ fullName, aliases }: KnownRecord, told: string): Told | null {
  const isKnown = [fullName, ...aliases].some((name) => {
    const sign = compareNames(name, told);
    return sign === "name" || (sign === "nameUnmarked" && told === fold(told));
  });
  return isKnown ? null : { roster: fullName, file: told, fills: false };
}

function compareBirths(record: KnownRecord, told: PartialDay | null): Told | null {
  if (!told) return null;
  const file = showPartialDay(told);
  const { birthYear: year, birthMonth: month, birthDay: day } = record;
  if (!year) return { roster: null, file, fills: true };
  const agrees = (was: number | null, now: number | null | undefined) => !was || !now || was === now;
  const isOne = year === told.year && agrees(month, told.month) && agrees(day, told.day);
  const isFuller = (!month && Boolean(told.month)) || (!day && Boolean(told.day));
  if (isOne && !isFuller) return null;
  return { roster: showPartialDay({ year, month, day }), file, fills: isOne };
}

function isSameText(one: string | null, other: string): boolean {
  return one !== null && plain(one) === plain(other);
}

function plain(text: string): string {
  return modernTones(tidy(text))
    .toLowerCase()
    .replace(/[.,;\s]+$/u, "");
}
