/** What departments write about a person, read leniently: phones, births, genders, theory levels, names. */
import { today } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import type { Role } from "./appointment";
import { type Gender, type PartialDay, type PoliticalTheoryLevel, politicalTheoryLevels } from "./speaker";

/** What stood there, read; `null` means "nothing stood there", `undefined` means "it cannot be read". */
export type Parsed<T> = T | null | undefined;

const trunkPrefix = /^(?:\+?84|0084|0)/;

/** Mobile prefixes of eleven-digit numbers before 15/09/2018 and what they became (plan of the Ministry of Information and Communications). */
const renumbered: Record<string, string> = {
  "120": "70",
  "121": "79",
  "122": "77",
  "126": "76",
  "128": "78",
  "123": "83",
  "124": "84",
  "125": "85",
  "127": "81",
  "129": "82",
  "162": "32",
  "163": "33",
  "164": "34",
  "165": "35",
  "166": "36",
  "167": "37",
  "168": "38",
  "169": "39",
  "186": "56",
  "188": "58",
  "199": "59",
};

/**
 * A Vietnamese phone number as E.164 ("+84912345678"): with or without its zero (Excel eats it), with blanks, dots,
 * dashes or +84, in eleven digits from before 2018. Of several numbers the first good one.
 */
export function parsePhone(written: string | number | null | undefined): Parsed<string> {
  const text = tidy(String(written ?? ""));
  if (!text) return null;
  const candidates = [text, ...text.split(/[,;/|\n]|\s[-–]\s|\s{2,}| hoac /iu)];
  return candidates.map(onePhone).find((phone) => phone !== undefined);
}

function onePhone(text: string): string | undefined {
  if (/[^\d\s.()+\-–]/u.test(text.replace(/^\D*:/u, ""))) return undefined;
  const digits = text.replace(/[^\d+]/g, "");
  const national =
    digits.length > 9 ? digits.replace(trunkPrefix, "").replace(/^0/, "") : digits.replace(/^0/, "");
  if (/^[35789]\d{8}$/.test(national)) return `+84${national}`;
  const now = renumbered[national.slice(0, 3)];
  if (now && national.length === 10) return `+84${now}${national.slice(3)}`;
  if (/^2\d{8,9}$/.test(national)) return `+84${national}`;
  return undefined;
}

/** Days between Excel's and JavaScript's first day, in books that count from 1900 (and from 1904). */
const serialOfEpoch = 25_569;
const days1904 = 1_462;

/**
 * A birth or any other date, however it was written: 1975, "00/00/1975", "5/3/75", "03-1975", "1975-03-05",
 * "ngày 5 tháng 3 năm 1975", an Excel serial. Undefined: no calendar has it ("31/02/1980"), or it is no date.
 */
export function parseDate(
  written: string | number | null | undefined,
  options: { is1904?: boolean } = {},
): Parsed<PartialDay> {
  if (typeof written === "number") return dateOfNumber(written, options.is1904 ?? false);
  const text = fold(tidy(written ?? "")).replace(/^(?:sinh|nam|ngay)\s*(?:nam|ngay)?\s*[:.]?\s*/, "");
  if (!text) return null;
  if (/^\d{4,5}(?:\.0)?$/.test(text)) return dateOfNumber(Number(text), options.is1904 ?? false);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]|$)/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = text
    .replace(/\s*(?:thang|nam|\/|-|\.|,)\s*/g, "/")
    .replace(/\s+/g, "/")
    .replace(/^\/|\/$/g, "")
    .split("/");
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year, month = 0, day = 0] = parts.map(Number).reverse();
  if (year === undefined || parts.slice(0, -1).some((part) => part.length > 2)) return undefined;
  return existing(fullYear(year, parts.at(-1)?.length ?? 4), month, day);
}

/** A birth: a date at which somebody alive and grown up can have been born. */
export function parseBirth(
  written: string | number | null | undefined,
  options: { is1904?: boolean } = {},
): Parsed<PartialDay> {
  const birth = parseDate(written, options);
  if (!birth) return birth;
  const age = Number(today().slice(0, 4)) - birth.year;
  return age >= 14 && age <= 110 ? birth : undefined;
}

