/** Tells texts typed in the fonts of before Unicode (TCVN3: .VnTime; VNI: VNI-Times) from real Vietnamese. */
import { ownCells, type Sheet } from "./sheet";

export type OldEncoding = "tcvn3" | "vni";

/** Signs that stand for Vietnamese letters in TCVN3 and hardly ever stand inside a Vietnamese word otherwise. */
const tcvn3 = /\p{L}[¡-¿×Þß÷ø]|[¡-¿×Þß÷][a-zA-Z]/gu;
/** VNI writes a letter and then a sign: "oä", "eâ", "öô", "Ñ". */
const vni = /[aeoyuöôAEOYUÖÔ][àáâãäåèéêëïñøùúûüÀÁÂÃÄÅÈÉÊËÏÑØÙÚÛÜ]|[öñÖÑ]/gu;
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/** Compares how often each writing occurs; null for Unicode (decomposed too) and for texts without tone marks. */
export function oldEncodingOf(sheets: Sheet[]): OldEncoding | null {
  const text = sheets
    .flatMap(({ rows }) => rows.slice(0, 400))
    .flatMap(ownCells)
    .map(({ cell }) => (typeof cell.value === "string" ? cell.value.normalize("NFC") : ""))
    .join(" ");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const unicode = count(vietnamese);
  const [asTcvn3, asVni] = [count(tcvn3), count(vni)];
  if (Math.max(asTcvn3, asVni) < 10 || unicode * 2 > Math.max(asTcvn3, asVni)) return null;
  return asTcvn3 > asVni ? "tcvn3" : "vni";
}

/**
 * Letters that no Vietnamese text has, signs in the middle of a word, pairs that no Vietnamese syllable has: one is
 * enough to hold a row back. Quotation marks count only between letters; a soft hyphen alone proves nothing.
 */
const neverVietnamese =
  /[ÞþßÖöÑñÄäÅåËëÜüÏïØøÛûÆæ]|\p{L}[¡-ª¬®-º¼-¿×÷]|[¡-ª¬®-º¼-¿×÷]\p{L}|\p{L}[«»]\p{L}|[aeouy]ù/iu;

export function hasOldLetters(text: string): boolean {
  return neverVietnamese.test(text.normalize("NFC"));
}
