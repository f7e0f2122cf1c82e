/** How the audit trail reads bulk edits. */
import type { TrailBook } from "~/accounts";
import { words as rosterWords } from "~/roster/words";
import { words } from "./words";

export const bulkTrail: TrailBook = { words: { vi: bookIn("vi"), en: bookIn("en") } };

function bookIn(language: "vi" | "en") {
  const { actions, fields } = words[language].audit;
  return { actions, fields: { ...rosterWords[language].fields, ...fields } };
}
