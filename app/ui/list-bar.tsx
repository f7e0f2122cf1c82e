/** The one bar above a list: search, active filters, more filters, columns, export; and the paging under it. */
import { Form, useLocation, useSearchParams } from "@remix-run/react";
import { ChevronLeft, ChevronRight, Download, SlidersHorizontal, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { KeptParams } from "./kept-params";
import { useLanguage, useWords } from "./language";
import { Link } from "./link";
import { type ChoosableColumn, ColumnChooser, SortChooser } from "./list-choosers";
import { showCount, showNumber } from "./number";
import { PillPanel } from "./pill-panel";
import { SearchForm } from "./search-form";
import { withoutParam, withParams } from "./url";
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
  columns?: ChoosableColumn[];
  /** The export's address; the query of the list is added to it. */
  exportTo?: string;
  /** Instead: the page that asks how to export. */
  exportPage?: string;
}

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
          <a href={`${exportTo}${query}`} download className="pill">
            <Download aria-hidden size={18} strokeWidth={1.75} />
            {words.export}
          </a>
        )}
        {exportPage && (
          <Link to={`${exportPage}${query}`} className="pill">
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

function Filters({ children }: { children: ReactNode }) {
  const words = useWords(uiWords);
  const [params] = useSearchParams();
  const kept = [...params].filter(([name]) => ["q", "sort", "columns"].includes(name));
  return (
    <PillPanel
      name="filters"
      icon={SlidersHorizontal}
      label={words.moreFilters}
      looks="relative"
      boxLooks="absolute left-0 z-30 mt-1 max-h-[75dvh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto p-5 phone:fixed phone:inset-x-0 phone:bottom-0 phone:z-50 phone:max-h-[85dvh] phone:w-full phone:max-w-none phone:rounded-b-none"
    >
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
    </PillPanel>
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
  const looks = "pill min-h-11";
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
