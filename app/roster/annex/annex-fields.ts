/** The fields that a Word template of an annex may hold, as they are written between braces. */
import type { annexWords } from "./annex-words";

type Field = keyof (typeof annexWords.vi)["meanings"];

/** In the order in which a document has them. */
export const annexFields = [
  "draft",
  "superior",
  "issuer",
  "number",
  "placeAndDay",
  "title",
  "subject",
  "#sections",
  "heading",
  "#people",
  "no",
  "fullName",
  "birthMale",
  "birthFemale",
  "position",
  "workplace",
  "education",
  "politicalTheory",
  "role",
  "remark",
  "/people",
  "/sections",
  "total",
  "authority",
  "signerTitle",
  "signer",
] as const satisfies Field[];

const value = (field: string): [string, string] => [field, field];
const isPlain = (field: string) => !/^[#/]/.test(field);

const sampleFacts = Object.fromEntries(annexFields.filter(isPlain).map(value));

/** Every field says its own name: for trying a template out. */
export const sampleContent = { ...sampleFacts, sections: [{ ...sampleFacts, people: [sampleFacts] }] };
