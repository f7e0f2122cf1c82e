/** Rows that somebody worked on stay where they are, though the server lists them no longer. */
import { useRef } from "react";

/** `list`: another list begins anew. Answers the rows, which of them are settled, and a way to say which was worked on. */
export function useSteadyRows<Row extends { key: string }>(fresh: Row[], list: string) {
  const shown = useRef({ list, rows: fresh, touched: new Set<string>() });
  if (shown.current.list !== list) shown.current = { list, rows: [], touched: new Set() };
  const { rows: before, touched } = shown.current;
  const byKey = new Map(fresh.map((row) => [row.key, row]));
  const known = new Set(before.map(({ key }) => key));
  const rows = [
    ...before.flatMap((row) => byKey.get(row.key) ?? (touched.has(row.key) ? row : [])),
    ...fresh.filter(({ key }) => !known.has(key)),
  ];
  shown.current.rows = rows;
  return {
    rows,
    settled: new Set(rows.filter(({ key }) => !byKey.has(key)).map(({ key }) => key)),
    touch: ({ key }: Row) => touched.add(key),
  };
}
