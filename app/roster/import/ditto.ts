/** Marks by which a row repeats what stands above it: "-nt-", "như trên", a pair of quotes. */
import { fold, tidy } from "~/platform/text";
import type { Field } from "./fields";
import { type Cell, textOf } from "./sheet";

const mark = /^[-–—=.("'\s]*(?:nt|n\.t|nhu tren)[-–—=.)"'\s]*$/;
const quotes = /^[-–—.\s]*(?:["“”″〃]|['’`]{2})[-–—.\s]*$/u;

/** What people repeat so. A name, a birth or a telephone that does is no value: it stays a problem. */
const repeated: readonly Field[] = [
  "unit",
  "workplace",
  "position",
  "education",
  "politicalTheory",
  "kind",
  "decisionNumber",
  "decidedOn",
  "topic",
  "language",
  "note",
];

/** The row's cells with the values of the person above where they only say "the same". */
export function withDittos<T extends Partial<Record<Field, Cell>>>(cells: T, above: T | null): T {
  const marked = repeated.filter((field) => isDitto(cells[field]) && above?.[field]);
  if (marked.length === 0 || !above) return cells;
  const filled = marked.map((field) => [field, repeating(cells[field] as Cell, above[field] as Cell)]);
  return { ...cells, ...Object.fromEntries(filled) };
}

function repeating(cell: Cell, above: Cell): Cell {
  const { was: _, ...same } = above;
  const step = { kind: "ditto" as const, text: textOf(cell), to: textOf(above), confidence: 0.96 };
  return { ...same, was: [step] };
}

function isDitto(cell: Cell | undefined): boolean {
  const text = tidy(textOf(cell));
  return text.length > 0 && text.length <= 14 && (mark.test(fold(text)) || quotes.test(text));
}
