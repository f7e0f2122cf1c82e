/** A section that is folded away while there is nothing to do in it; works without JavaScript. */
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

interface FoldProps {
  title: string;
  /** What stands inside, in a few words: read without unfolding. */
  note?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}

export function Fold({ title, note, isOpen = false, children }: FoldProps) {
  return (
    <details open={isOpen} className="group flex flex-col">
      <summary className="flex min-h-14 cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 rounded-card border border-line bg-paper px-5 py-3 hover:bg-hover phone:px-4 [&::-webkit-details-marker]:hidden">
        <h2 className="text-section font-semibold">{title}</h2>
        {note && <span className="text-table text-soft">{note}</span>}
        <ChevronDown aria-hidden size={20} className="ml-auto shrink-0 text-soft group-open:rotate-180" />
      </summary>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </details>
  );
}
