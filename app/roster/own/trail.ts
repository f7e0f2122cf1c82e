/** How the audit trail reads self-service. */
import type { TrailBook } from "~/accounts";
import { words } from "./words";

export const ownTrail: TrailBook = {
  words: {
    vi: { actions: words.vi.actions, fields: words.vi.fields },
    en: { actions: words.en.actions, fields: words.en.fields },
  },
};
