/** Links inside text, facts and table cells. */
import type { ReactNode } from "react";
import { Link } from "./link";

export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-link">
      {children}
    </Link>
  );
}

/** In a row of a list: what many rows lead to is not learned beforehand. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} data-row className="text-link">
      {children}
    </a>
  );
}
