/** What the importer read differently from what stands in the file: kept beside the row, never hidden. */

export const repairKinds = [
  "tcvn3",
  "vni",
  "mojibake",
  "composed",
  "lookalike",
  "blanks",
  "case",
  "title",
  "bracket",
  "date",
  "century",
  "serial",
  "zero",
  "renumbered",
  "phoneForm",
  "severalPhones",
  "wording",
  "unitName",
  "number",
  "ditto",
  "assumed",
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** What is less sure is not repaired: it becomes a question or a problem. */
export const sureEnough = 0.8;

/** The answer that a text is left as it stands; where its field knows only fixed values, in the note. */
export const asInFile = "asInFile";

export interface Repair {
  field: string;
  kind: RepairKind;
  original: string;
  repaired: string;
  /** From 0 to 1. What is less than sure enough is not repaired: it is asked, or reported as a problem. */
  confidence: number;
}
