/** How the audit trail reads what happens to the parts of a record, to the topics, and around the sensitive fields. */
import type { TrailBook } from "~/accounts";
import { words as rosterWords } from "~/roster/words";
import { words } from "./words";

export const recordTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind }) =>
    subjectKind === "topic"
      ? "/settings/roster/topics"
      : subjectKind === "private_field"
        ? "/settings/roster/private"
        : undefined,
};

function bookIn(language: "vi" | "en") {
  const { actions, fields, private: sensitive } = words[language];
  const { fields: rosterFields, genders, theory } = rosterWords[language];
  return {
    actions,
    fields: { ...rosterFields, ...fields },
    values: { gender: genders, politicalTheory: theory, privateFields: sensitive.fields },
  };
}
