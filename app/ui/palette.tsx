/** Find anything from anywhere: what is known is there at once, what the server finds follows. */
import { useNavigate } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import { Building2, FileText, Search, TextSearch, UserRound, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./button";
import { Key } from "./keys-dialog";
import { useWords } from "./language";
import { rank } from "./ranking";
import { type FoundEntry, useFound } from "./use-found";
import { uiWords } from "./words";

export interface PaletteEntry {
  label: string;
  /** Where it stands, what kind it is. */
  note?: string;
  to: string;
  icon?: LucideIcon;
  /** Other words by which people look for it. */
  also?: string[];
}

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  /** Asked when it opens. */
  entries: () => PaletteEntry[];
}

const kinds: Record<FoundEntry["kind"], LucideIcon> = {
  person: UserRound,
  unit: Building2,
  document: FileText,
  text: TextSearch,
};

export function Palette({ isOpen, onClose, entries }: PaletteProps) {
  const words = useWords(uiWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={words.palette}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
      className="mx-auto mt-[12vh] mb-auto max-h-[76vh] w-[min(38rem,calc(100vw-2rem))] overflow-hidden rounded-card bg-paper shadow-float open:flex open:flex-col phone:m-0 phone:h-dvh phone:max-h-none phone:w-screen phone:max-w-none phone:rounded-none"
    >
      {isOpen && <PaletteBox entries={entries} close={() => dialog.current?.close()} />}
    </dialog>
  );
}

function PaletteBox({ entries, close }: Pick<PaletteProps, "entries"> & { close: () => void }) {
  const words = useWords(uiWords);
  const navigate = useNavigate();
  const listId = useId();
  const [known] = useState(entries);
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const { found, isSearching } = useFound(typed);
  const shown: PaletteEntry[] = [
    ...rank(known, typed),
    ...found.map((entry) => ({ ...entry, icon: kinds[entry.kind] })),
  ];

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setMarked((marked + step + shown.length) % Math.max(shown.length, 1));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      open(shown[marked]);
    }
    if (event.key === "Backspace" && typed === "") close();
  }
  function open(entry: PaletteEntry | undefined) {
    if (!entry) return;
    close();
    navigate(entry.to);
  }
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line pr-1 pl-4">
        <Search aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-soft" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the box was opened to type into it
          autoFocus
          role="combobox"
          aria-label={words.palette}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={shown[marked] ? `${listId}-${marked}` : undefined}
          autoComplete="off"
          placeholder={words.palette}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-14 w-full min-w-0 bg-transparent outline-none"
        />
        <IconButton icon={X} label={words.close} onPress={close} />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={words.palette}
        className="min-h-0 flex-1 overflow-y-auto p-2"
      >
        {shown.map((entry, index) => (
          <PaletteRow
            key={`${entry.to} ${entry.label}`}
            id={`${listId}-${index}`}
            entry={entry}
            isMarked={index === marked}
            onPress={() => open(entry)}
            onPoint={() => setMarked(index)}
          />
        ))}
      </div>
      <p role="status" className="px-6 pb-3 text-soft empty:hidden">
        {isSearching ? words.searching : shown.length === 0 ? words.paletteNothing : null}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-caption text-soft phone:hidden">
        <span>
          <Key>↑</Key> <Key>↓</Key> {words.paletteMove}
        </span>
        <span>
          <Key>Enter</Key> {words.paletteOpen}
        </span>
        <span>
          <Key>Esc</Key> {words.paletteClose}
        </span>
        <span className="ml-auto">{words.paletteHint}</span>
      </p>
    </>
  );
}

interface PaletteRowProps {
  id: string;
  entry: PaletteEntry;
  isMarked: boolean;
  onPress: () => void;
  onPoint: () => void;
}

function PaletteRow({ id, entry: { label, note, icon: Icon }, isMarked, onPress, onPoint }: PaletteRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the input that owns this list
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      tabIndex={-1}
      ref={isMarked ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
      onClick={onPress}
      onPointerMove={isMarked ? undefined : onPoint}
      className="flex min-h-control cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 aria-selected:bg-hover"
    >
      {Icon && <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-soft" />}
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {note && <span className="block truncate text-caption text-soft">{note}</span>}
      </span>
    </div>
  );
}
