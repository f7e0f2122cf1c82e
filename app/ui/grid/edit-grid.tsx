/** Rows edited in place as in a spreadsheet: arrows walk, typing or Enter edits, Enter and Tab save and go on, Escape leaves. */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Box, GridCell, Typed } from "./cell";
import { type Place, stepAfterEdit, stepFrom } from "./steps";
import { type EditedRows, useEdits } from "./use-edits";

export interface GridColumn<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** The text to edit; none: this column is only read. */
  text?: (row: Row) => string;
  /** What is offered while one types: the choices, or where the server searches for them. */
  offers?: readonly string[] | string;
}

interface EditGridProps<Row> extends EditedRows<Row> {
  label: string;
  columns: GridColumn<Row>[];
}

export function EditGrid<Row>({ label, columns, ...grid }: EditGridProps<Row>) {
  const { rows, rowKey } = grid;
  const { edits, type } = useEdits(grid);
  const [current, setCurrent] = useState<Place>({ row: 0, column: columns.findIndex(({ text }) => text) });
  const [box, setBox] = useState<(Place & { text: string }) | null>(null);
  const isOpen = useRef(false);
  const isReleased = useRef(false);
  const table = useRef<HTMLTableElement>(null);
  const cells = { rows: rows.length, editable: columns.map(({ text }) => text !== undefined) };

  const textAt = ({ row, column }: Place): string | undefined => {
    const [record, shown] = [rows[row], columns[column]];
    if (!record || !shown?.text) return undefined;
    return edits[rowKey(record)]?.typed[shown.key] ?? shown.text(record);
  };
  const focus = ({ row, column }: Place) => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${row},${column}"]`);
    (cell?.querySelector<HTMLElement>("button, a") ?? cell)?.focus();
  };
  function begin(at: Place, text = textAt(at)) {
    if (text === undefined || textAt(at) === undefined) return;
    // At once: the letter that was pressed falls into the box, from whatever keyboard it comes.
    flushSync(() => setBox({ ...at, text }));
    isOpen.current = true;
    table.current?.querySelector<HTMLInputElement>("[data-box]")?.select();
  }
  function leave(at: Place, text: string | null) {
    if (!isOpen.current) return;
    isOpen.current = false;
    setBox(null);
    const [row, column] = [rows[at.row], columns[at.column]];
    if (text === null || !row || !column) return;
    const isFailed = edits[rowKey(row)]?.state === "failed";
    if (text.trim() !== textAt(at) || isFailed) type([{ row, column: column.key, text: text.trim() }]);
  }
  function onKeyDown(event: KeyboardEvent) {
    const at = placeOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.target instanceof HTMLInputElement) return onKeyInBox(event, at, event.target.value);
    const isCell = event.target instanceof HTMLTableCellElement;
    const next = event.key === "Tab" && (isReleased.current || !isCell) ? null : stepFrom(event, at, cells);
    isReleased.current = event.key === "Escape";
    if (next) {
      event.preventDefault();
      focus(next);
    } else if (isCell) onKeyInCell(event, at);
  }
  function onKeyInCell(event: KeyboardEvent, at: Place) {
    const isErasing = event.key === "Delete" || event.key === "Backspace";
    if (isErasing || event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      begin(at, isErasing ? "" : undefined);
    } else if ((event.key.length === 1 && event.key !== " ") || event.key === "Process") begin(at, "");
  }
  function onKeyInBox(event: KeyboardEvent, at: Place, text: string) {
    if (!["Enter", "Tab", "Escape"].includes(event.key)) return;
    event.preventDefault();
    leave(at, event.key === "Escape" ? null : text);
    focus(stepAfterEdit(event, at, cells) ?? at);
  }
  /** A block copied from a spreadsheet fills the cells from here on. */
  function onPaste(event: ClipboardEvent) {
    const at = placeOf(event.target);
    if (!at || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const lines = event.clipboardData
      .getData("text/plain")
      .replace(/\r?\n$/, "")
      .split(/\r?\n/);
    const pasted = lines.flatMap((line, down) =>
      line
        .split("\t")
        .map((text, right) => ({ text: text.trim(), down: at.row + down, right: at.column + right })),
    );
    type(
      pasted.flatMap(({ text, down, right }) => {
        const [row, column] = [rows[down], columns[right]];
        return row && column?.text ? [{ row, column: column.key, text }] : [];
      }),
    );
  }
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is walked and edited by cell
        role="grid"
        aria-label={label}
        className="list-table"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            {columns.map(({ key, label: head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={rowKey(row)}>
              {columns.map((column, right) => {
                const at = { row: down, column: right };
                return (
                  <GridCell
                    key={column.key}
                    at={at}
                    label={column.label}
                    isEditable={column.text !== undefined}
                    isCurrent={isSame(current, at)}
                    onCurrent={() => setCurrent(at)}
                    onBegin={() => begin(at)}
                  >
                    {box && isSame(box, at) ? (
                      <Box
                        label={column.label}
                        text={box.text}
                        offers={column.offers}
                        onLeave={(text) => leave(at, text)}
                      />
                    ) : (
                      <Typed column={column.key} edits={edits[rowKey(row)]}>
                        {column.cell(row)}
                      </Typed>
                    )}
                  </GridCell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isSame(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

function placeOf(target: EventTarget): Place | null {
  const at = (target as Element).closest<HTMLElement>("[data-at]")?.dataset.at;
  const [row, column] = at?.split(",").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
