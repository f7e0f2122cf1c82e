/** How the audit trail reads what is done to letters. */
import type { TrailBook } from "~/accounts/audit-line";
import { words } from "./words";

export const outboxTrail: TrailBook = {
  words: { vi: words.vi.audit, en: words.en.audit },
  pathOf: ({ subjectKind, subjectId }) => (subjectKind === "mail" ? `/outbox/${subjectId}` : undefined),
};
