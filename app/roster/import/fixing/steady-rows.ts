/** Rows that stay where they are while one works on them, though the server lists some of them no longer. */
import { useRef } from "react";

/** `list`: another list begins anew. Answers the rows and which of them are settled. */
export function useSteadyRows<Row extends { key: string }>(fresh: Row[], list: string) {
  const shown = useRef({ list, rows: fresh });
  const byKey = new Map(fresh.map((row) => [row.key, row]));
  const before = shown.current.list === list ? shown.current.rows : [];
  const known = new Set(before.map(({ key }) => key));
  const rows = [
    ...before.map((row) => byKey.get(row.key) ?? row),
    ...fresh.filter(({ key }) => !known.has(key)),
  ];
  shown.current = { list, rows };
  return { rows, settled: new Set(rows.filter(({ key }) => !byKey.has(key)).map(({ key }) => key)) };
}
