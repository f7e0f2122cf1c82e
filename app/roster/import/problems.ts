/** What can be wrong with a row: it keeps that row, and no other, from being added. */

export const problemCodes = [
  "noName",
  "badName",
  "oldEncoding",
  "unsureLetters",
  "badBirth",
  "dateOrder",
  "unclearYear",
  "badGender",
  "badPhone",
  "badEmail",
  "badTheory",
  "noKind",
  "badKind",
  "unitNotFound",
  "unitAmbiguous",
  "badDecision",
  "noStart",
  "levelClosed",
  "twiceInFile",
  "phoneTwiceInFile",
  "phoneTaken",
  "maybeThere",
  "differs",
] as const;

export interface Problem {
  code: (typeof problemCodes)[number];
  /** What stood there, or the row or person that it clashes with. */
  text: string;
}
