/** How the audit trail reads what was handed out. */
import type { TrailBook } from "~/accounts";
import { exportWords } from "./words";

export const exportTrail: TrailBook = { words: { vi: bookIn("vi"), en: bookIn("en") } };

function bookIn(language: "vi" | "en") {
  const { actions, fields, formats } = exportWords[language];
  return { actions, fields, values: { format: formats } };
}
