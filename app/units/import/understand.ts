/** Second step of an import of units: which columns there are, and the units that the rows tell of. */
import type { TextSheet } from "~/platform/sheets.server";
import { fold } from "~/platform/text";
import { type Level, levels, type UnitKind, unitKinds, usualLevel } from "~/units/unit";
import { unitWords } from "~/units/words";

export type UnitField = "code" | "name" | "shortName" | "parentCode" | "kind" | "level";
type TierField = "code" | "name";
/** A flat table tells of several units in each row: the province, the commune in it. */
const tiers = ["province", "district_legacy", "commune"] as const;
type Tier = (typeof tiers)[number];

export interface Column {
  at: number;
  head: string;
  /** A fact of the row's unit, or of its unit of a tier. */
  is: UnitField | `${Tier}.${TierField}`;
  /** What stands in the first two rows. */
  samples: string[];
}

export interface FoundUnit {
  sheet: string;
  row: number;
  code: string;
  name: string;
  shortName: string;
  parentCode: string;
  kind: UnitKind | null;
  level: Level | null;
  /** What the file says, where it is not understood. */
  unknownKind?: string;
}

export interface Understanding {
  columns: Column[];
  units: FoundUnit[];
}

const heads: [RegExp, Column["is"]][] = [
  [/^(ma (tinh|tp|tinh,? ?(thanh pho|tp))|province[_ ]code)$/, "province.code"],
  [/^((ten )?(tinh|tinh[,/]? ?(thanh pho|tp))|province)$/, "province.name"],
  [/^(ma (quan|huyen|quan,? ?huyen.*)|district[_ ]code)$/, "district_legacy.code"],
  [/^((ten )?(quan|huyen|quan[,/]? ?huyen.*)|district)$/, "district_legacy.name"],
  [/^(ma (xa|phuong|xa[,/]? ?phuong.*|phuong[,/]? ?xa.*)|commune[_ ]code)$/, "commune.code"],
  [/^((ten )?(xa|phuong|xa[,/]? ?phuong.*|phuong[,/]? ?xa.*)|commune)$/, "commune.name"],
  [/^(ma (cap tren|cha|don vi cap tren|don vi cha)|parent[_ ]code|code of the unit above)$/, "parentCode"],
  [/^(ma|ma so|ma don vi|code|unit[_ ]code)$/, "code"],
  [/^(ten|ten don vi|don vi|name|unit)$/, "name"],
  [/^(ten goi tat|ten tat|viet tat|short[_ ]name)$/, "shortName"],
  [/^(loai|loai don vi|loai hinh|kind)$/, "kind"],
  [/^(cap|level)$/, "level"],
];

/** The first table found; null when no row reads as a head with a code and a name. */
export function understandUnits(sheets: TextSheet[]): Understanding | null {
  for (const sheet of sheets) {
    const headAt = sheet.rows.slice(0, 25).findIndex(({ cells }) => isHead(cells.map(meaningOf)));
    if (headAt < 0) continue;
    const rows = sheet.rows.slice(headAt + 1).filter(({ hidden }) => !hidden);
    const columns = (sheet.rows[headAt]?.cells ?? []).flatMap((head, at): Column[] => {
      const is = meaningOf(head);
      return is ? [{ at, head, is, samples: rows.slice(0, 2).map(({ cells }) => cells[at] ?? "") }] : [];
    });
    const units = rows.flatMap(({ number, cells }) => unitsIn(sheet.name, number, cells, columns));
    return { columns, units: onePerCode(units) };
  }
  return null;
}

/** The kind and level that the first words of a name tell. */
export function kindByName(name: string): { kind: UnitKind; level: Level } | null {
  const folded = fold(name);
  if (/^(tinh|thanh pho) /.test(folded)) return { kind: kindOfTier.province, level: "province" };
  if (/^(xa|phuong|thi tran|dac khu) /.test(folded)) return { kind: kindOfTier.commune, level: "commune" };
  if (/^(quan|huyen|thi xa) /.test(folded))
    return { kind: kindOfTier.district_legacy, level: "district_legacy" };
  return null;
}

const kindOfTier: Record<Tier, UnitKind> = {
  province: "provincial_committee",
  district_legacy: "district_committee",
  commune: "commune_committee",
};

function meaningOf(head: string): Column["is"] | undefined {
  const folded = fold(head)
    .replace(/[*:()]/g, "")
    .trim();
  return heads.find(([pattern]) => pattern.test(folded))?.[1];
}

function isHead(meanings: (Column["is"] | undefined)[]): boolean {
  const has = (is: Column["is"]) => meanings.includes(is);
  return (has("code") && has("name")) || tiers.some((tier) => has(`${tier}.code`) && has(`${tier}.name`));
}

function unitsIn(sheet: string, row: number, cells: string[], columns: Column[]): FoundUnit[] {
  const text = (is: Column["is"]) => cells[columns.find((column) => column.is === is)?.at ?? -1] ?? "";
  if (columns.some(({ is }) => is === "name")) return [unitOfRow(sheet, row, text)];
  const found: FoundUnit[] = [];
  for (const tier of tiers) {
    const [code, name] = [wholeCode(text(`${tier}.code`), tier), text(`${tier}.name`)];
    if (code === "" && name === "") continue;
    const parentCode = found.at(-1)?.code ?? "";
    found.push({ sheet, row, code, name, shortName: "", parentCode, kind: kindOfTier[tier], level: tier });
  }
  return found;
}

/** Excel takes the zeros off the front of "00004". */
function wholeCode(code: string, tier: Tier): string {
  const digits = { province: 2, district_legacy: 3, commune: 5 }[tier];
  return /^\d+$/.test(code) ? code.padStart(digits, "0") : code;
}

function unitOfRow(sheet: string, row: number, text: (is: Column["is"]) => string): FoundUnit {
  const name = text("name");
  const said = text("kind");
  const kind = said === "" ? null : keyOf(said, unitKinds, [unitWords.vi.kinds, unitWords.en.kinds]);
  const guess = kindByName(name);
  const level =
    keyOf(text("level"), levels, [unitWords.vi.levels, unitWords.en.levels]) ??
    (kind ? usualLevel[kind] : undefined) ??
    guess?.level;
  return {
    ...{ sheet, row, name },
    code: text("code"),
    shortName: text("shortName"),
    parentCode: text("parentCode"),
    kind: kind ?? guess?.kind ?? null,
    level: level ?? null,
    // "Phường" in a column of kinds says no more than the name does.
    ...(said !== "" && !kind && !kindByName(`${said} x`) && { unknownKind: said }),
  };
}

/** A key by itself or by its label in any language. */
function keyOf<K extends string>(said: string, keys: readonly K[], labels: Record<K, string>[]): K | null {
  const folded = fold(said);
  return keys.find((key) => key === said || labels.some((label) => fold(label[key]) === folded)) ?? null;
}

/** Rows of a flat table repeat their province; the same code with the same name is one unit. */
function onePerCode(units: FoundUnit[]): FoundUnit[] {
  const seen = new Set<string>();
  return units.filter(({ code, name, level }) => {
    const key = JSON.stringify([code, name, level]);
    if (code === "" || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}
