/** The one bar above a list: search, active filters, more filters, columns, export; and the paging under it. */
import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import {
  ArrowDown,
  ArrowUp,
  ArrowUpDown,
  ChevronLeft,
  ChevronRight,
  Columns3,
  Download,
  SlidersHorizontal,
  X,
} from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "./button";
import { useLanguage, useWords } from "./language";
import { useClosing } from "./menu";
import { showCount, showNumber } from "./number";
import { SearchForm } from "./search-form";
import { shownColumns } from "./table";
import { chosenColumns, withoutParam, withParams } from "./url";
import { uiWords } from "./words";

/** An active filter: the parameter that sets it, and what it says. */
export interface Pill {
  name: string;
  /** One of several values of this parameter. */
  value?: string;
  label: string;
}

interface ListBarProps {
  search?: { label: string; placeholder?: string };
  pills?: Pill[];
  /** Plain fields (`PlainSelectField` ...) that "more filters" unfolds. */
  filters?: ReactNode;
  columns?: { key: string; label: string; sort?: string; always?: boolean; optional?: boolean }[];
  /** The export's address; the query of the list is added to it. */
  exportTo?: string;
  /** Instead: the page that asks how to export. */
  exportPage?: string;
}

const pill =
  "inline-flex min-h-9 items-center gap-2 rounded-pill border border-line bg-paper px-3.5 text-table font-medium hover:bg-hover phone:min-h-11 phone:gap-1.5 phone:px-2.5";

export function ListBar({ search, pills = [], filters, columns, exportTo, exportPage }: ListBarProps) {
  const words = useWords(uiWords);
  const { search: query } = useLocation();
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {search && <SearchBox {...search} />}
      {pills.map(({ name, value, label }) => (
        <Link
          key={`${name} ${value}`}
          to={withoutParam(query, name, value)}
          preventScrollReset
          aria-label={words.removeFilter(label)}
          className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-pill bg-accent-soft px-3.5 text-table font-medium text-accent hover:underline phone:min-h-11"
        >
          <span className="truncate">{label}</span>
          <X aria-hidden size={18} className="shrink-0" />
        </Link>
      ))}
      {filters && <Filters>{filters}</Filters>}
      <span className="ml-auto flex gap-2 phone:contents">
        {columns && <SortChooser columns={columns} />}
        {columns && <ColumnChooser columns={columns} />}
        {exportTo && (
          <a href={`${exportTo}${query}`} download className={pill}>
            <Download aria-hidden size={18} strokeWidth={1.75} />
            {words.export}
          </a>
        )}
        {exportPage && (
          <Link to={`${exportPage}${query}`} className={pill}>
            <Download aria-hidden size={18} strokeWidth={1.75} />
            {words.export}
          </Link>
        )}
      </span>
    </div>
  );
}

function SearchBox({ label, placeholder }: { label: string; placeholder?: string }) {
  const [params] = useSearchParams();
  const { search } = useLocation();
  return (
    <div className="min-w-64 flex-1 basis-80 phone:basis-full">
      <SearchForm
        label={label}
        placeholder={placeholder}
        value={params.get("q") ?? ""}
        clearTo={withParams(search, { q: null })}
      >
        <KeptParams without={["q", "page"]} />
      </SearchForm>
    </div>
  );
}

/** What a GET form must carry along of the rest of the query. */
function KeptParams({ without }: { without: string[] }) {
  const [params] = useSearchParams();
  return [...params]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

function Filters({ children }: { children: ReactNode }) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const [params] = useSearchParams();
  const kept = [...params].filter(([name]) => ["q", "sort", "columns"].includes(name));
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  return (
    <details ref={ref} key={search} className="relative">
      <summary className={pill}>
        <SlidersHorizontal aria-hidden size={18} strokeWidth={1.75} />
        {words.moreFilters}
      </summary>
      <div className="absolute left-0 z-30 mt-1 max-h-[75dvh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-card bg-paper p-5 shadow-float phone:fixed phone:inset-x-0 phone:bottom-0 phone:z-50 phone:max-h-[85dvh] phone:w-full phone:max-w-none phone:rounded-b-none">
        <Form method="get" preventScrollReset className="flex flex-col gap-4">
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          {children}
          <span className="flex gap-2">
            <Button type="submit" variant="primary">
              {words.applyFilters}
            </Button>
            <Link
              to={`?${new URLSearchParams(kept)}`}
              className="inline-flex min-h-control items-center px-3 text-table font-semibold text-soft hover:text-ink"
            >
              {words.clearFilters}
            </Link>
          </span>
        </Form>
      </div>
    </details>
  );
}

