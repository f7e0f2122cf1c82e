/** Writes who reads it, and when, across each page of a PDF; the page's own text stays text. Runs in a thread. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  beginMarkedContent,
  degrees,
  endMarkedContent,
  grayscale,
  PDFDocument,
  type PDFFont,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { Refusal } from "~/platform/refusal";
import { words } from "./words";

const require = createRequire(import.meta.url);
const letters = "@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf";

/** How dark it is, and how far it reaches along the page's diagonal. */
const opacity = 0.22;
const reach = 0.72;
const largest = 40;

interface Marked {
  bytes: Uint8Array;
  mark: string;
}

/** The same PDF with the mark on every page. Refuses what is locked by a password, and what cannot be read whole. */
export async function watermark({ bytes, mark }: Marked): Promise<Uint8Array> {
  const pdf = await open(bytes);
  pdf.registerFontkit(require("fontkit"));
  const font = await pdf.embedFont(readFileSync(require.resolve(letters)), { subset: true });
  try {
    for (const page of pdf.getPages()) markPage(page, mark, font);
    return await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
  } catch {
    // Some page of it is not what its own table says.
    throw new Refusal(words.damaged);
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const usual = { updateMetadata: false, throwOnInvalidObject: false } as const;
  try {
    return await PDFDocument.load(bytes, usual);
  } catch (error) {
    if ((error as Error).name !== "EncryptedPDFError" && !/encrypted/i.test(String(error)))
      throw new Refusal(words.damaged);
  }
  try {
    // Many are only closed to changes: anybody opens them, with an empty password.
    return await PDFDocument.load(bytes, { ...usual, password: "" });
  } catch {
    throw new Refusal(words.locked);
  }
}

/** Three lines along the diagonal of what the reader sees of the page, however it is turned: one long, a short one on each side. */
function markPage(page: PDFPage, mark: string, font: PDFFont): void {
  const box = page.getCropBox();
  const turned = page.getRotation().angle;
  const isAcross = Math.abs(turned) % 180 === 90;
  const [width, height] = isAcross ? [box.height, box.width] : [box.width, box.height];
  const turn = (turned * Math.PI) / 180;
  const angle = Math.atan2(height, width) + turn;
  const diagonal = Math.hypot(width, height);
  const lengthOfOne = font.widthOfTextAtSize(mark, 1);
  // A mark that every reader of the file can leave out, as the standard asks of what is not of the page.
  page.pushOperators(beginMarkedContent("Artifact"));
  for (const side of [-1, 0, 1]) {
    // Half way to the corner a line parallel to the diagonal is half as long.
    const size = Math.min(largest, (diagonal * reach * (side ? 0.5 : 1)) / lengthOfOne);
    const half = (size * lengthOfOne) / 2;
    const [right, down] = [(side * width) / 4, (side * height) / 4];
    const x = box.x + box.width / 2 + right * Math.cos(turn) + down * Math.sin(turn) - half * Math.cos(angle);
    const y =
      box.y + box.height / 2 + right * Math.sin(turn) - down * Math.cos(turn) - half * Math.sin(angle);
    const rotate = degrees((angle * 180) / Math.PI);
    page.drawText(mark, { x, y, size, font, rotate, opacity, color: grayscale(0.3) });
  }
  page.pushOperators(endMarkedContent());
}
