/** The text layer of a PDF's page: as the file gives it, put together anew where its words are broken, or none worth reading. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { hasBrokenWords, isBeyondRepair, joinFragments, syllableShare } from "./broken-words";
import type { PageText } from "./page";
import { drawingOf, linesOfGlyphs } from "./pdf-glyphs";
import { linesOfPieces, type Piece } from "./pdf-lines";

export interface Layer extends Pick<PageText, "text" | "source"> {
  /** It must be read as a picture: it is one, or its text is beyond repair. */
  isScan: boolean;
}

/** A page with fewer letters may be a picture with a signature's text, a stamp or a number on it. */
const fewLetters = 400;
/** What covers so much of a page is the page. */
const wholePage = 0.5;

export async function layerOf(page: PDFPageProxy): Promise<Layer> {
  const text = await plainText(page);
  const letters = text.replace(/\P{L}/gu, "").length;
  if (letters < fewLetters) {
    const { pictured } = await drawingOf(page);
    if (pictured > wholePage) return { text, source: "layer", isScan: true };
  }
  if (!hasBrokenWords(text)) return { text, source: "layer", isScan: isHopeless(text) };
  const { glyphs } = await drawingOf(page);
  const placed = linesOfGlyphs(glyphs).normalize("NFC");
  const repaired = hasBrokenWords(placed) ? joinFragments(placed) : placed;
  return { text: repaired, source: "repaired", isScan: isBeyondRepair(repaired) || isHopeless(repaired) };
}

/** Letters from everywhere: the file does not say which sign is which letter. */
function isHopeless(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 40) return false;
  const strange = (text.match(/[\uE000-\uF8FF\uFFFD]|[\u0370-\u06FF\u0900-\u1DFF]/g) ?? []).length;
  return strange > letters.length * 0.05 && syllableShare(text) < 0.7;
}

export async function plainText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] => {
    if (!("str" in item)) return [];
    const [, , slant = 0, high = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(slant, high);
    return [{ text: item.str, x, y, width: item.width, size, ends: item.hasEOL }];
  });
  return linesOfPieces(pieces).normalize("NFC");
}
