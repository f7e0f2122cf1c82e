/** A cell of a grid: read, or with a box in it while one types. */
import { type MouseEvent, type ReactNode, useId, useState } from "react";
import { useChoices } from "~/ui/fields/use-choices";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import type { Place } from "./steps";
import type { RowEdits } from "./use-edits";

interface GridCellProps {
  at: Place;
  label: string;
  isEditable: boolean;
  isCurrent: boolean;
  onCurrent: () => void;
  onBegin: () => void;
  children: ReactNode;
}

export function GridCell({ at, label, isEditable, isCurrent, onCurrent, onBegin, children }: GridCellProps) {
  const begin = (event: MouseEvent) => {
    if (isEditable && !(event.target as Element).closest("button, a, input")) onBegin();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is walked and edited
      role="gridcell"
      aria-readonly={!isEditable || undefined}
      tabIndex={isCurrent ? 0 : -1}
      data-at={`${at.row},${at.column}`}
      data-label={label}
      onFocus={onCurrent}
      onClick={begin}
      className={isEditable ? "cursor-text -outline-offset-2 hover:bg-blue-soft" : "-outline-offset-2"}
    >
      {children}
    </td>
  );
}

/** What stands there, over it what was typed last, under it what is wrong. */
export function Typed({
  column,
  edits,
  children,
}: {
  column: string;
  edits?: RowEdits;
  children: ReactNode;
}) {
  const words = useWords(uiWords);
  const text = edits?.typed[column];
  if (text === undefined) return children;
  const wrong = edits?.errors[column] ?? edits?.errors[""];
  return (
    <>
      {text || "—"}
      {edits?.state === "saving" && <span className="second">{words.saving}</span>}
      {wrong && (
        <span role="alert" className="block text-caption text-red">
          {wrong}
        </span>
      )}
    </>
  );
}

interface BoxProps {
  label: string;
  text: string;
  offers?: readonly string[] | string;
  onLeave: (text: string) => void;
}

export function Box({ label, text, offers = [], onLeave }: BoxProps) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const source = typeof offers === "string" ? offers : "";
  const { choices } = useChoices(source, source ? typed : null);
  const offered = typeof offers === "string" ? choices.map(({ name }) => name) : offers;
  return (
    <>
      <input
        data-box
        aria-label={label}
        defaultValue={text}
        list={listId}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={(event) => onLeave(event.target.value)}
        className="control -my-1.5 min-w-28"
      />
      <datalist id={listId}>
        {[...new Set(offered)].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
