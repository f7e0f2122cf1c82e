/** Texts of a workbook in Unicode: what was typed in old fonts or damaged on the way is read as it was meant. */

import { type Evidence, evidenceOf, type Script } from "~/platform/letters/evidence";
import { fromTcvn3, fromVni, type OldEncoding } from "~/platform/letters/old-encodings";
import { type RepairKind, sureEnough } from "~/roster/import/repairs";
import type { Cell, Sheet } from "~/roster/import/sheet";

/** What an officer said: how a sheet is to be read, by the sheet's name. */
export type ScriptChoices = Record<string, Script>;

type Votes = Record<Script, number>;

/** Texts whose evidence is remembered: posts and units recur, names need not. */
const mostKnown = 5_000;

/** The sheets with their texts repaired; a cell that changed carries what it was. */
export function repairSheets(sheets: Sheet[], chosen: ScriptChoices = {}): Sheet[] {
  const known = new Map<string, Evidence>();
  const evidence = (text: string) => {
    const found = known.get(text) ?? evidenceOf(text);
    if (known.size < mostKnown) known.set(text, found);
    return found;
  };
  return sheets.map((sheet) => repairSheet(sheet, evidence, chosen[sheet.name]));
}

/** The old encoding that a workbook's repaired cells were in, if any. */
export function oldEncodingOf(sheets: Sheet[]): OldEncoding | null {
  const counts: Record<OldEncoding, number> = { tcvn3: 0, vni: 0 };
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        const by = cell?.was?.find(({ kind }) => kind === "tcvn3" || kind === "vni")?.kind;
        if (by && !cell?.merged) counts[by as OldEncoding]++;
      }
    }
  }
  if (counts.tcvn3 + counts.vni === 0) return null;
  return counts.tcvn3 >= counts.vni ? "tcvn3" : "vni";
}

function repairSheet(sheet: Sheet, evidence: (text: string) => Evidence, chosen?: Script): Sheet {
  const columns = new Map<number, Votes>();
  const whole = noVotes();
  for (const { cells } of sheet.rows) {
    for (const [column, cell] of cells.entries()) {
      if (!cell || typeof cell.value !== "string" || cell.merged || isPlain(cell.value)) continue;
      const votes = columns.get(column) ?? noVotes();
      columns.set(column, votes);
      count(evidence(cell.value.normalize("NFC")), votes, whole);
    }
  }
  const rows = sheet.rows.map((row) => {
    if (!row.cells.some((cell) => typeof cell?.value === "string" && !isPlain(cell.value))) return row;
    const beside = noVotes();
    for (const cell of row.cells)
      if (cell && typeof cell.value === "string" && !cell.merged && !isPlain(cell.value))
        count(evidence(cell.value.normalize("NFC")), beside);
    const cells = row.cells.map((cell, column) =>
      cell && typeof cell.value === "string" && !isPlain(cell.value)
        ? repairCell(cell, cell.value, {
            evidence,
            chosen,
            column: columns.get(column) ?? whole,
            beside,
            whole,
          })
        : cell,
    );
    return cells.every((cell, column) => cell === row.cells[column]) ? row : { ...row, cells };
  });
  return { ...sheet, rows };
}

function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return /^[\x00-\x7F]*$/.test(text);
}

function noVotes(): Votes {
  return { unicode: 0, tcvn3: 0, vni: 0 };
}

/** Only texts that clearly are one script have a vote. */
function count({ words, scores }: Evidence, ...counted: Votes[]) {
  const [best, second] = ranked(scores);
  if (words === 0 || best.score < 0.6 || best.score - second.score < 0.29) return;
  // "Bé" is a fine word of Unicode: it speaks for no other script, however common "Bộ" may be.
  if (best.script !== "unicode" && scores.unicode >= 1) return;
  for (const votes of counted) votes[best.script] += words;
}

function ranked(scores: Votes): [Ranked, Ranked] {
  const all = (Object.keys(scores) as Script[]).map((script) => ({ script, score: scores[script] }));
  all.sort((a, b) => b.score - a.score);
  return all.slice(0, 2) as [Ranked, Ranked];
}

interface Ranked {
  script: Script;
  score: number;
}

interface Context {
  evidence: (text: string) => Evidence;
  chosen: Script | undefined;
  /** The clear words of its column, of its row, and of the whole sheet, by what they are typed in. */
  column: Votes;
  beside: Votes;
  whole: Votes;
}

/** A column speaks for its cells if it is all of one kind, or else the row, which may be pasted from another file. */
function nearest({ column, beside, whole }: Context): Votes {
  const isSure = (votes: Votes, least: number) =>
    sum(votes) >= least && Math.max(votes.unicode, votes.tcvn3, votes.vni) > 0.95 * sum(votes);
  if (isSure(column, 20) || isSure(whole, 20)) return sum(column) >= 20 ? column : whole;
  if (isSure(beside, 4)) return beside;
  return sum(column) >= 20 ? column : whole;
}

