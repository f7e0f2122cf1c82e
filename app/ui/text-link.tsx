/** Links inside text, facts and table cells. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-link">
      {children}
    </Link>
  );
}

/** In a row of a `DataTable`, which listens for all of its links together. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} data-row className="text-link">
      {children}
    </a>
  );
}
