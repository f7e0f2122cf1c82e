/** How the audit trail reads merges, pairs that are two people, and large changes taken back. */
import type { TrailBook } from "~/accounts";
import { words as doubleWords } from "~/roster/doubles/words";
import { words as rosterWords } from "~/roster/words";
import { words } from "./words";

export const changeTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) =>
    subjectKind === "change" ? `/roster/changes/${subjectId}` : undefined,
};

function bookIn(language: "vi" | "en") {
  const { fields, genders, theory } = rosterWords[language];
  const { audit: ofDoubles } = doubleWords[language];
  const { audit: ofChanges, kinds } = words[language];
  return {
    actions: { ...ofDoubles.actions, ...ofChanges.actions },
    fields: { ...fields, ...ofDoubles.fields, ...ofChanges.fields },
    values: { gender: genders, politicalTheory: theory, changeKind: kinds },
  };
}
