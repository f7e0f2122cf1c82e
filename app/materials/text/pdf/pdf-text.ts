/** The text layer of a PDF's page: as the file gives it, put together anew where its words are broken, or none worth reading. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import {
  hasBrokenWords,
  isBeyondRepair,
  joinFragments,
  syllableShare,
} from "~/materials/text/letters/broken-words";
import { hasHead } from "~/materials/text/marks/secrecy-mark";
import { fewLetters, type PageText } from "~/materials/text/page";
import { drawingOf, linesOfGlyphs } from "./pdf-glyphs";
import { linesOfPieces, type Piece } from "./pdf-lines";

export interface Layer extends Pick<PageText, "text" | "source"> {
  /** It must be read as a picture: it is one, or its text is beyond repair. */
  isScan: boolean;
  /** The head of a document with a picture on it, which may be a stamp. */
  mayBeStamped: boolean;
}

/** What covers so much of a page is the page. */
const wholePage = 0.5;
/** A stamp of two by three centimetres covers a hundredth of a page, a small one a third of that. */
const smallestStamp = 0.002;

export async function layerOf(page: PDFPageProxy): Promise<Layer> {
  const layer = await textOf(page);
  const isHead = page.pageNumber === 1 || hasHead(layer.text);
  return { ...layer, mayBeStamped: isHead && !layer.isScan && (await hasPicture(page)) };
}

/** A picture, or what was laid over the page with a viewer's own stamps and notes. */
async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const notes = await page.getAnnotations();
  if (notes.some(({ subtype }) => subtype === "Stamp" || subtype === "FreeText")) return true;
  return (await drawingOf(page)).pictured > smallestStamp;
}

async function textOf(page: PDFPageProxy): Promise<Omit<Layer, "mayBeStamped">> {
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
