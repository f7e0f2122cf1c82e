/** A text with what was looked for marked in it. */
import type { Piece } from "./pieces";

export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isHit }, place) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never move
      <mark key={place} className="rounded-sm bg-amber-soft px-0.5 font-semibold text-amber">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
