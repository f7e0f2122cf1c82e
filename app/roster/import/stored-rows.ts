/** The rows of an import as the database has them: what stands in the file, and what was said of it and done since. */
import { rowKey, type TypedValues } from "./check";
import type { Kept } from "./choices";
import type { KnownChoice } from "./known/known";
import { type Row, type Sheet, sharingCells } from "./sheet";

interface StoredRow {
  sheet: string;
  row: number;
  raw: Omit<Row, "number">;
  values: TypedValues | null;
  outcome: string;
  speakerId: string | null;
  /** Who the officer said this is, and what becomes of each field. */
  known: KnownChoice | null;
  /** As whom this row of the very same file was imported before. */
  earlier: string | null;
}

/** The stored rows behind this one, as a JSON list; null: from the first one. None: that were all. */
export interface AskedRows {
  after: { sheet: string; row: number } | null;
}

/** What the recognition is told of rows, by `rowKey`. */
export interface ToldOfRows {
  choices: Map<string, KnownChoice>;
  /** As whom a row of the very same file was imported before. */
  earlier: Map<string, string>;
  /** Rows that an earlier run found in the roster. */
  settled: Map<string, { outcome: "updated" | "unchanged"; speakerId: string | null }>;
}

export interface StoredRows {
  sheets: Sheet[];
  typed: Map<string, TypedValues>;
  /** The people whom this import has added already. */
  added: Map<string, string | null>;
  told: ToldOfRows;
}

/** Asked some at a time, so that the whole file never stands anywhere as one text. */
export async function readStored(
  sheets: Kept["sheets"],
  ask: (question: AskedRows) => Promise<string>,
): Promise<StoredRows> {
  const bySheet = new Map<string, Row[]>(sheets.map(({ name }) => [name, []]));
  const told: ToldOfRows = { choices: new Map(), earlier: new Map(), settled: new Map() };
  const stored: StoredRows = {
    sheets: sheets.map((sheet) => ({ ...sheet, rows: bySheet.get(sheet.name) ?? [] })),
    typed: new Map(),
    added: new Map(),
    told,
  };
  const shared = sharingCells();
  for (let after: AskedRows["after"] = null; ; ) {
    const some = JSON.parse(await ask({ after })) as StoredRow[];
    for (const row of some) {
      const { hidden, cells } = row.raw;
      bySheet
        .get(row.sheet)
        ?.push({ number: row.row, hidden, cells: cells.map((cell) => cell && shared(cell)) });
      note(row, stored);
    }
    const last = some.at(-1);
    if (!last) return stored;
    after = { sheet: last.sheet, row: last.row };
  }
}

function note({ sheet, row, values, outcome, speakerId, known, earlier }: StoredRow, stored: StoredRows) {
  const key = rowKey(sheet, row);
  if (values) stored.typed.set(key, values);
  if (outcome === "added") stored.added.set(key, speakerId);
  if (known) stored.told.choices.set(key, known);
  if (earlier) stored.told.earlier.set(key, earlier);
  if (outcome === "updated" || outcome === "unchanged") stored.told.settled.set(key, { outcome, speakerId });
}
