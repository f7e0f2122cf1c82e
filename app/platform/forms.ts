/** What both halves of a form share: the shape of its errors, and zod's messages in the person's language. */
import type { z } from "zod";
import { formWords } from "./form-words";
import type { Language, Phrase } from "./words";

/** Each field's first error by its path ("birth.year"); "form" for the whole. */
export type FieldErrors = Record<string, string>;

/** Gives a schema's own rule its sentence: `z.string().refine(isPhone, says(words.badPhone))`. */
export function says(phrase: Phrase) {
  return { params: { phrase } };
}

/** zod's error map for one language; hand it to `parse` or to zodResolver. */
export function formErrors(language: Language) {
  const words = formWords[language];
  return (issue: z.core.$ZodRawIssue): string | undefined => {
    if (issue.code === "custom") return (issue.params?.phrase as Phrase | undefined)?.[language];
    if (issue.input === undefined || issue.input === null || issue.input === "") return words.required;
    if (issue.code === "too_big" && issue.origin === "string") return words.tooLong(Number(issue.maximum));
    if (issue.code === "too_small" && issue.origin === "string") {
      return issue.minimum === 1 ? words.required : words.tooShort(Number(issue.minimum));
    }
    if (issue.code === "too_small" && issue.origin === "array") return words.chooseOne;
    if (issue.code === "too_big") return words.atMost(Number(issue.maximum));
    if (issue.code === "too_small") return words.atLeast(Number(issue.minimum));
    if (issue.code === "invalid_format" && issue.format === "email") return words.email;
    return words.invalid;
  };
}
