/** All that a PDF needs, asked for at once: the heavy library, its worker and the file's first bytes. The words of the page stand there meanwhile. */
import workerScript from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { fetchPart, NoPdf, type Part, partSize } from "./fetch-part";
import type { OpenPdf, PdfView } from "./pdf-view";

/** The library's chunk takes from ours nothing but this: what both import would be a request more before the words. */
export interface Begun {
  partSize: number;
  head: Promise<Part>;
  fetchPart(begin: number, end: number): Promise<Part>;
  worker: Worker;
  /** Never fulfilled: fails when the worker's script does not come. */
  workerFails: Promise<never>;
}

/** Throws NoPdf. `onCut`: the line broke later on, while pages were being drawn. */
export async function beginPdf(
  url: string,
  page: number,
  onCut: () => void,
): Promise<{ View: typeof PdfView; open: OpenPdf }> {
  const begun = begin(url);
  try {
    const { openPdf, PdfView } = await import("./pdf-view").catch(() => {
      throw new NoPdf("offline");
    });
    return { View: PdfView, open: await openPdf(begun, page, onCut) };
  } catch (error) {
    begun.worker.terminate();
    throw error instanceof NoPdf ? error : new NoPdf("broken");
  }
}

function begin(url: string): Begun {
  const worker = new Worker(workerScript, { type: "module" });
  const workerFails = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new NoPdf("offline"));
  });
  const head = fetchPart(url, 0, 2 * partSize);
  // Awaited only once the library is here.
  for (const one of [head, workerFails]) one.catch(() => {});
  const fetchThis = (begin: number, end: number) => fetchPart(url, begin, end);
  return { partSize, head, fetchPart: fetchThis, worker, workerFails };
}
