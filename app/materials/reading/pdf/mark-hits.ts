/** Marks what was searched for in the words that lie over a page. */
import { fold } from "~/platform/text";

/** Every piece of text that holds some of a hit; the hit in question stands out and is brought into view. */
export function markHits(box: HTMLElement, marks: string[], at: number | null): void {
  const pieces = [...box.querySelectorAll<HTMLElement>(".textLayer span")];
  for (const piece of pieces) piece.classList.remove("hit", "hit-at");
  if (marks.length === 0) return;
  // Blanks count for nothing: pieces end within words and between them.
  const texts = pieces.map((piece) => fold(piece.textContent ?? "").replace(/\s+/g, ""));
  const starts: number[] = [];
  let whole = "";
  for (const text of texts) {
    starts.push(whole.length);
    whole += text;
  }
  for (const [place, { from, to }] of stretchesOf(whole, marks).entries()) {
    pieces.forEach((piece, index) => {
      const start = starts[index] ?? 0;
      if (start >= to || start + (texts[index]?.length ?? 0) <= from) return;
      piece.classList.add("hit");
      if (place === at) piece.classList.add("hit-at");
    });
  }
  box.querySelector(".hit-at")?.scrollIntoView({ block: "center" });
}

/** In the order in which they are read. */
function stretchesOf(text: string, marks: string[]): { from: number; to: number }[] {
  const all = marks.flatMap((mark) => {
    const found: { from: number; to: number }[] = [];
    for (let from = text.indexOf(mark); from >= 0; from = text.indexOf(mark, from + mark.length)) {
      found.push({ from, to: from + mark.length });
    }
    return found;
  });
  return all.sort((one, other) => one.from - other.from);
}