function repairCell(cell: Cell, written: string, context: Context): Cell {
  const was: NonNullable<Cell["was"]> = [];
  let text = written;
  const change = (kind: RepairKind, to: string, confidence: number) => {
    if (to === text) return;
    was.push({ kind, text, to, confidence });
    text = to;
  };
  change("composed", text.normalize("NFC"), 1);
  const { script, confidence, isDoubtful } = scriptOf(text, context);
  if (isDoubtful) return { ...cell, value: text, doubt: text, ...(was.length > 0 && { was }) };
  if (script === "tcvn3") change("tcvn3", fromTcvn3(text), confidence);
  else if (script === "vni") change("vni", fromVni(text), confidence);
  else {
    change("mojibake", demojibaked(text), 0.98);
    change("lookalike", withRealD(text), 0.98);
  }
  return was.length > 0 ? { ...cell, value: text, was } : cell;
}

/** How much the sheet's custom weighs against the text's own words. */
const custom = 0.4;
const unicodeFirst = 0.15;

function scriptOf(text: string, context: Context) {
  const { evidence, chosen } = context;
  const { words, scores } = evidence(text);
  const asItIs = { script: "unicode" as Script, confidence: 1, isDoubtful: false };
  if (words === 0) return asItIs;
  const asked = chosen && scores[chosen] >= 0 ? chosen : undefined;
  if (asked) return { ...asItIs, script: asked };
  const near = nearest(context);
  const all = sum(near);
  const lean = (script: Script) => (all > 0 ? (custom * near[script]) / all : 0);
  // Nobody types one sheet in both: a few words of TCVN3 in a sheet of VNI are a coincidence.
  const old = near.tcvn3 + near.vni;
  const mayBe = (script: OldEncoding) => scores[script] >= 0 && (old < 5 || near[script] > old * 0.05);
  const possible: Votes = {
    unicode: scores.unicode,
    tcvn3: mayBe("tcvn3") ? scores.tcvn3 : -1,
    vni: mayBe("vni") ? scores.vni : -1,
  };
  const [best, second] = ranked({
    unicode: possible.unicode + lean("unicode") + unicodeFirst,
    tcvn3: possible.tcvn3 < 0 ? -1 : possible.tcvn3 + lean("tcvn3"),
    vni: possible.vni < 0 ? -1 : possible.vni + lean("vni"),
  });
  // A name that is no syllable in any script ("H'Hen Niê") goes with its sheet; alone it stays as it is.
  if (best.script !== "unicode" && scores[best.script] < 0.3 && near[best.script] < 5) return asItIs;
  // What reads well as it stands changes only where the sheet around it is in that script.
  if (best.script !== "unicode" && scores.unicode >= 1 && near[best.script] < 3) return asItIs;
  const isClose = best.score - second.score < 0.1;
  const script = isClose ? "unicode" : best.script;
  const share = (one: Script) => (all > 0 ? near[one] / all : Number(one === "unicode"));
  const confidence = confidenceOf(script, words, possible, share(script));
  const rival = script === "unicode" ? (near.tcvn3 > near.vni ? "tcvn3" : "vni") : script;
  const isRival = possible[rival] >= 0.9 && share(rival) >= 0.15;
  return { script, confidence, isDoubtful: confidence < sureEnough && (script !== "unicode" || isRival) };
}

/**
 * Two witnesses, either of which is enough: the text (the share of its words that are syllables in this script, where
 * the next best script has words that are none), and the share of the sheet's words that are in it.
 */
function confidenceOf(script: Script, words: number, scores: Votes, share: number): number {
  const others = (Object.keys(scores) as Script[]).filter((one) => one !== script);
  const rival = Math.min(1, Math.max(...others.map((one) => scores[one])));
  const own = Math.min(1, Math.max(0, scores[script]));
  const witness = own * (1 - foreign ** (words * (1 - rival)));
  return Math.min(0.99, Math.round((1 - (1 - witness) * (1 - share)) * 100) / 100);
}

/** How likely a word that is no Vietnamese syllable stands in a roster all the same: one name in a few is not Kinh. */
const foreign = 0.3;

/** What a doubtful text may read like, as it is first; for a question. */
export function readingsOf(text: string): string[] {
  const { scores } = evidenceOf(text.normalize("NFC"));
  const old = (["tcvn3", "vni"] as const).filter((script) => scores[script] >= 0.6);
  return [...new Set([text, ...old.map((script) => (script === "tcvn3" ? fromTcvn3(text) : fromVni(text)))])];
}

function sum({ unicode, tcvn3, vni }: Votes): number {
  return unicode + tcvn3 + vni;
}

/** The bytes of windows-1252 behind its letters from 0x80 to 0x9F. */
const c1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Džÿ";
const utf8Lead = /[ÃÄÅÆáâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œž]/;

/** "Nguyá»…n" is UTF-8 that was read as windows-1252. */
function demojibaked(text: string): string {
  if (!utf8Lead.test(text)) return text;
  const bytes = [...text].map((letter) => {
    const place = c1.indexOf(letter);
    return place >= 0 && letter !== "ÿ" ? 0x80 + place : (letter.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 0xff)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes)).normalize("NFC");
  } catch {
    // No UTF-8 after all: it stays as it is.
    return text;
  }
}

/** The Icelandic and African letters that look like Đ, as some keyboards typed it; blanks that are no blanks. */
function withRealD(text: string): string {
  return text
    .replace(/[ÐƉ]/g, "Đ")
    .replace(/ð/g, "đ")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "");
}
