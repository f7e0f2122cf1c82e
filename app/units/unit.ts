/** What a unit is: its kinds and levels, the forms about it, and the rules of its dated versions. */
import { z } from "zod";
import { addDays, type Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { doorWords as words } from "./door-words";

export const unitKinds = [
  "central_committee",
  "provincial_committee",
  "district_committee",
  "commune_committee",
  "affiliated_committee",
  "grassroots_committee",
  "cell",
  "department",
  "party_building_board",
  "training_centre",
  "government",
  "fatherland_front",
  "trade_union",
  "farmers_union",
  "womens_union",
  "youth_union",
  "veterans_association",
  "armed_forces",
  "police",
  "school",
  "hospital",
  "enterprise",
  "other",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The district level ended on 30/06/2025; it stays readable. */
export const levels = ["central", "province", "district_legacy", "commune", "grassroots"] as const;
export type Level = (typeof levels)[number];

/** The level at which a kind usually stands; a form proposes it, the officer decides. */
export const usualLevel: Partial<Record<UnitKind, Level>> = {
  central_committee: "central",
  provincial_committee: "province",
  district_committee: "district_legacy",
  commune_committee: "commune",
  affiliated_committee: "commune",
  grassroots_committee: "grassroots",
  cell: "grassroots",
  party_building_board: "commune",
};

export interface UnitVersion {
  validFrom: Day;
  /** Last day, inclusive; null: until further notice. */
  validTo: Day | null;
  name: string;
  shortName: string | null;
  kind: string;
  level: string;
  code: string | null;
  parentId: string | null;
  /** The decision behind the change, as typed. */
  reason: string | null;
}

export type UnitFacts = Pick<UnitVersion, "name" | "shortName" | "kind" | "level" | "code" | "parentId">;

const optionalText = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((text) => tidy(text ?? "") || null);

const day = z.iso.date();
const name = z.string().transform(tidy).pipe(z.string().min(1).max(200));
const code = optionalText(20).refine(
  (code) => code === null || /^[\p{L}\d][\p{L}\d./-]*$/u.test(code),
  says(words.badCode),
);
const facts = {
  name,
  shortName: optionalText(60),
  kind: z.enum(unitKinds),
  level: z.enum(levels),
  code,
};

export const newUnitSchema = z.object({
  /** Made by the form, so that a form sent twice adds one unit. */
  id: z.uuid().optional(),
  ...facts,
  parentId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((id) => id || null),
  openedOn: day,
  reason: optionalText(300),
});
export type NewUnitValues = z.infer<typeof newUnitSchema>;

const revision = z.number().int();

export const unitChangeSchema = z.object({ ...facts, from: day, reason: optionalText(300), revision });
export type UnitChangeValues = z.infer<typeof unitChangeSchema>;

export const unitMoveSchema = z.object({
  parentId: z.uuid(),
  from: day,
  reason: optionalText(300),
  revision,
});
export type UnitMoveValues = z.infer<typeof unitMoveSchema>;

export const unitClosingSchema = z.object({ on: day, reason: optionalText(300), revision });
export type UnitClosingValues = z.infer<typeof unitClosingSchema>;

/** For commands that need nothing but to be asked for. */
export const emptySchema = z.object({});

/** The version valid on a day; undefined before the unit opened and after it closed. */
export function versionOn<V extends Pick<UnitVersion, "validFrom" | "validTo">>(
  versions: readonly V[],
  day: Day,
): V | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

/** What the unit is shown as on a day: its version then; before its opening the first, after its closing the last. */
export function shownOn<V extends Pick<UnitVersion, "validFrom" | "validTo">>(
  versions: readonly [V, ...V[]],
  day: Day,
): V {
  const last = versions[versions.length - 1] ?? versions[0];
  return versionOn(versions, day) ?? (day < versions[0].validFrom ? versions[0] : last);
}

/**
 * The versions after a change that holds from a day on. A version that began on that very day is corrected in place;
 * versions planned for later keep what they themselves change and take over the rest.
 * Versions come and go in order of time, without gaps.
 */
export function changedFrom(
  versions: readonly UnitVersion[],
  from: Day,
  change: Partial<UnitFacts>,
  reason: string | null,
): UnitVersion[] {
  const changed = versions.flatMap((version) => {
    if (version.validFrom > from || (version.validTo !== null && version.validTo < from)) return [version];
    const after = { ...version, ...change, validFrom: from, reason };
    return version.validFrom === from ? [after] : [{ ...version, validTo: addDays(from, -1) }, after];
  });
  return carriedOn(changed, versions, from, change);
}

/** The versions of a unit whose last day is `day`; what was planned for later falls away. */
export function closedOn(versions: readonly UnitVersion[], day: Day): UnitVersion[] {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .map((version) =>
      version.validTo === null || version.validTo > day ? { ...version, validTo: day } : version,
    );
}

function carriedOn(
  changed: UnitVersion[],
  before: readonly UnitVersion[],
  from: Day,
  change: Partial<UnitFacts>,
): UnitVersion[] {
  const keys = Object.keys(change) as (keyof UnitFacts)[];
  const was = versionOn(before, from);
  return changed.map((version) => {
    if (!was || version.validFrom <= from) return version;
    const untouched = keys.filter((key) =>
      before.every(
        (other) => other.validFrom <= from || other.validFrom > version.validFrom || other[key] === was[key],
      ),
    );
    return { ...version, ...Object.fromEntries(untouched.map((key) => [key, change[key]])) };
  });
}
