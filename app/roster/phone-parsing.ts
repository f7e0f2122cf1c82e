/** Telephone numbers as departments write them: without a zero, with +84, of before 2018, several in a cell. */
import { tidy } from "~/platform/text";
import type { Parsed } from "./person-parsing";

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
 * The codes of provinces until 2017 that cannot be mistaken for anything else, and what they became (decision
 * 2036/QD-BTTTT): three digits and seven of the number, or Ha Noi's 4 and eight.
 */
const oldAreas: Record<string, string> = {
  "240": "204",
  "241": "222",
  "280": "208",
  "281": "209",
  "320": "220",
  "321": "221",
  "350": "228",
  "351": "226",
  "500": "262",
  "501": "261",
  "510": "235",
  "511": "236",
  "650": "274",
  "651": "271",
  "710": "292",
  "711": "293",
  "780": "290",
  "781": "291",
};

export interface Phones {
  /** E.164, "+84912345678". */
  first: string;
  /** As they are written, where there are several in a cell, and what is left of one that is not whole. */
  others: string[];
}

/** What people write where there is none. */
const isNothing = /^(?:[-–.…_x]+|không(?: có)?|ko|chưa có)$/iu;

/** The numbers in a cell; the first good one counts. Undefined: something stands there and no number of Viet Nam. */
export function readPhones(written: string | number | null | undefined): Parsed<Phones> {
  const text = tidy(String(written ?? "")).replace(/^'/, "");
  if (!text || isNothing.test(text)) return null;
  const whole = onePhone(asDigits(text));
  if (whole) return { first: whole, others: [] };
  const pieces = text
    .replace(/(?<![\p{L}\d])[oO](?=[\d. ]{8,})/gu, "0")
    .split(/[,;/|\n]|\s[-–]\s|\s{2,}|[\p{L}:*]+|(?<=\d{9})[ -]+(?=0\d{3})/u)
    .flatMap(apart)
    .map((piece) => ({ piece: piece.trim(), phone: onePhone(piece) }));
  // The ends of a second number stay too: "0912345672/0983".
  const [first, ...others] = pieces.filter(
    ({ piece, phone }) => phone !== undefined || /\d\D*\d/.test(piece),
  );
  // A long rest that is no number casts doubt on the whole: "0912 345 678 901".
  if (!first?.phone || others.some(({ piece, phone }) => !phone && piece.replace(/\D/g, "").length > 4))
    return undefined;
  return { first: first.phone, others: others.map(({ piece }) => piece) };
}

export function parsePhone(written: string | number | null | undefined): Parsed<string> {
  const read = readPhones(written);
  return read ? read.first : read;
}

/** "9.12345678E8" with all its digits, "912345678.0"; where digits are lost ("9.12E+08") nobody can tell. */
function asDigits(text: string): string {
  const [, decimals = "", exponent] = /^\d\.(\d+)e\+?0?(\d+)$/i.exec(text) ?? [];
  return decimals.length === Number(exponent) ? String(Number(text)) : text.replace(/^(\d{9,11})\.0$/, "$1");
}

/** Two numbers that only a blank or a dash parts: "0912345678-0987654321". */
function apart(piece: string): string[] {
  const digits = piece.replace(/\D/g, "");
  return /^(?:0\d{9}){2,3}$/.test(digits) ? (digits.match(/0\d{9}/g) ?? []) : [piece];
}

function onePhone(text: string): string | undefined {
  if (/[^\d\s.()+\-–']/u.test(text)) return undefined;
  const digits = text.replace(/[^\d+]/g, "");
  const national =
    digits.length > 9 ? digits.replace(trunkPrefix, "").replace(/^0/, "") : digits.replace(/^0/, "");
  if (/^[35789]\d{8}$/.test(national)) return `+84${national}`;
  const now = renumbered[national.slice(0, 3)];
  if (now && national.length === 10) return `+84${now}${national.slice(3)}`;
  const area = oldAreas[national.slice(0, 3)];
  if (area && national.length === 10) return `+84${area}${national.slice(3)}`;
  if (/^4\d{8}$/.test(national) && digits.startsWith("0")) return `+842${national}`;
  return /^2\d{8,9}$/.test(national) ? `+84${national}` : undefined;
}
