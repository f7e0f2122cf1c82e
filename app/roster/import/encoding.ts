/** Tells rows that still hold letters of the fonts of before Unicode once the texts have been repaired. */

/**
 * Letters that no Vietnamese text has, signs in the middle of a word, pairs that no Vietnamese syllable has: one is
 * enough to hold a row back. Quotation marks count only between letters; a soft hyphen alone proves nothing.
 */
const neverVietnamese =
  /[ÞþßÖöÑñÄäÅåËëÜüÏïØøÛûÆæ]|\p{L}[¡-ª¬®-º¼-¿×÷]|[¡-ª¬®-º¼-¿×÷]\p{L}|\p{L}[«»]\p{L}|[aeouy]ù/iu;

export function hasOldLetters(text: string): boolean {
  return neverVietnamese.test(text.normalize("NFC"));
}
