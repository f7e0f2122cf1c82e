/** A text file as a sheet: which bytes are which letters, what parts the columns, and where a quoted cell ends. */
import { evidenceOf } from "~/platform/letters/evidence";
import type { Cell, Row, Sheet } from "./sheet";

/** Null: these bytes are no table of texts. */
export function readTextFile(bytes: Buffer): Sheet | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const hinted = /^sep=(.)\r?\n/i.exec(text);
  const body = hinted ? text.slice(hinted[0].length) : text;
  const separator = hinted?.[1] ?? separatorOf(body);
  if (!separator) return null;
  const first = hinted ? 2 : 1;
  const rows = linesOf(body, separator).flatMap((cells, at): Row[] =>
    cells.some(Boolean) ? [{ number: at + first, hidden: false, cells }] : [],
  );
  return { name: "CSV", hidden: false, is1904: false, rows };
}

/** UTF-8, UTF-16 in either order, or one byte a letter; with or without a mark at the beginning. Null: these are no texts. */
export function decodeText(bytes: Buffer): string | null {
  const mark = bytes.toString("hex", 0, 3);
  const wide = mark.startsWith("fffe") ? "utf-16le" : mark.startsWith("feff") ? "utf-16be" : wideOrder(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeNarrow(bytes);
  }
}

/** Every second byte of ASCII in UTF-16 is zero; which one tells the order. */
function wideOrder(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const start = bytes.subarray(0, 4_000);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = start.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : null;
}

/**
 * windows-1258 (letter and tone mark apart), or a file whose letters are TCVN3 or VNI: then the bytes stay as they
 * are, and the letters are repaired later. A few broken bytes in UTF-8 stay visible as such.
 */
function decodeNarrow(bytes: Buffer): string {
  const utf8 = new TextDecoder("utf-8").decode(bytes);
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0;
  const good = utf8.match(/[\u0102-\u01B0\u1EA0-\u1EF9]/g)?.length ?? 0;
  if (good > broken * 20) return utf8;
  const vietnamese = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const plain = bytes.toString("latin1");
  const sample = (text: string) => evidenceOf(text.slice(0, 40_000)).scores;
  const asVietnamese = sample(vietnamese).unicode;
  const { tcvn3, vni } = sampleWithout1258(plain);
  return Math.max(tcvn3, vni) > asVietnamese ? plain : vietnamese;

  function sampleWithout1258(text: string) {
    return sample(text.replace(/[\u0080-\u009F]/g, " "));
  }
}

const separators = [",", ";", "\t", "|"];

/** The sign that stands equally often in most of the first lines. */
function separatorOf(text: string): string | null {
  const lines = text
    .slice(0, 60_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim())
    .slice(0, 60);
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = mostCommon(counts.filter((count) => count > 0));
    return { separator, score: usual.count * (usual.value > 1 ? 2 : 1) + usual.value / 100 };
  });
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score >= 1 ? best.separator : null;
}

function mostCommon(counts: number[]): { value: number; count: number } {
  const found = new Map<number, number>();
  for (const count of counts) found.set(count, (found.get(count) ?? 0) + 1);
  const [value, count] = [...found].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { value, count };
}

/** Cells by the rules of RFC 4180, but a quotation mark inside an unquoted cell is one. */
function linesOf(text: string, separator: string): (Cell | null)[][] {
  const lines: (Cell | null)[][] = [];
  let line: (Cell | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at, separator) : unquoted(text, at, separator);
    line.push(cellOf(value));
    at = end + 1;
    if (text[end] === separator) {
      if (at >= text.length) line.push(null);
      continue;
    }
    if (text[end] === "\r" && text[at] === "\n") at++;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function unquoted(text: string, start: number, separator: string) {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number, separator: string) {
  let end = start + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  // A mark that is never closed quotes nothing: else it would swallow the rest of the file.
  if (end >= text.length) return unquoted(text, start, separator);
  const tail = unquoted(text, end + 1, separator);
  return { value: text.slice(start + 1, end).replaceAll('""', '"') + tail.value, end: tail.end };
}

function cellOf(written: string): Cell | null {
  // ="0912345678" is how Excel is kept from eating the zero.
  const value = written.replace(/\0|\p{Cs}/gu, "").replace(/^=\s*"(.*)"$/s, "$1");
  return /^[\s\uFEFF]*$/u.test(value) ? null : { value };
}
