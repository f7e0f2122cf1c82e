/** A button that unfolds a few actions; without JavaScript it still opens. */
import type { LucideIcon } from "lucide-react";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Link } from "./link";

interface MenuProps {
  label: string;
  icon?: LucideIcon;
  children: ReactNode;
}

export function Menu({ label, icon: Icon, children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  return (
    <details
      ref={ref}
      className="relative inline-block print:hidden"
      onKeyDown={(event) => walk(event, ref.current)}
    >
      <summary className="inline-flex min-h-control items-center gap-2 rounded-control border border-line bg-paper px-4 text-table font-semibold hover:bg-hover phone:min-h-12">
        {Icon && <Icon aria-hidden size={20} strokeWidth={1.75} />}
        {label}
        <ChevronDown aria-hidden size={16} />
      </summary>
      <div className="absolute right-0 z-30 mt-1 flex min-w-52 flex-col rounded-card bg-paper p-1 shadow-float">
        {children}
      </div>
    </details>
  );
}

interface MenuEntryProps {
  icon?: LucideIcon;
  children: ReactNode;
  tone?: "danger";
}

const entry =
  "flex min-h-control w-full items-center gap-3 rounded-control px-3 py-2 text-left hover:bg-hover";

export function MenuLink({
  to,
  icon: Icon,
  children,
  reloadDocument,
}: MenuEntryProps & { to: string; reloadDocument?: boolean }) {
  return (
    <Link to={to} reloadDocument={reloadDocument} data-menu-entry className={entry}>
      {Icon && <Icon aria-hidden size={20} strokeWidth={1.75} className="text-soft" />}
      {children}
    </Link>
  );
}

export function MenuButton({
  onPress,
  icon: Icon,
  children,
  tone,
}: MenuEntryProps & { onPress: () => void }) {
  return (
    <button
      type="button"
      data-menu-entry
      onClick={onPress}
      className={`${entry} ${tone === "danger" ? "text-red" : ""}`}
    >
      {Icon && (
        <Icon aria-hidden size={20} strokeWidth={1.75} className={tone === "danger" ? "" : "text-soft"} />
      )}
      {children}
    </button>
  );
}

/** Closes on Esc, on a press elsewhere, and once an entry was chosen. */
export function useClosing(ref: { current: HTMLDetailsElement | null }) {
  useEffect(() => {
    function onPointer(event: Event) {
      const menu = ref.current;
      const chosen = event.type === "click" && (event.target as Element).closest("[data-menu-entry]");
      if (menu?.open && (chosen || !menu.contains(event.target as Node))) menu.open = false;
    }
    function onKey(event: globalThis.KeyboardEvent) {
      const menu = ref.current;
      if (event.key !== "Escape" || !menu?.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
    document.addEventListener("click", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, [ref]);
}

function walk(event: KeyboardEvent, menu: HTMLDetailsElement | null) {
  if (!menu || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  event.preventDefault();
  menu.open = true;
  const entries = [...menu.querySelectorAll<HTMLElement>("[data-menu-entry]")];
  const here = entries.indexOf(document.activeElement as HTMLElement);
  const step = event.key === "ArrowDown" ? 1 : -1;
  entries.at((here + step + (here < 0 && step < 0 ? 1 : 0)) % entries.length)?.focus();
}
