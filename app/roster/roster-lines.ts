/** The rows of a page as one text: as objects, each value of each row costs the page time on its way to the browser. */
import type { RosterLine } from "./roster-columns";

/** `keys`: the columns that are shown. The name stands first in all of them, and only once here. */
export function packLines(lines: RosterLine[], keys: string[]): string {
  return JSON.stringify(
    lines.map(({ id, name, position, state, cells }) => [
      ...[id, name, position, state],
      ...keys.filter((key) => key !== "name").map((key) => cells[key]),
    ]),
  );
}

export function unpackLines(text: string, keys: string[]): RosterLine[] {
  const others = keys.filter((key) => key !== "name");
  type Row = [string, string, string | null, RosterLine["state"], ...string[]];
  return (JSON.parse(text) as Row[]).map(([id, name, position, state, ...cells]) => ({
    ...{ id, name, position, state },
    cells: Object.fromEntries([["name", name], ...others.map((key, index) => [key, cells[index] ?? ""])]),
  }));
}
