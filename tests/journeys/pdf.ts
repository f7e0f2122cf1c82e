/** A PDF of a few lines, in letters that Vietnamese has. */
import PDFDocument from "pdfkit";

const font = "node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf";

export function makePdf(lines: string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", font });
  const pieces: Buffer[] = [];
  for (const line of lines) pdf.text(line);
  return new Promise((done) => {
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("end", () => done(Buffer.concat(pieces)));
    pdf.end();
  });
}
