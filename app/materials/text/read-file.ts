/** Reads a file's text, page by page, in a thread of its own: see read-file.server.ts for who asks. */
import { open, readFile } from "node:fs/promises";
import type { Format } from "./file-name";
import { findFormat, headLength, isSoundOrFilm, nameWithTrueEnding } from "./format";
import { inUnicode, oldEncodingOf } from "./letters/old-letters";
import type { OfficePage } from "./office/office-page";
import type { PageText } from "./page";
import { tidyLines } from "./page-lines";

export interface FileToRead {
  /** On this machine's disk. */
  path: string;
  /** As its sender called it. */
  name: string;
}

export interface FileText {
  format: Format;
  type: string;
  /** With the ending that its content has. */
  name: string;
  /** Pages with text of their own. */
  pages: PageText[];
  /** How many pages, slides, sheets or parts there are; null: it has none. */
  count: number | null;
  /** Pages that must be read as pictures: they are, or carry one that may be a stamp (these have their text among `pages` too). */
  scans: number[];
}

export interface Progress {
  done: number;
  total: number;
}

type Ask = (progress: Progress) => Promise<unknown>;

/** Refusals: as `findFormat`; damaged; too many pages; a picture of absurd size. */
export async function readText({ path, name }: FileToRead, ask: Ask): Promise<FileText> {
  const head = await readHead(path);
  const bytes = (await isSoundOrFilm(head)) ? head : await readFile(path);
  const found = await findFormat(bytes);
  const { format, type } = found;
  const about = { format, type, name: nameWithTrueEnding(name, found) };
  if (format === "audio" || format === "video") return { ...about, pages: [], count: null, scans: [] };
  if (format === "image") {
    const { refuseHugePicture } = await import("./scans/picture");
    await refuseHugePicture(bytes);
    return { ...about, pages: [], count: 1, scans: [1] };
  }
  const layers = format === "pdf" ? await readPdf(bytes, ask) : await readOffice(format, bytes);
  return { ...about, ...layers, pages: withReadLetters(layers.pages) };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

type Layers = Pick<FileText, "pages" | "count" | "scans">;

async function readPdf(bytes: Buffer, ask: Ask): Promise<Layers> {
  const [{ openPdf }, { layerOf }] = await Promise.all([
    import("./pdf/pdf-document"),
    import("./pdf/pdf-text"),
  ]);
  const pdf = await openPdf(bytes);
  const read: Layers = { pages: [], count: pdf.numPages, scans: [] };
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { isScan, mayBeStamped, ...layer } = await layerOf(page);
      page.cleanup();
      if (isScan || mayBeStamped) read.scans.push(number);
      if (!isScan) read.pages.push({ page: number, ...layer });
      if (number % 10 === 0) await ask({ done: number, total: pdf.numPages });
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return read;
}

const readers: Record<"docx" | "doc" | "pptx" | "ppt" | "xlsx", (bytes: Buffer) => Promise<OfficePage[]>> = {
  docx: async (bytes) => (await import("./office/docx")).readDocx(bytes),
  doc: async (bytes) => (await import("./office/doc")).readDoc(bytes),
  pptx: async (bytes) => (await import("./office/pptx")).readPptx(bytes),
  ppt: async (bytes) => (await import("./office/ppt")).readPpt(bytes),
  xlsx: async (bytes) => (await import("./office/xlsx-pages")).readXlsx(bytes),
};

async function readOffice(format: keyof typeof readers, bytes: Buffer): Promise<Layers> {
  const pages = await readers[format](bytes);
  return {
    pages: pages.map((page, index) => ({ page: index + 1, source: "layer", ...page })),
    count: pages.length,
    scans: [],
  };
}

/** What was typed in old fonts in Unicode, composed and without stray blanks: after this nothing is lost by tidying. */
function withReadLetters(pages: PageText[]): PageText[] {
  const encoding = oldEncodingOf(pages.map(({ text }) => text).join("\n"));
  const read = (text: string) => tidyLines(encoding ? inUnicode(text, encoding) : text);
  return pages.map(({ text, frames, ...page }) => ({
    ...page,
    ...(encoding && { source: "repaired", wasOldFont: true }),
    text: read(text),
    ...(frames && frames.length > 0 && { frames: frames.map(read) }),
  }));
}
