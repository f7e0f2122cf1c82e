/** Marks of state secrecy (MẬT, TỐI MẬT, TUYỆT MẬT): alone in a line, cell or frame, in capitals, at the head of a document or in its headers; never the words in a sentence. */

import type { PageText } from "~/materials/text/page";
import { fromTcvn3, fromVni } from "~/platform/letters/old-encodings";
import { fold } from "~/platform/text";
import { markInName } from "./mark-in-name";

export type SecrecyLevel = "secret" | "top_secret" | "most_secret";

export interface SecrecyMark {
  level: SecrecyLevel;
  where: "name" | "text";
  /** The page that carries it. */
  page?: number;
}

/** So many lines belong to the head of a document: names of two authorities, number, place and date, subject. */
const headLines = 15;
/** So many lines at the top and at the bottom of a page may be its header and footer. */
const edgeLines = 2;

const levels: Record<string, SecrecyLevel> = {
  mat: "secret",
  toimat: "top_secret",
  tuyetmat: "most_secret",
};

/** The mark a file carries, or null. The pages need not be all: those known so far are looked at. */
export function findSecrecyMark(pages: PageText[], fileName: string): SecrecyMark | null {
  const inName = markInName(fileName);
  if (inName) return { level: inName, where: "name" };
  const edges: { level: SecrecyLevel; page: number }[] = [];
  for (const [index, page] of pages.entries()) {
    const lines = linesOf(page.text);
    const isHead = index === 0 || page.page === 1 || hasHead(page.text);
    const found = levelIn((page.frames ?? []).flatMap(linesOf), page) ?? (isHead && levelIn(lines, page));
    if (found) return { level: found, where: "text", page: page.page };
    const edge = levelIn([...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)], page);
    if (edge) edges.push({ level: edge, page: page.page });
  }
  // One page may begin with a heading of that name; a header stands on several.
  const [first, second] = edges;
  return first && second ? { ...first, where: "text" } : null;
}

function linesOf(text: string): string[] {
  return text
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const headings = /dang cong san viet nam|cong hoa xa hoi chu nghia viet nam/;

/** Whether a document begins on a page of this text. */
export function hasHead(text: string): boolean {
  return linesOf(text)
    .slice(0, headLines)
    .some((line) => headings.test(fold(line)));
}

function levelIn(lines: string[], page: PageText): SecrecyLevel | null {
  const found = new Set<SecrecyLevel>();
  for (const [at, line] of lines.slice(0, headLines).entries()) {
    if (runsOn(lines[at - 1])) continue;
    for (const part of partsOf(line)) {
      const level = levelOf(page.wasOldFont ? part.toUpperCase() : part, page.source === "ocr");
      if (level) found.add(level);
    }
  }
  // All three below one another explain what the levels are.
  const [level = null] = found;
  return found.size > 2 ? null : level;
}

/** A title in capitals that goes on in the next line: "LUẬT BẢO VỆ BÍ" / "MẬT". */
function runsOn(before: string | undefined): boolean {
  if (!before || before !== before.toUpperCase() || !/\s/.test(before)) return false;
  return /(?:^|\s)(?:bi|do|va|la|ve|hoac|cua|cac|bao|giu|theo|tuyet|toi)$|,$/.test(fold(before));
}

/** What stands in columns beside each other, and what the head of a document sets around a mark. */
const between =
  /\t|\s{3,}|đảng cộng sản việt nam|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|(?<=\s)(?:\p{Lu}\p{Ll}+[ ]?){1,4},\s*ngày.*|(?<=\s)số\s*:.*|(?<=\s)bản số.*/giu;
const dateBehind = /\s(?:\p{Lu}\p{Ll}+\s?){1,4},\s*ngày.*/u;

function partsOf(line: string): string[] {
  const scanned = line.replace(dateBehind, "\t");
  return [scanned, ...scanned.split(between)].flatMap((part) => [part, fromTcvn3(part), fromVni(part)]);
}

const wrapping = /^[^\p{L}\p{N}"“‘']+|[^\p{L}\p{N}"”’'.;,?!:]+$/gu;
/** A spot may look like a full stop. */
const noise = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const named = /^(?:(?:muc|cap) )?do mat\s*[:.–-]\s*(mat|toi mat|tuyet mat)$/;
const copies = /\s*[-–/(]?\s*(?:bản|số|ban|so) (?:số|bản|so|ban)(?=[\s:]|$).*$/iu;
const before = /^(?:tai lieu|van ban)\s*:?\s*(?=mat$|toi mat$|tuyet mat$)/;

/** The level that a part of a line is the mark of; null: it is none. */
export function levelOf(part: string, isScanned = false): SecrecyLevel | null {
  const shown = part
    .replace(isScanned ? noise : wrapping, "")
    .replace(copies, "")
    .trim();
  if (shown.length > 60) return null;
  const plain = fold(isScanned ? shown.replace(/0/g, "O").replace(/[1|]/g, "I") : shown);
  const value = named.exec(plain)?.[1];
  if (value) return levels[value.replace(" ", "")] ?? null;
  if (!isInCapitals(shown, isScanned)) return null;
  if (/^ban sao bi mat nha nuoc$/.test(plain)) return "secret";
  const level = levels[plain.replace(before, "").replace(/\s+/g, "")];
  if (level === "secret" && !mayBeMat(shown, isScanned)) return null;
  return level ?? null;
}

/** "MẮT", "MẶT", "MÁT" and "MẤT" are words of their own; a poor picture may lose a dot or a hat. */
function mayBeMat(shown: string, isScanned: boolean): boolean {
  const letters = shown.replace(/[^\p{L}]/gu, "").toUpperCase();
  return /M(?:Ậ|Â|A)T/u.test(letters) || (isScanned && /M(?:Ấ|Ạ|Ẩ|Ẫ|Ầ)T/u.test(letters));
}

function isInCapitals(shown: string, isScanned: boolean): boolean {
  const letters = [...shown].filter((letter) => /\p{L}/u.test(letter));
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase());
  return capitals.length >= letters.length * (isScanned ? 0.6 : 1);
}
