/** The title of the page in the browser's tab: its own name, then the product's. */
import { useEffect } from "react";
import { useWords } from "./language";
import { useDrawing } from "./nonce";
import { uiWords } from "./words";

export function useTitle(name: string): void {
  const { entitle } = useDrawing();
  const { product } = useWords(uiWords);
  const title = `${name} · ${product}`;
  entitle?.(title);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
