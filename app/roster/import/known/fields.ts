/** The fields in which a record and a row of a file can differ, what can be said of them, and the groups of people that this makes. */

export const knownFields = [
  "fullName",
  "birth",
  "gender",
  "phone",
  "email",
  "position",
  "workplace",
  "education",
  "politicalTheory",
  "note",
  "unitId",
] as const;
export type KnownField = (typeof knownFields)[number];

/** For all rows of an import: "ask" fills what is empty and asks where both differ. */
export const rules = ["ask", "fill", "take", "keep"] as const;
export type Rule = (typeof rules)[number];
export type Rules = Partial<Record<KnownField, Rule>>;

/** For one row: the roster's or the file's. */
export const choices = ["keep", "take"] as const;
export type Choice = (typeof choices)[number];

/** In the order in which they need a look: is it this person, which value, what will change, what will not. */
export const knownGroups = ["maybe", "differs", "changes", "unchanged"] as const;
export type KnownGroup = (typeof knownGroups)[number];
