/** What the head of a Party or State document says of it: number, issuer, date, title; proposals for somebody to look at. */
import type { Day } from "~/platform/clock";
import { fold } from "~/platform/text";
import { issuerOf } from "./issuer";

export interface Proposal {
  number: string | null;
  issuer: string | null;
  issuedOn: Day | null;
  title: string | null;
}

/** The head ends within these. */
const headParts = 40;

/** Layouts: Hướng dẫn 36-HD/VPTW (Party), Nghị định 30/2020/NĐ-CP (State); see domain.md 3.5. */
export function proposeFromText(pages: { page: number; text: string }[]): Proposal {
  const first = pages.find(({ text }) => text.trim() !== "");
  const lines = (first?.text ?? "").normalize("NFC").split("\n");
  const parts = lines
    .flatMap((line) => line.split("\t"))
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .slice(0, headParts);
  return {
    number: parts.map(numberOf).find(Boolean) ?? null,
    issuer: issuerOf(parts),
    issuedOn: parts.map(dateOf).find(Boolean) ?? null,
    title: titleOf(parts),
  };
}

const party =
  /^(?:Số|So)?\s*[:.]?\s*(\d{1,5})\s*[-–]\s*(\p{Lu}{1,4}\d?)\s*\/\s*(\p{Lu}[\p{Lu}\d.-]*)(?=\s|$)/u;
const state =
  /^(?:Số|So)?\s*[:.]?\s*(\d{1,5})\s*\/\s*(?:(\d{4})\s*\/\s*)?(\p{Lu}{1,4})\s*[-–]\s*(\p{Lu}[\p{Lu}\d.-]*)(?=\s|$)/u;

/** "Số: 973 - QĐ/BTGTW" is 973-QĐ/BTGTW; "Chỉ thị số 30-CT/TW" names another document. */
function numberOf(part: string): string | null {
  const ofParty = party.exec(part);
  if (ofParty) return `${ofParty[1]}-${ofParty[2]}/${ofParty[3]}`;
  const ofState = state.exec(part);
  if (!ofState) return null;
  const [, number, year, type, organ] = ofState;
  return `${number}/${year ? `${year}/` : ""}${type}-${organ}`;
}

/** "Ba Đình, ngày 05 tháng 02 năm 2024"; a day left open for the registry's hand is none. */
function dateOf(part: string): Day | null {
  const found = /,?\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$/iu.exec(part);
  if (!found) return null;
  const [, day = "", month = "", year = ""] = found;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
  return isReal ? (written as Day) : null;
}

const types =
  /^(?:ke hoach|chi thi|nghi quyet|quyet dinh|quy dinh|quy che|huong dan|bao cao|thong bao|thong tri|ket luan|cong dien|to trinh|chuong trinh|de cuong|de an|tai lieu|ban tin|chuyen de|dinh huong|luat|nghi dinh|thong tu|thong cao|tuyen bo|giay moi)(?: |$)/;
const ends = /^(?:can cu|thuc hien|kinh gui|noi nhan|[ivx]+[.)]|\d+[.)]|phan (?:thu )?[\divx]|[-–_*=.]+$)/;
const mostLines = 6;
const longTitle = 300;

function titleOf(parts: string[]): string | null {
  const subject = parts.find((part) => /^v\/v\s/i.test(part));
  const at = parts.findIndex((part) => isLoud(part) && types.test(fold(part)));
  if (at >= 0) return composed(parts.slice(at, at + mostLines));
  if (subject) return subject.replace(/^v\/v\s+/i, "").replace(/^./u, (letter) => letter.toUpperCase());
  const named = parts.find((part) => types.test(fold(part)) && part.length < 200);
  return named ?? null;
}

/** The kind of document, then its subject: lines in capitals, or until a new sentence begins. */
function composed([type = "", ...below]: string[]): string {
  const taken: string[] = [];
  for (const line of below) {
    if (ends.test(fold(line)) || taken.join(" ").length + line.length > longTitle) break;
    const before = taken.at(-1);
    const begins = /^\p{Lu}/u.test(line);
    if (before !== undefined && begins && isLoud(line) !== isLoud(before)) break;
    if (before !== undefined && begins && !isLoud(line)) break;
    if (before === undefined && begins && !isLoud(line) && /[.:]$/.test(line)) break;
    taken.push(line);
    if (/[.]$/.test(line)) break;
  }
  const spoken = [type, ...taken].map((part) =>
    isLoud(part) ? quiet(part) : part.replace(/^Về /, (about) => about.toLowerCase()),
  );
  return spoken
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/\.$/, "")
    .replace(/^./u, (letter) => letter.toUpperCase());
}

function isLoud(part: string): boolean {
  return part === part.toUpperCase() && /\p{Lu}/u.test(part);
}

/** Small letters, but for what is always written in capitals: a document's number, Roman figures. */
function quiet(part: string): string {
  return part.replace(/[\p{L}\p{M}\d/-]+/gu, (word) =>
    /\d.*\p{Lu}|^[IVX]{2,}$/u.test(word) ? word : word.toLowerCase(),
  );
}
