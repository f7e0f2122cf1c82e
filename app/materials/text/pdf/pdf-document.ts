/** A PDF opened for its text and for its pages as pictures. Runs in a thread of its own (see read-file.ts). */
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { words } from "~/materials/text/words";
import { Refusal } from "~/platform/refusal";

export const mostPages = 5_000;

const library = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Refusals: it asks for a password; it is damaged; it has too many pages. Whoever opens it ends it: `loadingTask.destroy()`. */
export async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // A copy: the library keeps what it is given, and gives it away.
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    cMapUrl: `${library}/cmaps/`,
    standardFontDataUrl: `${library}/standard_fonts/`,
    wasmUrl: `${library}/wasm/`,
    iccUrl: `${library}/iccs/`,
  });
  const pdf = await task.promise.catch(async (error: Error) => {
    await task.destroy();
    if (error.name === "PasswordException") throw new Refusal(words.encrypted);
    if (/^(?:InvalidPDF|Format|MissingPDF|UnknownError)/.test(error.name)) throw new Refusal(words.damaged);
    throw error;
  });
  if (pdf.numPages > mostPages) {
    await task.destroy();
    throw new Refusal(words.tooManyPages(mostPages));
  }
  return pdf;
}
