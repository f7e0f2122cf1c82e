/** Which unit a text in a roster file means: by name, short name, code, former name, with or without "Đảng ủy". */
import { fold } from "~/platform/text";

export interface MatchableUnit {
  id: string;
  name: string;
  shortName: string | null;
  code: string | null;
  parentId: string | null;
  formerNames: string[];
}

export type UnitMatch =
  | { is: "found"; unitId: string }
  | { is: "ambiguous"; unitIds: string[] }
  | { is: "not_found"; unitIds: string[]; likeness?: number[] };

/** How two writings of a unit are compared. */
export function unitKey(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/^(du|dang uy|dang bo|bch dang bo|ban chap hanh dang bo|ban thuong vu dang uy)\s+(?=\S)/, "")
    .replace(/^p (?=\S)/, "phuong ")
    .replace(/^x (?=\S)/, "xa ")
    .replace(/^(tt) (?=\S)/, "thi tran ")
    .replace(/^(tp) (?=\S)/, "thanh pho ")
    .replace(/^(dk) (?=\S)/, "dac khu ")
    .trim();
}

/** "phuong ba dinh" and "ba dinh": what is left without the kind of commune. */
function bareKey(key: string): string {
  return key.replace(/^(phuong|xa|thi tran|dac khu|thanh pho|tinh) /, "");
}

export type FindUnit = (text: string) => UnitMatch;

/** Looks texts up among the units; of several with one name those under `home` come first. Remembers what it found. */
export function unitFinder(units: MatchableUnit[], home: string | null): FindUnit {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const indexes = [
    index(units, ({ name, shortName }) =>
      [name, shortName].map((text) =>
        fold(text ?? "")
          .replace(/[^a-z0-9]+/g, " ")
          .trim(),
      ),
    ),
    index(units, ({ code }) => [code?.toLowerCase() ?? ""]),
    index(units, ({ name, shortName }) => [unitKey(name), unitKey(shortName ?? "")]),
    index(units, ({ formerNames }) => formerNames.map(unitKey)),
    index(units, ({ name }) => [bareKey(unitKey(name))]),
  ];
  const look = (text: string): UnitMatch => {
    const plain = fold(text)
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
    const keys = [plain, text.trim().toLowerCase(), unitKey(text), unitKey(text), bareKey(unitKey(text))];
    for (const [at, found] of indexes.entries()) {
      const ids = nearest(found.get(keys[at] ?? "") ?? [], parents, home);
      // Without "phường" or "xã" a name is a guess: offered, never taken.
      const [only] = ids;
      if (only && ids.length === 1 && at < 4) return { is: "found", unitId: only };
      if (ids.length > 0) return { is: at < 4 ? "ambiguous" : "not_found", unitIds: ids.slice(0, 8) };
    }
    return { is: "not_found", ...closest(bareKey(unitKey(text))) };
  };
  const closest = closestFinder(units);
  const known = new Map<string, UnitMatch>();
  return (text) => {
    const match = known.get(text) ?? look(text);
    known.set(text, match);
    return match;
  };
}

const mostOffered = 3;

/** The units that share most words with a text that names none; more than half of them. */
function closestFinder(units: MatchableUnit[]): (key: string) => { unitIds: string[]; likeness: number[] } {
  const keys = units.flatMap(({ id, name, formerNames }) =>
    [name, ...formerNames].map((one) => ({ id, words: new Set(bareKey(unitKey(one)).split(" ")) })),
  );
  const byWord = new Map<string, number[]>();
  for (const [at, { words }] of keys.entries())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), at]);
  return (key) => {
    const words = new Set(key.split(" ").filter(Boolean));
    const shared = new Map<number, number>();
    for (const word of words)
      for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const scores = new Map<string, number>();
    for (const [at, count] of shared) {
      const { id = "", words: others } = keys[at] ?? { words: new Set() };
      const likeness = (2 * count) / (words.size + others.size);
      if (likeness > 0.5) scores.set(id, Math.max(likeness, scores.get(id) ?? 0));
    }
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, mostOffered);
    return { unitIds: best.map(([id]) => id), likeness: best.map(([, likeness]) => likeness * 0.8) };
  };
}

function index(units: MatchableUnit[], keysOf: (unit: MatchableUnit) => string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit))) {
      if (key) found.set(key, [...(found.get(key) ?? []), unit.id]);
    }
  }
  return found;
}

/** Those that stand under the unit into which the file goes, if any do. */
function nearest(ids: string[], parents: Map<string, string | null>, home: string | null): string[] {
  const under = ids.filter((id) => home !== null && isUnder(id, home, parents));
  return under.length > 0 ? under : ids;
}

function isUnder(id: string, ancestor: string, parents: Map<string, string | null>): boolean {
  for (let at: string | null | undefined = id; at; at = parents.get(at)) if (at === ancestor) return true;
  return false;
}
