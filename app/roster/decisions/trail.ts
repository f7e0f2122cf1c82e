/** How the audit trail reads what happens to decisions and terms. */
import type { TrailBook } from "~/accounts";
import { words as rosterWords } from "~/roster/words";
import { words } from "./words";

const bookIn = (language: "vi" | "en") => ({
  actions: words[language].actions,
  fields: words[language].fields,
  values: { kind: rosterWords[language].kinds },
});

export const decisionTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) =>
    subjectKind === "decision"
      ? `/roster/decisions/${subjectId}`
      : subjectKind === "term"
        ? `/roster/terms/${subjectId}`
        : undefined,
};
