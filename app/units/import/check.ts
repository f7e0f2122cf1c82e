/** Third step of an import of units: what is new, already there, different, or cannot be. */
import type { Level, UnitKind } from "~/units/unit";
import type { FoundUnit } from "./understand";

/** A unit that stands already. */
export interface Standing {
  id: string;
  code: string | null;
  name: string;
  level: string;
  parentCode: string | null;
  closed: boolean;
}

export const problems = [
  "noCode",
  "noName",
  "codeTwice",
  "noParent",
  "parentFailed",
  "unknownKind",
  "noKind",
  "cycle",
] as const;
export type Problem = (typeof problems)[number];

export interface NewUnit extends FoundUnit {
  kind: UnitKind;
  level: Level;
  /** A unit that stands already, another new one by its code, or neither: the import's own parent. */
  parent: { id: string } | { code: string } | null;
}

export interface Checked {
  /** Parents before their children. */
  added: NewUnit[];
  kept: FoundUnit[];
  differing: (FoundUnit & { standing: Standing })[];
  failed: (FoundUnit & { problem: Problem })[];
}

/** `only`: the code of the one unit that is wanted, with all under it. */
export function checkUnits(found: FoundUnit[], standing: Standing[], only?: string): Checked {
  const wanted = only ? under(found, only) : found;
  const open = new Map(
    standing.filter(({ code, closed }) => code && !closed).map((unit) => [unit.code, unit]),
  );
  // Backwards, so that of two with one code the first counts.
  const byCode = new Map(wanted.toReversed().map((unit) => [unit.code, unit]));
  const result: Checked = { added: [], kept: [], differing: [], failed: [] };
  const settled = new Map<FoundUnit, boolean>();

  /** Whether something may stand under it. */
  function settle(unit: FoundUnit, way: FoundUnit[] = []): boolean {
    const known = settled.get(unit);
    if (known !== undefined) return known;
    const there = unit.code ? open.get(unit.code) : undefined;
    if (there) {
      const same = there.name === unit.name && (!unit.parentCode || unit.parentCode === there.parentCode);
      if (same) result.kept.push(unit);
      else result.differing.push({ ...unit, standing: there });
      settled.set(unit, true);
      return true;
    }
    const problem = problemOf(unit, way);
    if (problem) result.failed.push({ ...unit, problem });
    else result.added.push({ ...(unit as NewUnit), parent: parentOf(unit) });
    settled.set(unit, !problem);
    return !problem;
  }

  function problemOf(unit: FoundUnit, way: FoundUnit[]): Problem | null {
    if (unit.code === "") return "noCode";
    if (unit.name === "") return "noName";
    if (unit.unknownKind) return "unknownKind";
    if (!unit.kind || !unit.level) return "noKind";
    if (byCode.get(unit.code) !== unit) return "codeTwice";
    if (unit.parentCode === "") return null;
    const parent = byCode.get(unit.parentCode);
    if (!parent) return open.has(unit.parentCode) ? null : "noParent";
    if (parent === unit || way.includes(parent)) return "cycle";
    return settle(parent, [...way, unit]) ? null : "parentFailed";
  }

  function parentOf({ parentCode }: FoundUnit): NewUnit["parent"] {
    if (parentCode === "") return null;
    const there = open.get(parentCode);
    return there ? { id: there.id } : { code: parentCode };
  }

  for (const unit of wanted) settle(unit);
  return result;
}

/** The units of a file that others may be restricted to: those without a parent in it. */
export function rootsOf(found: FoundUnit[]): FoundUnit[] {
  const codes = new Set(found.map(({ code }) => code));
  return found.filter(({ code, parentCode }) => code !== "" && !codes.has(parentCode));
}

function under(found: FoundUnit[], code: string): FoundUnit[] {
  const children = new Map<string, FoundUnit[]>();
  for (const unit of found) {
    const siblings = children.get(unit.parentCode);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentCode, [unit]);
  }
  const wanted = new Set(found.filter((unit) => unit.code === code));
  for (const unit of wanted) {
    for (const child of children.get(unit.code) ?? []) wanted.add(child);
  }
  return found.filter((unit) => wanted.has(unit));
}
