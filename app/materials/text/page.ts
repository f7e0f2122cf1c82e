/** The text of one page, slide, sheet or part of a document, as it was read. */

/** Where it came from: the file's own text, that text with its words put together again, or a picture of the page. */
export type PageSource = "layer" | "repaired" | "ocr";

/** A page with fewer letters may be a picture with a signature's text, a stamp or a number on it. */
export const fewLetters = 400;

export interface PageText {
  /** From 1. */
  page: number;
  /** Composed (NFC); a line each, a tab between what stands in columns. */
  text: string;
  source: PageSource;
  /** 0 to 100, where it was read from a picture. */
  confidence?: number;
  /** It was typed in a font whose letters do not show whether they are capitals. */
  wasOldFont?: boolean;
  /** What stands in headers, footers and frames of the page, each by itself; it is part of the text too. */
  frames?: string[];
}
