/** The page of a file that an address names, and the words that led to it. */

/** `?page=9`, within what the file has; else where the reader stopped, or the first. */
export function pageIn(address: string, count: number, last?: number | null): number {
  const asked = Number(new URL(address).searchParams.get("page") ?? last);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, Math.max(count, 1)) : 1;
}

/** `?q=tuyen truyen mieng`, as it was typed into a search. */
export function soughtIn(address: string): string {
  return (new URL(address).searchParams.get("q") ?? "").slice(0, 200);
}
