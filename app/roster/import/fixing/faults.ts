/** In which field of a row each problem stands, and the text that is at fault. */
import type { TypedField } from "~/roster/import/check";
import type { Problem } from "~/roster/import/problems";

const fields: Partial<Record<Problem["code"], TypedField>> = {
  noName: "fullName",
  badName: "fullName",
  badBirth: "birth",
  dateOrder: "birth",
  unclearYear: "birth",
  badGender: "gender",
  badPhone: "phone",
  phoneTaken: "phone",
  phoneTwiceInFile: "phone",
  badEmail: "email",
  badTheory: "politicalTheory",
  noKind: "kind",
  badKind: "kind",
  unitNotFound: "unit",
  unitAmbiguous: "unit",
};
/** Their text is another person or row, not what stands in the field. */
const aboutOthers: readonly Problem["code"][] = ["phoneTaken", "phoneTwiceInFile"];

/** Null: it is about the row as a whole. */
export function fieldAtFault(code: Problem["code"]): TypedField | null {
  return fields[code] ?? null;
}

/** What stands in the fields that could not be read. */
export function faultyTexts(problems: Problem[]): Partial<Record<TypedField, string>> {
  const faulty = problems.filter(({ code }) => fields[code] && !aboutOthers.includes(code));
  return Object.fromEntries(faulty.map(({ code, text }) => [fields[code], text]));
}