function ColumnChooser({ columns }: { columns: NonNullable<ListBarProps["columns"]> }) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const [params] = useSearchParams();
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  const shown = shownColumns(columns, chosenColumns(params));
  return (
    <details ref={ref} className="relative phone:hidden" key={search}>
      <summary className={pill}>
        <Columns3 aria-hidden size={18} strokeWidth={1.75} />
        {words.columns}
      </summary>
      <Form
        method="get"
        preventScrollReset
        className="absolute right-0 z-30 mt-1 flex w-72 flex-col rounded-card bg-paper p-4 shadow-float"
      >
        <KeptParams without={["columns"]} />
        {columns.map((column) => (
          <label key={column.key} className="flex min-h-10 items-center gap-3">
            <input
              type="checkbox"
              name="columns"
              value={column.key}
              defaultChecked={shown.includes(column)}
              disabled={column.always}
              className="size-5 accent-accent"
            />
            {column.label}
          </label>
        ))}
        <Button type="submit" variant="primary">
          {words.applyColumns}
        </Button>
      </Form>
    </details>
  );
}

/** On the phone, where the table has no heads to press. */
function SortChooser({ columns }: { columns: NonNullable<ListBarProps["columns"]> }) {
  const words = useWords(uiWords);
  const { search } = useLocation();
  const [params] = useSearchParams();
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  const sort = params.get("sort");
  return (
    <details ref={ref} className="relative hidden phone:block" key={search}>
      <summary className={pill}>
        <ArrowUpDown aria-hidden size={18} strokeWidth={1.75} />
        {words.sort}
      </summary>
      <ul className="fixed inset-x-2 bottom-18 z-40 rounded-card bg-paper p-2 shadow-float">
        {columns.flatMap((column) =>
          column.sort
            ? [
                <li key={column.key}>
                  <Link
                    to={withParams(search, { sort: sort === column.sort ? `-${column.sort}` : column.sort })}
                    preventScrollReset
                    className="flex min-h-control items-center justify-between gap-3 rounded-control px-3"
                  >
                    {column.label}
                    {sort === column.sort && <ArrowUp aria-hidden size={16} />}
                    {sort === `-${column.sort}` && <ArrowDown aria-hidden size={16} />}
                  </Link>
                </li>,
              ]
            : [],
        )}
      </ul>
    </details>
  );
}

interface PagingProps {
  page: number;
  pageSize: number;
  /** Exact up to its limit. */
  total: number;
  /** There are more than `total`: counting stopped there. */
  more?: boolean;
}

export function Paging({ page, pageSize, total, more = false }: PagingProps) {
  const words = useWords(uiWords);
  const language = useLanguage();
  const { search } = useLocation();
  const show = (value: number) => showNumber(value, language);
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, more ? page * pageSize : total);
  const hasNext = more || to < total;
  if (total === 0) return null;
  return (
    <nav aria-label={words.paging} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-table text-soft tabular-nums">
        {words.range(show(from), show(to), showCount({ total, more }, language))}
      </p>
      {(page > 1 || hasNext) && (
        <span className="flex gap-2 print:hidden">
          <PageLink to={page > 1 ? withParams(search, { page: page === 2 ? null : String(page - 1) }) : null}>
            <ChevronLeft aria-hidden size={18} />
            {words.previous}
          </PageLink>
          <PageLink to={hasNext ? withParams(search, { page: String(page + 1) }) : null}>
            {words.next}
            <ChevronRight aria-hidden size={18} />
          </PageLink>
        </span>
      )}
    </nav>
  );
}

function PageLink({ to, children }: { to: string | null; children: ReactNode }) {
  const looks = `${pill} min-h-11`;
  if (!to)
    return (
      <span aria-hidden="true" className={`${looks} pointer-events-none border-transparent text-faint`}>
        {children}
      </span>
    );
  return (
    <Link to={to} className={looks}>
      {children}
    </Link>
  );
}
