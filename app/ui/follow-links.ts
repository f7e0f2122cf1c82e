/** Plain links that go on without loading the page anew. */
import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/** One listener for all of them (`Link`, and `data-row` in lists): fifty links of the router's would cost the server a third of a page. */
export function useFollowedLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-row], a[data-discover]");
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash, {
      replace: link.href === window.location.href,
      preventScrollReset: "still" in link.dataset,
    });
  };
}
