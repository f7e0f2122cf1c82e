/** Lists of records: a plain table, cards on the phone; sort and columns live in the URL. */
import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "./language";
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
  const [params] = useSearchParams();
  const chosen = useSelection(rows.map(rowKey));
  const columns = shownColumns(props.columns, chosenColumns(params));
  const sort = params.get("sort") ?? props.defaultSort ?? "";
  if (rows.length === 0) return empty;
  return (
    <div className="flex flex-col gap-3">
      {selection && <SelectionBar selection={selection} chosen={chosen} pageSize={rows.length} />}
      <div
        className={`rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent print:border-0 ${columns.length > 6 ? "overflow-x-auto print:overflow-visible" : ""}`}
      >
        <table
          aria-label={label}
          className="w-full border-separate border-spacing-0 text-left text-table phone:block"
        >
          <thead className="phone:hidden">
            <tr>
              {selection && (
                <th className={`${headCell} w-11 rounded-tl-card pr-0 print:hidden`}>
                  <SelectAllBox chosen={chosen} />
                </th>
              )}
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody className="phone:flex phone:flex-col phone:gap-3">
            {rows.map((row) => {
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  className="group relative hover:bg-hover phone:block phone:rounded-card phone:border phone:border-line phone:bg-paper phone:px-4 phone:py-3"
                >
                  {selection && (
                    <td
                      className={`${bodyCell} pr-0 print:hidden phone:absolute phone:top-1 phone:right-1 phone:z-10`}
                    >
                      <SelectRowBox id={key} label={selection.rowLabel(row)} chosen={chosen} />
                    </td>
                  )}
                  {columns.map((column, index) => (
                    <BodyCell
                      key={column.key}
                      column={column}
                      row={row}
                      isFirst={index === 0}
                      href={index === 0 ? rowHref?.(row) : undefined}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const headCell =
  "sticky top-0 z-10 border-b border-line bg-paper px-3.5 py-2.5 text-caption font-semibold text-soft first:rounded-tl-card last:rounded-tr-card print:static";
const bodyCell = "border-b border-line px-3.5 py-2.5 align-top group-last:border-0 phone:border-0 phone:p-0";

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: string }) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const end = column.align === "end" ? "text-right" : "";
  if (!column.sort) {
    return (
      <th scope="col" className={`${headCell} ${end}`}>
        {column.label}
      </th>
    );
  }
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={up ? "ascending" : down ? "descending" : undefined}
      className={`${headCell} ${end}`}
    >
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

interface BodyCellProps<Row> {
  column: Column<Row>;
  row: Row;
  isFirst: boolean;
  href?: string;
}

function BodyCell<Row>({ column, row, isFirst, href }: BodyCellProps<Row>) {
  const end = column.align === "end" ? "text-right tabular-nums phone:text-left" : "";
  const onPhone = column.hideOnPhone
    ? "phone:hidden"
    : isFirst
      ? "phone:block phone:pr-10 phone:text-base"
      : "phone:flex phone:gap-3 phone:pt-1.5";
  const value = column.cell(row);
  return (
    <td className={`${bodyCell} ${end} ${onPhone}`}>
      {!isFirst && (
        <span className="hidden w-28 shrink-0 text-caption text-soft phone:inline">{column.label}</span>
      )}
      {href ? (
        <Link
          to={href}
          className="font-semibold hover:underline phone:after:absolute phone:after:inset-0 phone:after:content-['']"
        >
          {value}
        </Link>
      ) : isFirst ? (
        <span className="font-semibold">{value}</span>
      ) : (
        <span className="min-w-0">{value}</span>
      )}
    </td>
  );
}

/** The first fact of a row, and a second one under it. */
export function TwoFacts({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <>
      {first}
      {second && <span className="block text-caption font-normal text-soft">{second}</span>}
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
