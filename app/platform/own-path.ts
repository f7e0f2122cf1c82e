/** Where a sent `to` may lead: to a page of our own, never to another site. */

/** The path if it is one of ours, else the start page. */
export function ownPath(to: string | null): string {
  // "//host" and "/\host" are other sites to a browser; a control character hides either.
  if (!to || !/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to)) return "/";
  const base = "http://own.invalid";
  const url = URL.canParse(to, base) ? new URL(to, base) : null;
  return url?.origin === base ? url.pathname + url.search + url.hash : "/";
}
