/** The state of a list lives in its URL: small changes to a query string. */

/** What the server draws unfolded where there are no scripts (~/ui/unfolding): it outlives no change. */
const unfold = "unfold";

export function isUnfoldedIn(search: string, name: string): boolean {
  return search !== "" && new URLSearchParams(search).get(unfold) === name;
}

export function unfoldedAt(search: string, name: string): string {
  const params = new URLSearchParams(search);
  params.set(unfold, name);
  return `?${params}`;
}

/** The same query with nothing unfolded. */
export function folded(search: string): string {
  const params = keptParams(new URLSearchParams(search));
  return params.length > 0 ? `?${new URLSearchParams(params)}` : "";
}

/** What a form takes along of the query. */
export function keptParams(params: URLSearchParams): [string, string][] {
  return [...params].filter(([name]) => name !== unfold);
}

/** `?...` with some parameters changed; null or "" takes one away. Another page number never survives a change. */
export function withParams(search: string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(search);
  params.delete(unfold);
  if (!("page" in changes)) params.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") params.delete(name);
    else params.set(name, value);
  }
  return `?${params}`;
}

/** Without one filter, or without one of its values. */
export function withoutParam(search: string, name: string, value?: string): string {
  const params = new URLSearchParams(search);
  for (const gone of ["page", unfold]) params.delete(gone);
  const rest = params.getAll(name).filter((other) => value !== undefined && other !== value);
  params.delete(name);
  for (const other of rest) params.append(name, other);
  return `?${params}`;
}

/** The place itself, or one below it. */
export function isUnder(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`);
}

/** `columns=name&columns=unit` or `columns=name,unit`; null when the URL does not say. */
export function chosenColumns(params: URLSearchParams): string[] | null {
  const keys = params.getAll("columns").flatMap((part) => part.split(","));
  return keys.length > 0 ? keys : null;
}
