/** What each feature knows of its own lines in the trail: for every page that shows some. */
import { accountTrail, outboxTrail, type TrailBook } from "~/accounts";
import { materialTrail } from "~/materials";
import { exportWords } from "~/platform/export-words";
import {
  bulkTrail,
  changeTrail,
  decisionTrail,
  exportTrail,
  handoverTrail,
  ownTrail,
  recordTrail,
  reviewTrail,
  rosterWords,
} from "~/roster";
import { levelWords, unitWords } from "~/units";

const unitTrail: TrailBook = {
  words: {
    vi: { ...unitWords.vi, values: { kind: unitWords.vi.kinds, level: unitWords.vi.levels } },
    en: { ...unitWords.en, values: { kind: unitWords.en.kinds, level: unitWords.en.levels } },
  },
  pathOf: ({ subjectKind, subjectId }) => (subjectKind === "unit" ? `/units/${subjectId}` : undefined),
};

const rosterTrail: TrailBook = {
  words: { vi: rosterBook("vi"), en: rosterBook("en") },
  pathOf: ({ subjectKind, subjectId }) => (subjectKind === "speaker" ? `/roster/${subjectId}` : undefined),
};

const fileTrail: TrailBook = { words: exportWords };

export const trailBooks: TrailBook[] = [
  rosterTrail,
  decisionTrail,
  recordTrail,
  ownTrail,
  handoverTrail,
  changeTrail,
  bulkTrail,
  exportTrail,
  fileTrail,
  reviewTrail,
  materialTrail,
  outboxTrail,
  unitTrail,
  accountTrail,
];

function rosterBook(language: "vi" | "en") {
  const { actions, fields, roles, networks, genders, theory, reasons } = rosterWords[language];
  const values = {
    ...{ role: roles, network: networks, level: levelWords[language] },
    ...{ gender: genders, politicalTheory: theory, reason: reasons },
  };
  return { actions, fields, values };
}
