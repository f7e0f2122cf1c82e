/** How the trail tells what happened to accounts. */
import type { TrailBook } from "./audit-line";
import { words } from "./audit-words";
import { roleWords } from "./role-words";

export const accountTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) => (subjectKind === "account" ? `/accounts/${subjectId}` : undefined),
};

function bookIn(language: "vi" | "en") {
  const { actions, fields, purposes, languages } = words[language];
  const roles = roleWords[language];
  return { actions, fields, values: { role: roles, roles, purpose: purposes, language: languages } };
}
