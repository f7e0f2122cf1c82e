/** Free text that looks as if it told of a private person: an identity number, a telephone, an address, a name with where they live. */
import { readPhone } from "./phone";

export interface PersonalData {
  kind: "identity" | "phone" | "address" | "person";
  /** As it stands in the text. */
  text: string;
}

/** Everything suspicious in the order of the text. A hint for a warning: it errs on both sides and refuses nothing. */
export function personalDataIn(text: string): PersonalData[] {
  const plain = text.normalize("NFC");
  const found = [
    ...matches(plain, numbers).flatMap(([at, digits]) => suspiciousNumber(plain, at, digits)),
    ...matches(plain, personAtHome).map(([at, match]) => ({ at, kind: "person" as const, text: match })),
    ...matches(plain, address).map(([at, match]) => ({ at, kind: "address" as const, text: match })),
  ];
  return found
    .filter((one) => !found.some((other) => other !== one && covers(other, one)))
    .sort((a, b) => a.at - b.at)
    .map(({ kind, text }) => ({ kind, text: text.trim() }));
}

interface Found extends PersonalData {
  at: number;
}

const numbers = /(?<![\p{L}\d/-])(?:\(?\+84\)?[ .]?)?\d(?:[ .-]?\d){8,12}(?![\d/-])/gu;
/** The Vietnamese for an identity paper, near its number. */
const paper = /(cccd|cmnd|căn cước|chứng minh|định danh)[^.;\n]{0,30}$/iu;

function suspiciousNumber(text: string, at: number, match: string): Found[] {
  const digits = match.replace(/\D/g, "");
  const isNamed = paper.test(text.slice(0, at));
  // Citizens' numbers: three digits of the province, from 001 to 096, then nine. Before 2025 also nine, which only a word tells.
  if (/^0\d{2}[0-9]\d{8}$/.test(digits) || (isNamed && [9, 12].includes(digits.length))) {
    return [{ at, kind: "identity", text: match }];
  }
  return readPhone(match) ? [{ at, kind: "phone", text: match }] : [];
}

const home =
  /(?:số nhà|ngõ|ngách|hẻm|kiệt|tổ dân phố|tổ|khu phố|khu|đội|xóm|thôn|ấp|bản|buôn|sóc|phum) (?:số )?[\p{Lu}\d][\p{L}\d/-]*/u;
const name = /(?<!\p{L})\p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]*)){1,4}/u;
const livesAt = /(?:,| ở| \(| -|, ở) ?/u;
const personAtHome = new RegExp(name.source + livesAt.source + home.source, "gu");
const address =
  /(?<!\p{L})(?:số nhà \d+[\p{L}\d/]*|số \d+[\p{L}\d/]* (?:đường|phố|ngõ|ngách|hẻm|kiệt) [\p{L}\d][\p{L}\d/ ]{0,30}|(?:ngõ|ngách|hẻm|kiệt) \d+[\p{L}\d/]*|tổ (?:dân phố )?(?:số )?\d+|khu phố \d+)/giu;

function matches(text: string, pattern: RegExp): [at: number, match: string][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match[0]]);
}

function covers(outer: Found, inner: Found): boolean {
  return outer.at <= inner.at && outer.at + outer.text.length >= inner.at + inner.text.length;
}
