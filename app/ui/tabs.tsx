/** Parts of a record as links: each tab has its address, works without JavaScript, and prints. */
import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
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
  const bar = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: the tab that one is on is never the hidden one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another tab
  useEffect(() => {
    const tab = bar.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const row = bar.current?.getBoundingClientRect();
    // Sideways alone: the page itself stays where it is.
    if (bar.current && tab && row)
      bar.current.scrollLeft += tab.left - row.left - (row.width - tab.width) / 2;
  }, [pathname]);
  return (
    <nav ref={bar} aria-label={label} className="-mb-px overflow-x-auto border-b border-line print:hidden">
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
