/** Which of a few known entries people mean by the letters they typed, best first, without tone marks. */
import { fold } from "~/platform/text";

interface Rankable {
  label: string;
  also?: string[];
}

/** Nothing typed: all of them as they stand. */
export function rank<E extends Rankable>(entries: E[], typed: string): E[] {
  const wanted = fold(typed).trim();
  if (wanted === "") return entries;
  return entries
    .map((entry, order) => ({
      entry,
      order,
      worth: Math.max(
        ...[entry.label, ...(entry.also ?? [])].map(
          (name, index) => worthOf(fold(name), wanted) - (index > 0 ? 0.5 : 0),
        ),
      ),
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || a.order - b.order)
    .map(({ entry }) => entry);
}

/** The whole, its beginning, or beginnings of its words in any order. */
function worthOf(name: string, wanted: string): number {
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  const parts = name.split(/\s+/);
  return wanted.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 0;
}
