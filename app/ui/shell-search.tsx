/** Ctrl+K, Shift+? and the button that opens the search of everything, wherever it stands. */
import { Search } from "lucide-react";
import { createContext, useContext, useEffect, useMemo } from "react";
import { IconButton } from "./button";
import { useWords } from "./language";
import { uiWords } from "./words";

interface ShellActions {
  openPalette: () => void;
}

/** null outside the shell: pages for strangers. */
export const ShellContext = createContext<ShellActions | null>(null);

type Shown = "palette" | "keys" | null;

export function useShellKeys(shown: Shown, show: (shown: Shown) => void): ShellActions {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const asked = wish(event);
      if (asked === undefined) return;
      event.preventDefault();
      if (asked === "search") document.querySelector<HTMLInputElement>("[data-page-search]")?.focus();
      else show(shown === asked ? null : asked);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shown, show]);
  return useMemo(() => ({ openPalette: () => show("palette") }), [show]);
}

function wish(event: KeyboardEvent): "palette" | "keys" | "search" | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return "palette";
  const isTyping = (event.target as Element).closest?.("input, textarea, select, [contenteditable]");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "?") return "keys";
  return event.key === "/" ? "search" : undefined;
}

/** In the side bar: looks like the box it opens. */
export function SearchButton() {
  const words = useWords(uiWords);
  const shell = useContext(ShellContext);
  return (
    <button
      type="button"
      data-scripted-only
      onClick={shell?.openPalette}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-control items-center gap-3 rounded-control border border-line px-3 text-left text-soft hover:border-edge hover:text-ink"
    >
      <Search aria-hidden size={20} strokeWidth={1.75} />
      <span className="flex-1">{words.search}</span>
      <kbd className="rounded border border-line px-1.5 text-caption font-sans">Ctrl K</kbd>
    </button>
  );
}

/** On the phone, at the end of the page's title bar. */
export function SearchIcon() {
  const words = useWords(uiWords);
  const shell = useContext(ShellContext);
  if (!shell) return null;
  return (
    <span data-scripted-only className="ml-auto hidden phone:block">
      <IconButton icon={Search} label={words.search} onPress={shell.openPalette} />
    </span>
  );
}
