/** Writes a plain document as PDF, its letters embedded: a title, then sections of labelled lines, on A4. */
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const { resolve } = createRequire(import.meta.url);
const fonts = "@expo-google-fonts/be-vietnam-pro";
const regular = resolve(`${fonts}/400Regular/BeVietnamPro_400Regular.ttf`);
const bold = resolve(`${fonts}/600SemiBold/BeVietnamPro_600SemiBold.ttf`);

export interface PlainDocument {
  title: string;
  /** Under the title: whose, when; and what it is for. */
  intro: string[];
  sections: { title: string; lines: { label?: string; text: string }[] }[];
  /** At the foot of each page: "Trang 1/3". */
  pageOf: (page: number, pages: number) => string;
  language: string;
}

const margin = 56;
const labelWidth = 150;
const ink = "#1c1917";
const soft = "#57534e";

export function writeDocument(document: PlainDocument): Promise<Buffer> {
  const { title, intro, sections, language } = document;
  const pdf = new PDFDocument({
    ...{ size: "A4", margin, bufferPages: true, lang: language, displayTitle: true, font: regular },
    info: { Title: title },
  });
  const pieces: Buffer[] = [];
  const written = new Promise<Buffer>((done, failed) => {
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("end", () => done(Buffer.concat(pieces)));
    pdf.on("error", failed);
  });
  pdf.font(bold).fontSize(18).fillColor(ink).text(plain(title));
  pdf.moveDown(0.3).font(regular).fontSize(10).fillColor(soft);
  for (const line of intro) pdf.text(plain(line));
  for (const section of sections) writeSection(pdf, section);
  numberPages(pdf, document);
  pdf.end();
  return written;
}

function writeSection(pdf: PDFKit.PDFDocument, { title, lines }: PlainDocument["sections"][number]): void {
  // A heading never stands alone at the foot of a page.
  if (pdf.y > pdf.page.height - margin - 60) pdf.addPage();
  pdf.moveDown(1).font(bold).fontSize(13).fillColor(ink).text(plain(title), margin);
  pdf.moveDown(0.3);
  for (const line of lines) writeLine(pdf, line);
}

/** The label beside its text; a line that does not fit goes to the next page whole, if a page can hold it. */
function writeLine(pdf: PDFKit.PDFDocument, { label, text }: { label?: string; text: string }): void {
  const left = label === undefined ? margin : margin + labelWidth;
  const width = pdf.page.width - margin - left;
  pdf.font(regular).fontSize(10.5);
  const height = Math.max(
    pdf.heightOfString(plain(text), { width }),
    label ? pdf.heightOfString(plain(label), { width: labelWidth - 10 }) : 0,
  );
  const room = pdf.page.height - margin - pdf.y;
  if (height > room && height < pdf.page.height - 2 * margin) pdf.addPage();
  const { y } = pdf;
  if (label) pdf.fillColor(soft).text(plain(label), margin, y, { width: labelWidth - 10 });
  const below = pdf.y;
  pdf.fillColor(ink).text(plain(text), left, y, { width });
  pdf.y = Math.max(pdf.y, below) + 4;
  pdf.x = margin;
}

function numberPages(pdf: PDFKit.PDFDocument, { pageOf }: PlainDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    // The foot lies in the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.font(regular).fontSize(9).fillColor(soft);
    pdf.text(pageOf(page + 1, count), margin, pdf.page.height - 40, { align: "right" });
  }
}

/** Composed letters, so that what is copied out reads as it was typed; nothing that no page shows. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" ? sign : " "));
}
