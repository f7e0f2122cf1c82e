/** How the audit trail reads what happens in reviews. */
import type { TrailBook } from "~/accounts";
import { words as rosterWords } from "~/roster/words";
import { markWords } from "./unit/mark-words";
import { words } from "./words";

const bookIn = (language: "vi" | "en") => ({
  actions: words[language].audit.actions,
  fields: { ...rosterWords[language].fields, ...words[language].audit.fields },
  values: { verdict: markWords[language].verdicts, reason: rosterWords[language].reasons },
});

export const reviewTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) =>
    subjectKind === "review"
      ? `/roster/reviews/${subjectId}`
      : subjectKind === "review_list"
        ? `/roster/reviews/lists/${subjectId}`
        : undefined,
};
