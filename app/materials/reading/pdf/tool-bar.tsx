/** The tools under a PDF: pages, size, search; each large enough for a thumb. */
import { ChevronLeft, ChevronRight, type LucideIcon, Search, X, ZoomIn, ZoomOut } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { words as readingWords } from "~/materials/reading/words";
import { useWords } from "~/ui/language";

interface ToolBarProps {
  page: number;
  pages: number;
  goTo(page: number): void;
  zoom: { zoom: number; zoomIn(): void; zoomOut(): void; fit(): void };
  onFind(): void;
}

export function ToolBar({ page, pages, goTo, zoom, onFind }: ToolBarProps) {
  const words = useWords(readingWords);
  return (
    <Bar label={words.tools}>
      <Tool
        icon={ChevronLeft}
        label={words.previousPage}
        onPress={() => goTo(Math.max(1, page - 1))}
        isSpare
      />
      <form
        className="flex items-center gap-1.5 text-table whitespace-nowrap"
        onSubmit={(event) => {
          event.preventDefault();
          const asked = Number(new FormData(event.currentTarget).get("page"));
          if (asked >= 1 && asked <= pages) goTo(asked);
        }}
      >
        <input
          key={page}
          name="page"
          inputMode="numeric"
          aria-label={words.goTo}
          defaultValue={page}
          onFocus={({ target }) => target.select()}
          className="control w-14 px-1 text-center tabular-nums"
        />
        <span aria-hidden>/ {pages}</span>
      </form>
      <Tool
        icon={ChevronRight}
        label={words.nextPage}
        onPress={() => goTo(Math.min(pages, page + 1))}
        isSpare
      />
      <span className="flex-1" />
      <Tool icon={ZoomOut} label={words.zoomOut} onPress={zoom.zoomOut} />
      {zoom.zoom !== 1 && (
        <button type="button" className="button button-quiet px-2 phone:hidden" onClick={zoom.fit}>
          {words.fit}
        </button>
      )}
      <Tool icon={ZoomIn} label={words.zoomIn} onPress={zoom.zoomIn} />
      <Tool icon={Search} label={words.find} onPress={onFind} />
    </Bar>
  );
}

interface FindBarProps {
  sought: string;
  onSought(text: string): void;
  found: { isSearching: boolean; count: number; at: number; step(by: number): void };
  onClose(): void;
}

export function FindBar({ sought, onSought, found, onClose }: FindBarProps) {
  const words = useWords(readingWords);
  const field = useRef<HTMLInputElement>(null);
  // With words in it already it came from a search: no keyboard covers the page that was sought.
  useEffect(() => {
    if (!field.current?.value) field.current?.focus();
  }, []);
  return (
    <Bar label={words.find}>
      <input
        ref={field}
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={sought}
        onChange={({ target }) => onSought(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key !== "Enter") return;
          event.preventDefault();
          found.step(event.shiftKey ? -1 : 1);
        }}
        className="control min-w-0 flex-1"
      />
      <span role="status" className="text-table whitespace-nowrap text-soft tabular-nums">
        {found.isSearching
          ? words.searching
          : sought.trim().length > 1 && words.hits(found.at + 1, found.count)}
      </span>
      <Tool icon={ChevronLeft} label={words.findPrevious} onPress={() => found.step(-1)} />
      <Tool icon={ChevronRight} label={words.findNext} onPress={() => found.step(1)} />
      <Tool icon={X} label={words.closeFind} onPress={onClose} />
    </Bar>
  );
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] print:hidden"
    >
      <div className="mx-auto flex max-w-4xl items-center gap-1 px-2 py-1.5">{children}</div>
    </div>
  );
}

interface ToolProps {
  icon: LucideIcon;
  label: string;
  onPress(): void;
  /** A thumb does it better. */
  isSpare?: boolean;
}

function Tool({ icon: Icon, label, onPress, isSpare = false }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={`icon-button size-12 text-ink ${isSpare ? "phone:hidden" : ""}`}
    >
      <Icon aria-hidden size={22} strokeWidth={1.75} />
    </button>
  );
}
