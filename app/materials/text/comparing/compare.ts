/** What became of the pages of a file from one version to the next: kept, changed (word by word), new, gone. */
import { differ } from "./differ";

export interface ComparedPage {
  page: number;
  text: string;
}

/** A run of words on a page that changed. */
export interface WordMark {
  kind: "same" | "removed" | "added";
  text: string;
}

export type PageChange =
  | { kind: "same"; from: number; to: number }
  /** Without marks where little more than the page's place is the same. */
  | { kind: "changed"; from: number; to: number; marks: WordMark[] }
  | { kind: "new"; to: number; text: string }
  | { kind: "gone"; from: number; text: string };

/** Of the words of two pages, so many in common make them the same page, changed. */
const alike = 0.35;
/** Between pages that stayed, more are not weighed against each other one by one. */
const mostWeighed = 60;

interface Known extends ComparedPage {
  words: string[];
  key: string;
}

/** In the order of the newer version; what is gone stands where it was. Blanks and line ends do not count. */
export function compareVersions(before: ComparedPage[], after: ComparedPage[]): PageChange[] {
  const [old, now] = [before.map(known), after.map(known)];
  const changes: PageChange[] = [];
  let [gone, added]: [Known[], Known[]] = [[], []];
  const settle = () => {
    changes.push(...pairUp(gone, added));
    [gone, added] = [[], []];
  };
  let [x, y] = [0, 0];
  const steps = differ(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  for (const { kind } of steps ?? replaced(old.length, now.length)) {
    if (kind === "removed") gone.push(old[x++] as Known);
    if (kind === "added") added.push(now[y++] as Known);
    if (kind !== "same") continue;
    settle();
    changes.push({ kind: "same", from: (old[x++] as Known).page, to: (now[y++] as Known).page });
  }
  settle();
  return changes;
}

/** The same of one value, as a thread takes it. */
export function compareTexts({ from, to }: { from: ComparedPage[]; to: ComparedPage[] }): PageChange[] {
  return compareVersions(from, to);
}

function known({ page, text }: ComparedPage): Known {
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean);
  return { page, text, words, key: words.join(" ") };
}

function replaced(removed: number, added: number): { kind: "removed" | "added" | "same" }[] {
  return [
    ...Array.from({ length: removed }, () => ({ kind: "removed" as const })),
    ...Array.from({ length: added }, () => ({ kind: "added" as const })),
  ];
}

/** Between two pages that stayed: the pairs that have most words in common, without crossing each other. */
function pairUp(gone: Known[], added: Known[]): PageChange[] {
  if (gone.length === 0 || added.length === 0) return unpaired(gone, added);
  if (gone.length > mostWeighed || added.length > mostWeighed) return oneByOne(gone, added);
  const weights = gone.map((one) => added.map((other) => likeness(one.words, other.words)));
  // best[i][j]: the most that the pages from i and from j on can have in common.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(added.length + 1).fill(0));
  const value = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => {
    const weight = weights[i]?.[j] ?? 0;
    return weight >= alike ? weight + value(i + 1, j + 1) : 0;
  };
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = added.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(value(i + 1, j), value(i, j + 1), paired(i, j));
  const changes: PageChange[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < added.length) {
    const isPair = paired(i, j) > 0 && paired(i, j) === value(i, j);
    if (isPair) changes.push(changed(gone[i++] as Known, added[j++] as Known));
    else if (value(i + 1, j) >= value(i, j + 1)) changes.push(...unpaired([gone[i++] as Known], []));
    else changes.push(...unpaired([], [added[j++] as Known]));
  }
  return [...changes, ...unpaired(gone.slice(i), added.slice(j))];
}

function oneByOne(gone: Known[], added: Known[]): PageChange[] {
  const count = Math.min(gone.length, added.length);
  const pairs = gone.slice(0, count).flatMap((one, index): PageChange[] => {
    const other = added[index] as Known;
    return likeness(one.words, other.words) >= alike ? [changed(one, other)] : unpaired([one], [other]);
  });
  return [...pairs, ...unpaired(gone.slice(count), added.slice(count))];
}

function unpaired(gone: Known[], added: Known[]): PageChange[] {
  return [
    ...gone.map(({ page, text }): PageChange => ({ kind: "gone", from: page, text })),
    ...added.map(({ page, text }): PageChange => ({ kind: "new", to: page, text })),
  ];
}

function changed(one: Known, other: Known): PageChange {
  return { kind: "changed", from: one.page, to: other.page, marks: wordMarks(one.words, other.words) };
}

/** The words in runs; [] where they differ too much. */
export function wordMarks(before: string[], after: string[]): WordMark[] {
  const runs: { kind: WordMark["kind"]; words: string[] }[] = [];
  for (const { kind, word } of differ(before, after) ?? []) {
    const run = runs.at(-1);
    if (run?.kind === kind) run.words.push(word);
    else runs.push({ kind, words: [word] });
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
}

/** The share of their words that two pages have in common, from 0 to 1. */
function likeness(one: string[], other: string[]): number {
  if (one.length + other.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
