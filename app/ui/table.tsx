/** Lists of records: a plain table, cards on the phone; sort and columns live in the URL. */
import { useLocation, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "./language";
import { Link } from "./link";
import { useScripted } from "./scripted";
import { type RowSelection, SelectAllBox, SelectionBar, SelectRowBox, useSelection } from "./table-selection";
import { chosenColumns, withParams } from "./url";
import { uiWords } from "./words";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** The name by which `sort=` orders by this column ("-name" is downwards). */
  sort?: string;
  align?: "end";
  /** Looks of its cells: "tight" never breaks in two. */
  className?: string;
  hideOnPhone?: boolean;
  /** Cannot be switched off in the column chooser. */
  always?: boolean;
  /** Shown only once it was chosen. */
  optional?: boolean;
}

interface DataTableProps<Row> {
  /** What the list holds, for people who do not see it. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The first shown column becomes a link there. */
  rowHref?: (row: Row) => string;
  /** What the rows are sorted by when the URL does not say. */
  defaultSort?: string;
  selection?: RowSelection<Row>;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, rowHref, selection, empty } = props;
  const words = useWords(uiWords);
  const [params] = useSearchParams();
  const chosen = useSelection(rows.map(rowKey), selection?.keep);
  const columns = shownColumns(props.columns, chosenColumns(params));
  const sort = params.get("sort") ?? props.defaultSort ?? "";
  const isScripted = useScripted();
  const looks = columns.map(cellLooks);
  if (rows.length === 0) return empty;
  return (
    <div className="flex flex-col gap-3">
      {selection && <SelectionBar selection={selection} chosen={chosen} pageSize={rows.length} />}
      <div
        className={`rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent print:border-0 ${columns.length > 6 ? "overflow-x-auto print:overflow-visible" : ""}`}
      >
        <table aria-label={label} className={chosen.isPicking ? "list-table picking" : "list-table"}>
          <thead>
            <tr>
              {selection && (
                <th className="box">
                  <SelectAllBox chosen={chosen} />
                </th>
              )}
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const key = rowKey(row);
              return (
                <tr key={key}>
                  {selection && (
                    <td className="box">
                      {isScripted && (
                        <SelectRowBox
                          id={key}
                          label={words.selectRow(selection.rowLabel(row))}
                          chosen={chosen}
                        />
                      )}
                    </td>
                  )}
                  {columns.map((column, index) =>
                    index === 0 ? (
                      <td key={column.key} className={column.className ? `name ${column.className}` : "name"}>
                        {rowHref ? (
                          <a href={rowHref(row)} data-row>
                            {column.cell(row)}
                          </a>
                        ) : (
                          column.cell(row)
                        )}
                      </td>
                    ) : (
                      <td key={column.key} data-label={column.label} className={looks[index]}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function cellLooks<Row>({ align, hideOnPhone, className }: Column<Row>): string | undefined {
  return [align, hideOnPhone && "away", className].filter(Boolean).join(" ") || undefined;
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: string }) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const end = column.align && "end";
  if (!column.sort) {
    return (
      <th scope="col" className={end}>
        {column.label}
      </th>
    );
  }
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={up ? "ascending" : down ? "descending" : undefined} className={end}>
      <Link
        to={withParams(search, { sort: up ? `-${column.sort}` : column.sort })}
        preventScrollReset
        title={words.sortedBy(column.label)}
        className={`-my-2.5 inline-flex min-h-control items-center gap-1 hover:text-ink ${up || down ? "text-ink" : ""}`}
      >
        {column.label}
        {(up || down) && <Arrow aria-hidden size={14} />}
      </Link>
    </th>
  );
}

/** The first fact of a row, and a second one under it. */
export function TwoFacts({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <>
      {first}
      {second && <span className="second">{second}</span>}
    </>
  );
}

/** In the order of the table; those that always stand are never missing. */
export function shownColumns<C extends { key: string; always?: boolean; optional?: boolean }>(
  columns: C[],
  chosen: string[] | null,
): C[] {
  return columns.filter(({ key, always, optional }) => always || (chosen ? chosen.includes(key) : !optional));
}
