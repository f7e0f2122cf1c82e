/** Names as departments write them: with titles, brackets and marks, in capitals or small letters. */

import { isSyllable } from "~/platform/letters/syllable";
import { fold, tidy } from "~/platform/text";
import { isCommonFamilyName, isFamilyName } from "./family-name-words";
import type { Gender } from "./speaker";

const formOfAddress =
  /^(?:\d+\s*[.)]\s*(?=\p{L})|đ\s*[/.]\s*c(?=[\s.:])\s*[.:]*\s*|đồng chí\s*[.:]?\s+|(?:ông|bà)\s*[.:]\s*(?=\S+\s)|bà\s+(?=\S+\s)|(?:pgs|gs|ths|th\.s|ts|bs|ks|ckii|cki|cn)(?:\s*\.\s*|\s+(?=\S+\s))|(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý)\s+(?=\S+\s))/iu;
const genderBehind = /\s*(?:\(\s*(nu|nam)\s*\)|[-–,]\s*(nu))\s*[.*]*$/;
/** A remark in brackets; a single letter ("Hùng (A)") tells namesakes apart and stays. */
const remark = /\s*\(([^()]{2,})\)\s*[.*]*$/u;

/** A name as it should stand, and the gender if a bracket behind it tells: "Đ/c LÝ NGỌC DUNG (nữ)". */
export function parseFullName(written: string | null | undefined): {
  fullName: string;
  gender: Gender | null;
} {
  const { fullName, gender } = readName(written);
  return { fullName, gender };
}

/** The same, and what else stood in a bracket behind the name. */
export function readName(written: string | null | undefined) {
  let name = tidy(written ?? "").replace(/[’‘`´]/gu, "'");
  const behind = genderBehind.exec(fold(name));
  if (behind) name = name.slice(0, behind.index);
  const bracket = remark.exec(name);
  if (bracket) name = name.slice(0, bracket.index);
  for (let before = ""; before !== name; ) {
    before = name;
    name = withoutOng(name).replace(formOfAddress, "");
  }
  name = tidy(name.replace(/[,;.:*]+$/u, "").replace(/^[-–•*·]\s*/u, "")).replace(
    /(?<=^|\s)([HYK])'\s+(?=\p{L})/giu,
    "$1'",
  );
  const said = behind?.[1] ?? behind?.[2];
  const gender: Gender | null = said ? (said === "nu" ? "female" : "male") : null;
  return {
    fullName: isOneCase(name) ? capitalised(name) : evened(name),
    gender,
    remark: bracket?.[1] ?? null,
  };
}

/** "Ông" is a family name too: it goes only before another one. */
function withoutOng(name: string): string {
  const [address, first = "", ...others] = name.split(" ");
  if (!/^ông$/iu.test(address ?? "") || !isFamilyName(first)) return name;
  if (others.length === 0) return first.includes("'") ? first : name;
  return others.length === 1 && !isCommonFamilyName(first) ? name : [first, ...others].join(" ");
}

function isOneCase(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && (letters === letters.toUpperCase() || letters === letters.toLowerCase());
}

/** Words of Vietnamese and those in one case, in a name of mixed case: "Nguyễn thị LAN", "NGuyễn Văn An", "H'HEN Niê". */
function evened(name: string): string {
  return name
    .split(" ")
    .map((word) => (isSyllable(word) || isOneCase(word) ? capitalised(word) : word))
    .join(" ");
}

/** A capital for each word, and behind an apostrophe or hyphen ("H'Lơ", "K'Điệp"). */
function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
