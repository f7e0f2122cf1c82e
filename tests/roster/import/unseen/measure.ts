/** How many fields of unseen rosters come out right, and which come out wrong without a word. */
import { previewOf } from "~/roster/import/preview-rows";
import type { Made } from "./files";

export interface Mark {
  file: string;
  sheet: string;
  row: number;
  field: string;
  wanted: unknown;
  got: unknown;
  problems: string[];
}

export interface Measured {
  fields: number;
  /** Not right, but the row says that something is wrong with it. */
  held: Mark[];
  /** Not right, and nobody would notice. */
  silent: Mark[];
}

type Preview = Record<string, unknown> & {
  sheet: string;
  row: number;
  problems: { code: string; text: string }[];
};
const keys = [
  "fullName",
  "birth",
  "gender",
  "position",
  "unit",
  "education",
  "politicalTheory",
  "phone",
  "kind",
  "decision",
  "topic",
  "language",
];

export function measure({ name, bytes, expected, caseless }: Made): Measured {
  const found = new Map(
    (previewOf(bytes, null) as unknown as Preview[]).map((row) => [`${row.sheet} ${row.row}`, row]),
  );
  const measured: Measured = { fields: 0, held: [], silent: [] };
  for (const { sheet, row, fields } of expected) {
    const read = found.get(`${sheet} ${row}`);
    found.delete(`${sheet} ${row}`);
    const problems = read?.problems.map(({ code, text }) => `${code}: ${text}`) ?? [];
    for (const field of keys) {
      const wanted = fields[field];
      const isAsked = field in fields && wanted === undefined;
      if (wanted === undefined && !isAsked && read?.[field] === undefined) continue;
      measured.fields++;
      const got = read?.[field];
      const mark = { file: name, sheet, row, field, wanted, got, problems };
      if (isAsked) {
        if (problems.length === 0) measured.silent.push(mark);
      } else if (comparable(field, wanted, caseless) !== comparable(field, got, caseless)) {
        (problems.some((problem) => concerns(problem, field)) ? measured.held : measured.silent).push(mark);
      } else if (problems.some((problem) => concerns(problem, field) && isAbout(problem, got)))
        measured.held.push(mark);
    }
  }
  for (const row of found.values())
    measured.silent.push({
      file: name,
      sheet: row.sheet,
      row: row.row,
      field: "(nobody)",
      wanted: undefined,
      got: row.fullName,
      problems: [],
    });
  return measured;
}

const codes: Record<string, RegExp> = {
  fullName: /^(noName|badName|oldEncoding|unsureLetters)/,
  birth: /^(badBirth|dateOrder|unclearYear)/,
  gender: /^badGender/,
  phone: /^badPhone/,
  politicalTheory: /^(badTheory)/,
  kind: /^(badKind|noKind)/,
  unit: /^(unit|oldEncoding|unsureLetters)/,
  decision: /^badDecision/,
};

function concerns(problem: string, field: string): boolean {
  return (codes[field] ?? /^(oldEncoding|unsureLetters)/).test(problem);
}

/** A question about letters is about one text of the row. */
function isAbout(problem: string, got: unknown): boolean {
  return !problem.startsWith("unsureLetters") || problem.includes(String(got));
}

function comparable(field: string, value: unknown, caseless: boolean): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return JSON.stringify(value);
  const text = value.normalize("NFC");
  if (field === "unit") return text.toLowerCase().replace(/^đảng (ủy|uỷ|bộ) /, "");
  return caseless && field !== "fullName" ? text.toLowerCase() : text;
}
