/** How the audit trail reads a handover. */
import type { TrailBook } from "~/accounts";
import { words } from "./words";

export const handoverTrail: TrailBook = {
  words: {
    vi: { actions: words.vi.actions, fields: words.vi.fields },
    en: { actions: words.en.actions, fields: words.en.fields },
  },
};
