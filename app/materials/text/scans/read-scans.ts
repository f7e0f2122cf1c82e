/** Reads pages that are pictures, one after the other, in a thread of its own: see read-file.server.ts for who asks. */
import { readFile } from "node:fs/promises";
import type { Format } from "~/materials/text/file-name";
import { hasHead } from "~/materials/text/marks/secrecy-mark";
import type { PageText } from "~/materials/text/page";
import { tidyLines } from "~/materials/text/page-lines";
import { bothTexts } from "./both-texts";
import type { Picture } from "./picture";

export interface ScansToRead {
  path: string;
  format: Format;
  pages: number[];
}

/** Each page is handed over as it is read: what was read stays, also after a kill. */
type HandOver = (page: PageText) => Promise<unknown>;

export async function readScans({ path, format, pages }: ScansToRead, handOver: HandOver): Promise<void> {
  const bytes = await readFile(path);
  const { ScanReader } = await import("./scan-reader");
  const reader = await ScanReader.start();
  try {
    for await (const { page, picture, layer } of picturesOf(bytes, format, pages)) {
      const { text, confidence, frames } = await reader.read(picture, page === 1 || hasHead(layer));
      const lines = tidyLines(text.replace(/ {3,}/g, "\t"));
      await handOver({ page, ...bothTexts(tidyLines(layer), { text: lines, confidence, frames }) });
    }
  } finally {
    await reader.end();
  }
}

async function* picturesOf(
  bytes: Buffer,
  format: Format,
  pages: number[],
): AsyncGenerator<{ page: number; picture: Picture; layer: string }> {
  const { drawPage, openPicture } = await import("./picture");
  if (format === "image") {
    yield { page: 1, picture: await openPicture(bytes), layer: "" };
    return;
  }
  const [{ openPdf }, { layerOf }] = await Promise.all([
    import("~/materials/text/pdf/pdf-document"),
    import("~/materials/text/pdf/pdf-text"),
  ]);
  const pdf = await openPdf(bytes);
  try {
    for (const number of pages) {
      const page = await pdf.getPage(number);
      const picture = await drawPage(page);
      const { text: layer } = await layerOf(page);
      page.cleanup();
      yield { page: number, picture, layer };
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
}
