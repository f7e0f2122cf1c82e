/** How the audit trail reads what happens to materials. */
import type { TrailBook } from "~/accounts";
import { words } from "./words";

const bookIn = (language: "vi" | "en"): TrailBook["words"]["vi"] => ({
  actions: words[language].actions,
  fields: words[language].fields,
  values: {
    kind: words[language].kinds,
    circulation: words[language].circulations,
    state: words[language].states,
    audienceGroups: words[language].groups,
  },
});

export const materialTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) =>
    subjectKind === "material" ? `/materials/${subjectId}` : undefined,
};