function dateOfNumber(value: number, is1904: boolean): PartialDay | undefined {
  if (Number.isInteger(value) && value >= 1850 && value <= 2100) return { year: value };
  const day = Math.floor(value) + (is1904 ? days1904 : 0);
  if (!(day > 3_000 && day < 80_000)) return undefined;
  const date = new Date((day - serialOfEpoch) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "79" is 1979, "05" is 2005: nobody on a roster is younger than sixteen. */
function fullYear(year: number, digits: number): number {
  if (digits > 2) return year;
  return 2000 + year <= Number(today().slice(0, 4)) - 16 ? 2000 + year : 1900 + year;
}

/** Zeros stand for what is not known: "00/00/1975". */
function existing(year: number, month: number, day: number): PartialDay | undefined {
  if (year < 1850 || year > 2100 || month > 12 || day > 31) return undefined;
  if (!month) return day ? undefined : { year };
  if (!day) return { year, month };
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? { year, month, day } : undefined;
}

/** "1975", "1975-03" or "1975-03-05". */
export function showBirth(birth: PartialDay): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return [String(birth.year), birth.month && two(birth.month), birth.day && two(birth.day)]
    .filter(Boolean)
    .join("-");
}

export function parseGender(written: string | null | undefined): Parsed<Gender> {
  const text = fold(tidy(written ?? "")).replace(/[().]/g, "");
  if (!text) return null;
  if (["nu", "female", "f", "gai", "ba", "phu nu"].includes(text)) return "female";
  if (["nam", "male", "m", "trai", "ong"].includes(text)) return "male";
  return undefined;
}

/** The level of political theory: whole words or the trade's abbreviations (SC, TC, CC, CN). */
export function parsePoliticalTheory(written: string | null | undefined): Parsed<PoliticalTheoryLevel> {
  const text = fold(tidy(written ?? ""))
    .replace(/(?:trinh do|ly luan|chinh tri|llct|ll ?ct|[.:])/g, " ")
    .trim();
  if (!tidy(written ?? "")) return null;
  const known = politicalTheoryLevels.find((level) => level === text);
  if (known) return known;
  if (/^(?:cao cap|cc)\b/.test(text)) return "advanced";
  if (/^(?:trung cap|tc)\b/.test(text)) return "intermediate";
  if (/^(?:so cap|sc)\b/.test(text)) return "elementary";
  if (/^(?:cu nhan|cn|dai hoc|thac si|tien si)\b/.test(text)) return "bachelor";
  if (/^(?:chua|khong|ko|0|-)/.test(text)) return "none";
  return undefined;
}

/** "Báo cáo viên", "BCV cấp xã" or "Tuyên truyền viên", "TTV". */
export function parseKind(written: string | null | undefined): Parsed<Role> {
  const text = fold(tidy(written ?? ""));
  if (!text) return null;
  const rapporteur = /\b(?:bcv|bao cao vien|rapporteur)\b/.test(text);
  const communicator = /\b(?:ttv|tuyen truyen vien|communicator)\b/.test(text);
  if (rapporteur === communicator) return undefined;
  return rapporteur ? "rapporteur" : "communicator";
}

/** "Ong" is a family name, "ông" is not: only the marked forms are taken away. */
const formOfAddress =
  /^(?:\d+\s*[.)]\s*)?(?:đ\s*[/.]\s*c\s*[.:]?\s*|đồng chí\s*[.:]?\s+|(?:ông|bà)\s*[.:]?\s+(?=\S+\s))/iu;

/** A name as it should stand, and the gender if a bracket behind it tells: "Đ/c LÝ NGỌC DUNG (nữ)". */
export function parseFullName(written: string | null | undefined): {
  fullName: string;
  gender: Gender | null;
} {
  let name = tidy(written ?? "").replace(/[’‘`´]/gu, "'");
  const folded = fold(name);
  const bracket = /\s*\((nu|nam)\)\s*$/.exec(folded);
  if (bracket) name = name.slice(0, bracket.index);
  name = name.replace(formOfAddress, "");
  name = tidy(name.replace(/[,;.:]+$/u, ""));
  const gender = bracket ? (bracket[1] === "nu" ? "female" : "male") : null;
  return { fullName: isOneCase(name) ? capitalised(name) : name, gender };
}

function isOneCase(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && (letters === letters.toUpperCase() || letters === letters.toLowerCase());
}

/** A capital for each word, and behind an apostrophe or hyphen ("H'Lơ", "K'Điệp"). */
function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
