/** How the audit trail reads what happens to materials. */
import type { TrailBook } from "~/accounts";
import { trailWords as audienceWords } from "./audience/trail-words";
import { words as collectionWords } from "./collections/words";
import { words as intakeWords } from "./intake/words";
import { words as listWords } from "./list/words";
import { words as receiptWords } from "./receipts/words";
import { words as reviewWords } from "./review/words";
import { words as trashWords } from "./trash/words";
import { words as versionWords } from "./versions/words";
import { words } from "./words";

const bookIn = (language: "vi" | "en"): TrailBook["words"]["vi"] => ({
  actions: {
    ...words[language].actions,
    ...intakeWords[language].actions,
    ...listWords[language].actions,
    ...collectionWords[language].actions,
    ...reviewWords[language].actions,
    ...trashWords[language].actions,
    ...versionWords[language].actions,
    ...receiptWords[language].audit.actions,
    ...audienceWords[language].actions,
  },
  fields: {
    ...intakeWords[language].fields,
    ...receiptWords[language].audit.fields,
    ...collectionWords[language].fields,
    ...audienceWords[language].facts,
    ...words[language].fields,
  },
  values: {
    kind: words[language].kinds,
    circulation: words[language].circulations,
    state: words[language].states,
    audienceGroups: words[language].groups,
    collectionKind: collectionWords[language].kinds,
  },
});

export const materialTrail: TrailBook = {
  words: { vi: bookIn("vi"), en: bookIn("en") },
  pathOf: ({ subjectKind, subjectId }) => {
    if (subjectKind === "material_collection") return `/materials/collections/${subjectId}`;
    if (subjectKind !== "material") return undefined;
    return subjectId === "list" ? "/materials" : `/materials/${subjectId}`;
  },
};
