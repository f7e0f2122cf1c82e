/** A link inside the app: plain, and followed by the shell's one listener. The router's own costs the server as much as ten tags. */
import type { AnchorHTMLAttributes } from "react";

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path, or a query of the page it stands on. */
  to: string;
  /** The page stays where it was scrolled to. */
  preventScrollReset?: boolean;
  reloadDocument?: boolean;
}

/** By `data-discover` the router learns beforehand what lies there. */
export function Link({ to, preventScrollReset, reloadDocument, ...looks }: LinkProps) {
  return (
    <a
      {...looks}
      href={to}
      data-discover={reloadDocument ? undefined : "true"}
      data-still={preventScrollReset || undefined}
    />
  );
}
