/** What was typed into the rows of a grid: saved row by row while one goes on, and kept on this device until it is. */
import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { tell } from "~/ui/ask";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";

export interface RowEdits {
  /** By column. */
  typed: Record<string, string>;
  state: "saving" | "saved" | "failed";
  /** What is wrong with it, by column; under "" what is wrong with the row. */
  errors: Record<string, string>;
}

export interface TypedCell<Row> {
  row: Row;
  column: string;
  text: string;
}

export interface EditedRows<Row> {
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a row is sent, as JSON; it answers `errors` as forms do. */
  action: string;
  values: (row: Row, typed: Record<string, string>) => unknown;
}

/** How long nobody saves before the page asks the server how it stands. */
const pause = 600;

export function useEdits<Row>({ rows, rowKey, action, values }: EditedRows<Row>) {
  const words = useWords(uiWords);
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [edits, setEdits] = useState<Record<string, RowEdits>>({});
  const latest = useRef(edits);
  const set = (key: string, edit: RowEdits | null) => {
    const { [key]: _, ...others } = latest.current;
    latest.current = edit ? { ...others, [key]: edit } : others;
    setEdits(latest.current);
  };

  async function saveRow(row: Row, typed: Record<string, string>) {
    const key = rowKey(row);
    set(key, { typed, state: "saving", errors: {} });
    keepOnDevice(action, key, typed);
    clearTimeout(timer.current);
    const wrong = byColumn(await tell(action, values(row, typed)));
    // Without a network the page would be lost to an error.
    if (wrong) timer.current = setTimeout(revalidate, pause);
    // Something newer was typed into this row meanwhile: its own answer counts.
    if (latest.current[key]?.typed !== typed) return;
    const isSaved = wrong !== null && Object.keys(wrong).length === 0;
    set(key, { typed, state: isSaved ? "saved" : "failed", errors: wrong ?? { "": words.notSaved } });
    if (isSaved) keepOnDevice(action, key, null);
  }

  function type(cells: TypedCell<Row>[]) {
    const byRow = new Map<Row, Record<string, string>>();
    for (const { row, column, text } of cells)
      byRow.set(row, { ...(byRow.get(row) ?? latest.current[rowKey(row)]?.typed), [column]: text });
    for (const [row, typed] of byRow) saveRow(row, typed);
  }

  // What was typed before a reload, a lost network or an expired session is sent again.
  const again = useRef(saveRow);
  again.current = saveRow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the rows of that moment
  useEffect(() => {
    const kept = keptOnDevice(action);
    for (const row of rows) {
      const typed = kept[rowKey(row)];
      if (typed) again.current(row, typed);
    }
  }, [action]);

  // Once the server's own reading of a row is there, it takes the place of what was typed.
  const shown = useRef(new Map<string, Row>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: rowKey only names the rows
  useEffect(() => {
    for (const row of rows) {
      const key = rowKey(row);
      const before = shown.current.get(key);
      const isNews = before !== undefined && before !== row && JSON.stringify(before) !== JSON.stringify(row);
      if (isNews && latest.current[key]?.state === "saved") set(key, null);
    }
    shown.current = new Map(rows.map((row) => [rowKey(row), row]));
  }, [rows]);

  return { edits, type };
}

/** "values.birth" is about the column "birth"; what no column is called is about the row. */
function byColumn(errors: Record<string, string> | null): Record<string, string> | null {
  if (!errors) return null;
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => [
      field.includes(".") ? field.replace(/^.*\./, "") : "",
      text,
    ]),
  );
}

function keptOnDevice(keep: string): Record<string, Record<string, string>> {
  return JSON.parse(localStorage.getItem(`grid:${keep}`) ?? "{}");
}

function keepOnDevice(keep: string, key: string, typed: Record<string, string> | null): void {
  const { [key]: _, ...others } = keptOnDevice(keep);
  const kept = typed ? { ...others, [key]: typed } : others;
  if (Object.keys(kept).length === 0) localStorage.removeItem(`grid:${keep}`);
  else localStorage.setItem(`grid:${keep}`, JSON.stringify(kept));
}
