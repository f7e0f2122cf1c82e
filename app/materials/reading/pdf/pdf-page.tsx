/** One page of a PDF: drawn when it comes near the screen, its words above it to mark and copy. */
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef } from "react";
import { markHits } from "./mark-hits";

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  label: string;
  /** Width on the screen, in CSS pixels, and height by width. */
  width: number;
  ratio: number;
  isNear: boolean;
  /** What is marked, and which hit of this page is the one in question. */
  marks: string[];
  at: number | null;
  onRatio(number: number, ratio: number): void;
}

/** Phones have little memory for pictures. */
const mostPixels = 8_000_000;

export function PdfPage({ pdf, number, label, width, ratio, isNear, marks, at, onRatio }: PdfPageProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef(0);

  useEffect(() => {
    if (!isNear || width === 0) return;
    let stop = () => {};
    let isGone = false;
    // While somebody zooms, the picture there is only stretched.
    const timer = setTimeout(
      async () => {
        const page = await pdf.getPage(number);
        if (!box.current || isGone) return;
        stop = draw(page, box.current, width);
        drawn.current = width;
        const { width: wide, height: high } = page.getViewport({ scale: 1 });
        onRatio(number, high / wide);
      },
      drawn.current ? 250 : 0,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [pdf, number, isNear, width, onRatio]);

  useEffect(() => {
    if (isNear) return;
    // Far away it gives its memory back.
    box.current?.replaceChildren();
    drawn.current = 0;
  }, [isNear]);

  useEffect(() => {
    const layer = box.current;
    if (!layer) return;
    const mark = () => markHits(layer, marks, at);
    mark();
    layer.addEventListener("textlayer", mark);
    return () => layer.removeEventListener("textlayer", mark);
  }, [marks, at]);

  return (
    <section
      data-page={number}
      aria-label={label}
      className="relative mx-auto shrink-0 scroll-mt-16 bg-white shadow-sm"
      style={{ width, height: width * ratio }}
    >
      <div ref={box} className="pdf-page absolute inset-0" />
    </section>
  );
}

/** Draws beside what stands there and takes its place when done. Returns how to stop. */
function draw(page: PDFPageProxy, box: HTMLElement, width: number): () => void {
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const wanted = Math.min(window.devicePixelRatio || 1, 2);
  const density = Math.min(wanted, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const picture = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  const words = document.createElement("div");
  words.className = "textLayer";
  let text: TextLayer | undefined;
  let isStopped = false;
  picture.promise
    .then(async () => {
      box.style.setProperty("--total-scale-factor", String(scale));
      box.replaceChildren(canvas, words);
      const content = await ownText(page);
      if (isStopped) return;
      text = new TextLayer({ textContentSource: content, container: words, viewport });
      await text.render();
      box.dispatchEvent(new Event("textlayer"));
    })
    // Stopped because the reader went on, or the part never came: the page says so elsewhere.
    .catch(() => {});
  return () => {
    isStopped = true;
    picture.cancel();
    text?.cancel();
  };
}

/** The page's words without what is not of the page: the reader's own name across it. */
async function ownText(page: PDFPageProxy) {
  const { items, ...rest } = await page.getTextContent({ includeMarkedContent: true });
  const marks: boolean[] = [];
  const own = items.filter((one) => {
    if ("str" in one) return !marks.includes(true);
    if (one.type === "endMarkedContent") marks.pop();
    // Without properties: heads and page numbers, which have some, are the page's own.
    else marks.push(one.type === "beginMarkedContent" && "tag" in one && one.tag === "Artifact");
    return false;
  });
  return { ...rest, items: own };
}
