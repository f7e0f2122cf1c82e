/** The frame of a page's content: where we are, what it is, what to do next; then sections and facts. */
import { ArrowLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWords } from "./language";
import { Link } from "./link";
import { SearchIcon } from "./shell-search";
import { useTitle } from "./title";
import { uiWords } from "./words";

export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  /** One line: how many, what needs doing; or who or what it is. */
  summary?: ReactNode;
  breadcrumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, summary, breadcrumbs = [], actions, children }: PageProps) {
  useTitle(title);
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-5 px-9 py-7 phone:gap-4 phone:px-4 phone:py-4 print:p-0">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 phone:contents">
        <div className="min-w-0 phone:contents">
          <Breadcrumbs crumbs={breadcrumbs} />
          <div className="phone:sticky phone:top-0 phone:z-20 phone:-mx-4 phone:-mt-4 phone:flex phone:min-h-14 phone:items-center phone:border-b phone:border-line phone:bg-paper phone:pr-1 phone:pl-4">
            <BackLink crumb={breadcrumbs.at(-1)} />
            <h1 className="min-w-0 text-title font-bold phone:py-2 phone:text-[1.1875rem] phone:leading-6">
              {title}
            </h1>
            <SearchIcon />
          </div>
          {summary && <div className="text-soft">{summary}</div>}
        </div>
        {actions && (
          <div className="flex flex-wrap gap-2 print:hidden phone:[&>*]:grow phone:[&>*]:px-3 phone:[&>*]:text-table">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const words = useWords(uiWords);
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={words.breadcrumbs} className="phone:hidden print:hidden">
      <ol className="-ml-1 flex flex-wrap items-center text-[0.875rem] text-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to} className="flex items-center">
            {index > 0 && <ChevronRight aria-hidden size={16} />}
            <Link to={crumb.to} className="inline-block px-1 py-1.5 hover:text-ink hover:underline">
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** On the phone the path is one step back. */
function BackLink({ crumb }: { crumb: Crumb | undefined }) {
  if (!crumb) return null;
  return (
    <Link
      to={crumb.to}
      aria-label={crumb.label}
      className="-ml-3 hidden size-11 shrink-0 items-center justify-center phone:flex print:hidden"
    >
      <ArrowLeft aria-hidden size={20} strokeWidth={1.75} />
    </Link>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-section font-semibold">
          {title}
        </h2>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known, in two columns; an empty value reads as a dash. */
export function Facts({ facts }: { facts: Fact[] }) {
  const words = useWords(uiWords);
  return (
    <div className="facts">
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value === null || value === undefined || value === "" ? (
                <span className="text-faint">{words.unknown}</span>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Two columns on wide screens, one below the other on the phone. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 lg:grid-cols-2">{children}</div>;
}

/** A quiet box for what belongs together and is neither table nor facts. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="rounded-card border border-line bg-paper p-5 phone:p-4">{children}</div>;
}
