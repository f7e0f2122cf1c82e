/** The pages of an open PDF one under the other, with their tools; where the reader is, is told the server now and then. */
import "./pdf.css";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { words as readingWords } from "~/materials/reading/words";
import { useWords } from "~/ui/language";
import type { OpenPdf } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import { FindBar, ToolBar } from "./tool-bar";
import { useHits } from "./use-hits";
import { usePages } from "./use-pages";
import { useToldPlace } from "./use-told-place";
import { useZoom } from "./use-zoom";

export { type OpenPdf, openPdf } from "./open-pdf";

interface PdfViewProps {
  open: OpenPdf;
  /** "/library/.../files/..." */
  here: string;
  start: number;
  /** What was typed into the search that led here; empty: nothing. */
  asked: string;
}

export function PdfView({ open: { pdf, first }, here, start, asked }: PdfViewProps) {
  const words = useWords(readingWords);
  const box = useRef<HTMLDivElement>(null);
  const zoom = useZoom(box);
  const isLaidOut = zoom.width > 0;
  const { near, current, goTo } = usePages(box, start, isLaidOut);
  const [ratios, setRatios] = useState<Record<number, number>>({});
  const [sought, setSought] = useState(asked || null);
  const found = useHits(`${here}/hits`, sought ?? "", current);
  useToldPlace(`${here}/place`, current);
  useKeys({ current, pages: pdf.numPages, goTo, zoom, onFind: () => setSought((known) => known ?? "") });

  // Most pages of a file are of one size.
  const usual = (({ width, height }) => height / width)(first.getViewport({ scale: 1 }));
  const keepRatio = useCallback(
    (number: number, ratio: number) =>
      setRatios((known) => (known[number] === ratio ? known : { ...known, [number]: ratio })),
    [],
  );
  useLayoutEffect(() => {
    if (isLaidOut && start > 1) goTo(start);
  }, [isLaidOut, start, goTo]);
  const page = found.hit?.page;
  useEffect(() => {
    if (page) goTo(page);
  }, [page, goTo]);

  return (
    <>
      <div ref={box} className="flex flex-col gap-3 overflow-x-auto pb-24">
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={index}
            pdf={pdf}
            number={index + 1}
            label={words.pageOf(index + 1, pdf.numPages)}
            width={zoom.width}
            ratio={ratios[index + 1] ?? usual}
            isNear={near.has(index + 1)}
            marks={found.marks}
            at={found.hit?.page === index + 1 ? found.hit.at : null}
            onRatio={keepRatio}
          />
        ))}
      </div>
      {sought === null ? (
        <ToolBar page={current} pages={pdf.numPages} goTo={goTo} zoom={zoom} onFind={() => setSought("")} />
      ) : (
        <FindBar sought={sought} onSought={setSought} found={found} onClose={() => setSought(null)} />
      )}
    </>
  );
}

interface Keys {
  current: number;
  pages: number;
  goTo(page: number): void;
  zoom: { zoomIn(): void; zoomOut(): void; fit(): void };
  onFind(): void;
}

/** Arrows turn pages, + and - change the size, Ctrl+F finds in the file; the browser's own search knows only the drawn pages. */
function useKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { current, pages, goTo, zoom, onFind } = latest.current;
      const isTyping = (event.target as Element).matches("input, textarea, select");
      if ((event.ctrlKey || event.metaKey) && event.key === "f" && !isTyping) {
        event.preventDefault();
        return onFind();
      }
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowRight") goTo(Math.min(pages, current + 1));
      else if (event.key === "ArrowLeft") goTo(Math.max(1, current - 1));
      else if (event.key === "+" || event.key === "=") zoom.zoomIn();
      else if (event.key === "-") zoom.zoomOut();
      else if (event.key === "0") zoom.fit();
      else if (event.key === "/") onFind();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
