/** Parts of a record as links: each tab has its address, works without JavaScript, and prints. */
import { useLocation } from "@remix-run/react";
import { Link } from "./link";
import { isUnder } from "./url";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** The address must match to its end: for the first tab, which the others continue. */
  end?: boolean;
}

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { pathname } = useLocation();
  const isHere = ({ to, end }: Tab) => (end ? pathname === to : isUnder(pathname, to));
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={isHere(tab) ? "page" : undefined}
              className="tab"
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-caption tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
