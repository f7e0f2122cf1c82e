/** A link inside text, facts and table cells. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="font-medium text-accent hover:underline">
      {children}
    </Link>
  );
}
