/** A unit's versions in the database: read to be changed, written back, and what follows from them today. */
import type { Actor } from "~/platform/actor";
import { type Day, dayFromColumn, dayToColumn, today } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { replaceUnit } from "./closure.server";
import { withinUnits } from "./scope.server";
import { shownOn, type UnitVersion } from "./unit";
import { unitWords as words } from "./words";

/** The unit with its versions in order of time. Refuses one out of reach, and what was changed since the form was opened. */
export async function unitToChange(tx: Db, actor: Actor, id: string, revision?: number) {
  const unit = await tx.unit.findFirst({
    where: { id, ...withinUnits(actor) },
    include: { versions: { orderBy: { validFrom: "asc" } } },
  });
  if (!unit) throw new Refusal(words.noSuchUnit);
  if (revision !== undefined && unit.revision !== revision) throw new Refusal(words.changedMeanwhile);
  const versions: UnitVersion[] = unit.versions.map(({ validFrom, validTo, ...version }) => ({
    validFrom: dayFromColumn(validFrom),
    validTo: dayFromColumn(validTo),
    name: version.name,
    shortName: version.shortName,
    kind: version.kind,
    level: version.level,
    code: version.code,
    parentId: version.parentId,
    reason: version.reason,
  }));
  return { unit, versions };
}

/** Replaces the unit's versions, and brings the unit and the closure to what holds today. */
export async function writeVersions(
  tx: Db,
  id: string,
  versions: UnitVersion[],
  dates: { closedOn?: Day | null } = {},
): Promise<void> {
  const kept = { unitId: id, validFrom: { in: versions.map(({ validFrom }) => dayToColumn(validFrom)) } };
  await tx.unitVersion.deleteMany({ where: { unitId: id, NOT: kept } });
  // In order of time: a version is shortened before the next one takes its days.
  for (const version of versions) {
    const row = { ...version, validFrom: dayToColumn(version.validFrom), validTo: columnOf(version.validTo) };
    const where = { unitId: id, validFrom: row.validFrom };
    const { count } = await tx.unitVersion.updateMany({ where, data: row });
    if (count === 0) await tx.unitVersion.create({ data: { ...row, unitId: id } });
  }
  await bringToToday(tx, id, versions, dates);
}

/** Brings the unit itself and the closure to what its versions say of today. */
export async function bringToToday(
  tx: Db,
  id: string,
  versions: UnitVersion[],
  dates: { closedOn?: Day | null } = {},
): Promise<void> {
  const [first, ...rest] = versions;
  if (!first) throw new Error(`Unit ${id} would be left without a version.`);
  const { name, shortName, kind, level, code, parentId } = shownOn([first, ...rest], today());
  const { parentId: parentBefore } = await tx.unit.findUniqueOrThrow({ where: { id } });
  await tx.unit.update({
    where: { id },
    data: {
      ...{ name, shortName, kind, level, code, parentId },
      ...("closedOn" in dates && { closedOn: columnOf(dates.closedOn ?? null) }),
      revision: { increment: 1 },
    },
  });
  if (parentBefore !== parentId) await replaceUnit(tx, id, parentId);
}

function columnOf(day: Day | null) {
  return day === null ? null : dayToColumn(day);
}
