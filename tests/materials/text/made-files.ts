/** Small files made in code: pictures of text, office documents, and what tries to look like one. */
import { createRequire } from "node:module";
import * as xlsx from "@e965/xlsx";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import { writeZip } from "~/platform/zip-writer.server";

const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
);
GlobalFonts.registerFromPath(font, "Vietnam");

/** A page as a scanner gives it (PNG), turned clockwise by so many quarters. */
export function pictureOf(lines: string[], quarters = 0): Buffer {
  const [width, height] = [1240, 1754];
  const isLying = quarters % 2 === 1;
  const canvas = createCanvas(isLying ? height : width, isLying ? width : height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = "#000";
  context.font = "30px Vietnam";
  for (const [at, line] of lines.entries()) context.fillText(line, 120, 160 + at * 60);
  return canvas.toBuffer("image/png");
}

/** A page each: a text, or a picture that covers it. */
export function pdfOf(pages: (string | Buffer)[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: "A4", ...options });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const page of pages) {
    if (typeof page === "string") pdf.addPage().font(font).fontSize(12).text(page);
    else addPicture(pdf, page);
  }
  const done = new Promise<Buffer>((resolve) => pdf.on("end", () => resolve(Buffer.concat(chunks))));
  pdf.end();
  return done;
}

/** A red frame with a word in it (PNG), as a stamp is scanned and laid over a page. */
export function stampOf(word: string): Buffer {
  const canvas = createCanvas(360, 120);
  const context = canvas.getContext("2d");
  context.strokeStyle = "#c8141e";
  context.fillStyle = "#c8141e";
  context.lineWidth = 6;
  context.strokeRect(10, 10, 340, 100);
  context.font = "bold 64px Vietnam";
  context.textAlign = "center";
  context.fillText(word, 180, 84);
  return canvas.toBuffer("image/png");
}

/** Pages of text, the first with a picture of some four centimetres near its head. */
export function stampedPdfOf(pages: string[], stamp: Buffer): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: "A4" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const [index, text] of pages.entries()) {
    pdf.addPage().font(font).fontSize(12).text(text);
    if (index === 0) pdf.image(stamp, 400, 20, { width: 120 });
  }
  const done = new Promise<Buffer>((resolve) => pdf.on("end", () => resolve(Buffer.concat(chunks))));
  pdf.end();
  return done;
}

/** As large as the picture at 150 points an inch. */
function addPicture(pdf: PDFKit.PDFDocument, picture: Buffer) {
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)].map((points) => points * 0.48);
  pdf.addPage({ size: [width as number, height as number], margin: 0 }).image(picture, 0, 0, { width });
}

export async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const entries = Object.entries(parts).map(([name, text]) => ({ name, text: [text] }));
  const chunks: Buffer[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** The body's XML, and other parts by their names. */
export function docxOf(body: string, others: Record<string, string> = {}): Promise<Buffer> {
  const parts = Object.entries(others).map(([name, xml]) => [
    `word/${name}.xml`,
    `<w:hdr ${word}>${xml}</w:hdr>`,
  ]);
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(parts),
  });
}

/** An OLE container with one stream. */
export function compoundOf(streams: Record<string, Buffer>): Buffer {
  const container = xlsx.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    xlsx.CFB.utils.cfb_add(container, `/${name}`, content);
  return Buffer.from(xlsx.CFB.write(container, { type: "buffer" }));
}

/** One record of a PowerPoint stream ([MS-PPT] 2.3.1); a list of records makes a container. */
export function pptRecord(type: number, content: Buffer | Buffer[], instance = 0): Buffer {
  const body = Array.isArray(content) ? Buffer.concat(content) : content;
  const head = Buffer.alloc(8);
  head.writeUInt16LE((instance << 4) | (Array.isArray(content) ? 0xf : 0), 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A workbook of these sheets. */
export function bookOf(sheets: Record<string, string[][]>): Buffer {
  const book = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), name);
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" });
}
