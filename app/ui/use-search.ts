/** The query of the page's address, for links that change a part of it. */
import { useLocation } from "@remix-run/react";

/** "?q=an&page=2", or "". */
export function useSearch(): string {
  return useLocation().search;
}
