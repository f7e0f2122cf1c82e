/** The text to paste into a Zalo group: what there is and where to sign in, never the content. */

import type { MaterialKind } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import type { Language } from "~/platform/words";
import { words } from "./words";

interface HandedOut {
  kind: MaterialKind;
  title: string;
  number: string | null;
  acknowledgeBy: string | null;
  /** Where the signed-in person reads it. */
  address: string;
}

export function zaloText(
  { kind, title, number, acknowledgeBy, address }: HandedOut,
  language: Language,
): string {
  const { zalo } = words[language];
  return [
    zalo.text(materialWords[language].kinds[kind], title, number ? ` (${number})` : ""),
    acknowledgeBy ? zalo.until(showDay(acknowledgeBy)) : zalo.read,
    zalo.signIn(address),
  ].join("\n");
}
