/** The state of a list lives in its URL: small changes to a query string. */

/** `?...` with some parameters changed; null or "" takes one away. Another page number never survives a change. */
export function withParams(search: string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(search);
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
  params.delete("page");
  const rest = params.getAll(name).filter((other) => value !== undefined && other !== value);
  params.delete(name);
  for (const other of rest) params.append(name, other);
  return `?${params}`;
}

/** `columns=name&columns=unit` or `columns=name,unit`; null when the URL does not say. */
export function chosenColumns(params: URLSearchParams): string[] | null {
  const keys = params.getAll("columns").flatMap((part) => part.split(","));
  return keys.length > 0 ? keys : null;
}
