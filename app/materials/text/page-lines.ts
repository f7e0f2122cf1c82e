/** How the text of a page is kept: composed (NFC), no signs that show nothing, single blanks, no empty lines at its ends. */

/** Soft hyphens and blanks of no width; the letters of old fonts must have been read before. */
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** The database takes no NUL, and nobody reads the others. */
const control = /(?![\n\t])\p{Cc}/gu;

export function tidyLines(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\f|\u2028|\u2029/g, "\n")
    .replace(unseen, "")
    .replace(control, " ")
    .replace(/[^\S\n\t]+/gu, " ")
    .replace(/ *\t[ \t]*/g, "\t")
    .replace(/[ \t]+(?=\n|$)|(?<=\n|^) +/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
