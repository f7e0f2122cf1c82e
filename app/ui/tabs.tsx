/** Parts of a record as links: each tab has its address, works without JavaScript, and prints. */
import { NavLink } from "@remix-run/react";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** The address must match to its end: for the first tab, which the others continue. */
  end?: boolean;
}

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end}
              preventScrollReset
              className={({ isActive }) =>
                `flex min-h-control items-center gap-2 border-b-2 px-3 font-medium whitespace-nowrap -outline-offset-2 ${
                  isActive ? "border-accent text-accent" : "border-transparent text-soft hover:text-ink"
                }`
              }
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-caption tabular-nums">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
