/** What unfolds over a page: its content is drawn once somebody opens it, because most visits never do. */
import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "./language";
import { useClosing } from "./menu";
import { isUnfoldedIn, unfoldedAt } from "./url";
import { uiWords } from "./words";

interface UnfoldingProps {
  /** Its name in the address that draws it open: `?unfold=filters`. */
  name: string;
  /** What is pressed. */
  summary: ReactNode;
  looks?: string;
  summaryLooks: string;
  boxLooks: string;
  children: ReactNode;
}

export function Unfolding({ name, summary, looks, summaryLooks, boxLooks, children }: UnfoldingProps) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const isAsked = isUnfoldedIn(search, name);
  const [isDrawn, setDrawn] = useState(isAsked);
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  const draw = () => setDrawn(true);
  // It may have been opened before the scripts came.
  useEffect(() => {
    if (ref.current?.open) setDrawn(true);
  }, []);
  return (
    <details ref={ref} open={isAsked || undefined} onToggle={draw} className={looks}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed, by keys too */}
      <summary onClick={draw} className={summaryLooks}>
        {summary}
      </summary>
      {isDrawn ? (
        <div className={boxLooks}>{children}</div>
      ) : (
        // Read only where scripts are slow or missing: the server then draws the page with it open.
        <a href={unfoldedAt(search, name)} className={boxLooks}>
          {words.unfolding}
        </a>
      )}
    </details>
  );
}
