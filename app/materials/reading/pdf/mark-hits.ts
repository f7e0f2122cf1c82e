/** Marks what was searched for in the words that lie over a page. */
import { fold } from "~/platform/text";

/** Every piece of text that holds some of a hit; the hit in question stands out and is brought into view. */
export function markHits(box: HTMLElement, sought: string, at: number | null): void {
  const pieces = [...box.querySelectorAll<HTMLElement>(".textLayer span")];
  for (const piece of pieces) piece.classList.remove("hit", "hit-at");
  const wanted = fold(sought).replace(/\s+/g, "");
  if (!wanted) return;
  // Blanks count for nothing: pieces end within words and between them.
  const texts = pieces.map((piece) => fold(piece.textContent ?? "").replace(/\s+/g, ""));
  const starts: number[] = [];
  let whole = "";
  for (const text of texts) {
    starts.push(whole.length);
    whole += text;
  }
  let count = 0;
  for (let found = whole.indexOf(wanted); found >= 0; found = whole.indexOf(wanted, found + wanted.length)) {
    const isAt = count++ === at;
    pieces.forEach((piece, index) => {
      const start = starts[index] ?? 0;
      if (start >= found + wanted.length || start + (texts[index]?.length ?? 0) <= found) return;
      piece.classList.add("hit");
      if (isAt) piece.classList.add("hit-at");
    });
  }
  box.querySelector(".hit-at")?.scrollIntoView({ block: "center" });
}
