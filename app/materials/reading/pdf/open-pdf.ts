/** Opens a PDF in the browser: pdfjs with its worker from our own address, what it needs besides fetched when it asks. */
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import jbig2 from "pdfjs-dist/wasm/jbig2.wasm?url";
import openjpeg from "pdfjs-dist/wasm/openjpeg.wasm?url";
import qcms from "pdfjs-dist/wasm/qcms_bg.wasm?url";
import type { Begun } from "./begin-pdf";
import { Parts } from "./parts";

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

/** `onCut`: the line broke later on, while pages were being drawn. */
export async function openPdf(begun: Begun, page: number, onCut: () => void): Promise<OpenPdf> {
  const { worker: port, workerFails, fetchPart, partSize } = begun;
  const head = await begun.head;
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
  // Its types know no port.
  const worker = new PDFWorker({ port: port as never });
  const loading = getDocument({
    ...(isWhole ? { data: head.bytes } : { range: new Parts(head, fetchPart, cut) }),
    ...{ worker, disableAutoFetch: true, disableStream: true, rangeChunkSize: partSize },
    ...{ BinaryDataFactory: OwnFiles, useWorkerFetch: false, enableXfa: false, verbosity: 0 },
    // Only asked whether they are there: OwnFiles knows the addresses.
    ...{ wasmUrl: "/", standardFontDataUrl: "/" },
  });
  const close = () => {
    // The library ends only workers that it made itself.
    void loading.destroy().finally(() => port.terminate());
  };
  try {
    const pdf = await Promise.race([loading.promise, broken, workerFails]);
    const first = await Promise.race([pdf.getPage(Math.min(page, pdf.numPages)), broken]);
    return { pdf, first, close };
  } catch (error) {
    close();
    throw error;
  }
}
