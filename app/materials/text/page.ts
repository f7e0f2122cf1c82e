/** The text of one page, slide, sheet or part of a document, as it was read. */

/** Where it came from: the file's own text, that text with its words put together again, or a picture of the page. */
export type PageSource = "layer" | "repaired" | "ocr";

export interface PageText {
  /** From 1. */
  page: number;
  /** Composed (NFC); a line each, a tab between what stands in columns. */
  text: string;
  source: PageSource;
  /** 0 to 100, where it was read from a picture. */
  confidence?: number;
  /** What stands in headers, footers and frames of the page, each by itself; it is part of the text too. */
  frames?: string[];
}
