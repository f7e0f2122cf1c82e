/** How the audit trail reads what happens in the roster. */
import type { TrailBook } from "~/accounts";
import { levelWords } from "~/units";
import { words } from "./words";

export const rosterTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) =>
    subjectKind === "speaker"
      ? `/roster/${subjectId}`
      : subjectKind === "roster_import"
        ? `/roster/import/${subjectId}`
        : undefined,
};

function bookIn(language: "vi" | "en") {
  const { actions, fields, roles, networks, reasons, genders, theory } = words[language];
  return {
    actions,
    fields,
    values: {
      role: roles,
      network: networks,
      level: levelWords[language],
      reason: reasons,
      gender: genders,
      politicalTheory: theory,
    },
  };
}
