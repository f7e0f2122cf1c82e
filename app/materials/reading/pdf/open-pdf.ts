/** Opens a PDF in the browser: pdfjs with its worker from our own address, what it needs besides fetched when it asks. */

import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import qcms from "pdfjs-dist/wasm/qcms_bg.wasm?url";
import { fetchHead, NoPdf, Parts, partSize } from "./parts";

export interface OpenPdf {
  pdf: PDFDocumentProxy;
  /** The page that is shown first. */
  first: PDFPageProxy;
  close(): void;
}

const wasm: Record<string, string> = { "jbig2.wasm": jbig2, "openjpeg.wasm": openjpeg, "qcms_bg.wasm": qcms };
/** Letters that a PDF names and does not bring along. */
const fonts = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>("/node_modules/pdfjs-dist/standard_fonts/*.{ttf,pfb}", {
      query: "?url",
      import: "default",
      eager: true,
    }),
  ).map(([path, url]) => [path.slice(path.lastIndexOf("/") + 1), url]),
);

class OwnFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = wasm[filename] ?? fonts[filename];
    if (!url) throw new Error(`${filename} is not among our files.`);
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  }
}

/** Throws NoPdf. `onCut`: the line broke later on, while pages were being drawn. */
export async function openPdf(url: string, page: number, onCut: () => void): Promise<OpenPdf> {
  GlobalWorkerOptions.workerSrc = worker;
  const head = await fetchHead(url);
  const isWhole = head.bytes.length === head.total;
  let cut: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    cut = (error) => {
      reject(error);
      onCut();
    };
  });
  // Nobody may be waiting for it any more once the first page stands.
  broken.catch(() => {});
  const loading = getDocument({
    ...(isWhole ? { data: head.bytes } : { range: new Parts(url, head, cut) }),
    ...{ disableAutoFetch: true, disableStream: true, rangeChunkSize: partSize },
    ...{ BinaryDataFactory: OwnFiles, useWorkerFetch: false, enableXfa: false, verbosity: 0 },
    // Only asked whether they are there: OwnFiles knows the addresses.
    ...{ wasmUrl: "/", standardFontDataUrl: "/" },
  });
  try {
    const pdf = await Promise.race([loading.promise, broken]);
    const first = await Promise.race([pdf.getPage(Math.min(page, pdf.numPages)), broken]);
    return { pdf, first, close: () => void loading.destroy() };
  } catch (error) {
    void loading.destroy();
    throw error instanceof NoPdf ? error : new NoPdf("broken");
  }
}
