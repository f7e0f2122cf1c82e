/** The units of a CSV file (columns id, name, code, ... or commune_code, commune) for the preview command. */
import { Refusal } from "~/platform/refusal";
import { previewWords as words } from "./preview-words";
import { textOf } from "./sheet";
import { readTextFile } from "./text-file";
import type { MatchableUnit } from "./unit-matching";

export function readPreviewUnits(bytes: Buffer): MatchableUnit[] {
  const [head, ...rows] = readTextFile(bytes)?.rows ?? [];
  const labels = head?.cells.map((cell) => textOf(cell).trim().toLowerCase()) ?? [];
  const columnOf = (...names: string[]) => labels.findIndex((label) => names.includes(label));
  const name = columnOf("commune", "name", "ten", "unit");
  const code = columnOf("commune_code", "code", "ma");
  const former = columnOf("former_names", "former");
  if (name < 0) throw new Refusal(words.noUnitNames);
  return rows.map(({ cells }, at) => ({
    id: String(at),
    name: textOf(cells[name]).trim(),
    shortName: null,
    code: textOf(cells[code]).trim() || null,
    parentId: null,
    formerNames: textOf(cells[former]).split(";").filter(Boolean),
  }));
}
