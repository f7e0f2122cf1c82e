/** A few ways to look at one list, as links: each says how much it shows. */
import { useLanguage } from "./language";
import { Link } from "./link";
import { showNumber } from "./number";

export interface FilterLink {
  to: string;
  label: string;
  count?: number;
  isCurrent: boolean;
}

export function FilterLinks({ label, links }: { label: string; links: FilterLink[] }) {
  const language = useLanguage();
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2 print:hidden">
      {links.map(({ to, label, count, isCurrent }) => (
        <Link
          key={to}
          to={to}
          preventScrollReset
          aria-current={isCurrent || undefined}
          className={`inline-flex min-h-control items-center gap-2 rounded-pill border px-4 font-medium text-table ${
            isCurrent ? "border-accent bg-accent-soft text-accent" : "border-line bg-paper hover:bg-hover"
          }`}
        >
          {label}
          {count !== undefined && <span className="tabular-nums">{showNumber(count, language)}</span>}
        </Link>
      ))}
    </nav>
  );
}
