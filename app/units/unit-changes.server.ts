/** What happens to units: added, renamed, moved, closed, each from a day on, none ever deleted. */

import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayToColumn, showDay, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { lockTree, placeUnit, replaceUnit } from "./closure.server";
import { refuseWhatStillStands } from "./obstacles.server";
import { withinUnits } from "./scope.server";
import {
  changedFrom,
  closedOn,
  type NewUnitValues,
  shownOn,
  type UnitChangeValues,
  type UnitClosingValues,
  type UnitFacts,
  type UnitMoveValues,
  type UnitVersion,
  versionOn,
} from "./unit";
import { factsOfUnit } from "./unit-facts.server";
import { unitWords as words } from "./words";

/**
 * Adds a unit under a parent that the actor may change, and gives its id; the same id sent twice adds it once.
 * Without a parent only for whom everything is in reach. Refuses a closed parent and a code in use.
 */
export function addUnit(actor: Actor, values: NewUnitValues, outer?: Db): Promise<string> {
  return transaction(outer, async (tx) => {
    await lockTree(tx);
    if (values.id && (await tx.unit.findUnique({ where: { id: values.id } }))) return values.id;
    await refuseParent(tx, actor, values.parentId, values.openedOn);
    await refuseCodeInUse(tx, values);
    const { id: wanted, openedOn, reason, ...facts } = values;
    const { id } = await tx.unit.create({
      data: {
        ...(wanted && { id: wanted }),
        ...facts,
        openedOn: dayToColumn(openedOn),
        versions: { create: { ...facts, reason, validFrom: dayToColumn(openedOn) } },
      },
    });
    await placeUnit(tx, id, values.parentId);
    await audit(tx, actor, "unit.added", {
      kind: "unit",
      id,
      title: values.name,
      unitId: id,
      after: { ...(await factsOfUnit(tx, values)), openedOn, reason },
    });
    return id;
  });
}

/** Name, short name, kind, level and code from a day on; on the day on which the present ones began, it corrects them. */
export function changeUnit(actor: Actor, id: string, values: UnitChangeValues, outer?: Db): Promise<void> {
  const { from, reason, revision, name, shortName, kind, level, code } = values;
  const change = { name, shortName, kind, level, code };
  return changing(actor, id, { from, reason, revision, change }, outer);
}

/** Under another parent from a day on, with all that stands under the unit. Refuses what would stand under itself. */
export function moveUnit(actor: Actor, id: string, values: UnitMoveValues, outer?: Db): Promise<void> {
  const { parentId, from, reason, revision } = values;
  return changing(actor, id, { from, reason, revision, change: { parentId } }, outer);
}

/** Ends the unit with a day, its last. Refuses with a list while anything open still stands on it. */
export function closeUnit(actor: Actor, id: string, values: UnitClosingValues, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    await lockTree(tx);
    const { unit, versions } = await unitToChange(tx, actor, id, values.revision);
    const openedOn = dayFromColumn(unit.openedOn);
    if (unit.closedOn) throw new Refusal(words.alreadyClosed);
    if (values.on < openedOn) {
      throw new Refusal(words.closeBeforeOpening(showDay(openedOn)), "on");
    }
    await refuseWhatStillStands(tx, id, values.on);
    await writeVersions(tx, id, closedOn(versions, values.on), { closedOn: values.on });
    await audit(tx, actor, "unit.closed", {
      kind: "unit",
      id,
      title: unit.name,
      unitId: id,
      after: { closedOn: values.on, reason: values.reason },
    });
  });
}

/** Takes a closing back: the unit goes on as it last was. Refuses while its parent is closed. */
export function reopenUnit(actor: Actor, id: string, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    await lockTree(tx);
    const { unit, versions } = await unitToChange(tx, actor, id);
    const last = versions.at(-1);
    if (!unit.closedOn || !last) throw new Refusal(words.notClosed);
    const closed = dayFromColumn(unit.closedOn);
    await refuseClosedParent(tx, last.parentId, closed);
    await refuseCodeInUse(tx, last, id);
    await writeVersions(tx, id, [...versions.slice(0, -1), { ...last, validTo: null }], { closedOn: null });
    await audit(tx, actor, "unit.reopened", {
      kind: "unit",
      id,
      title: unit.name,
      unitId: id,
      before: { closedOn: closed },
    });
  });
}

interface Changing {
  from: Day;
  reason: string | null;
  revision?: number;
  change: Partial<UnitFacts>;
}

function changing(actor: Actor, id: string, wanted: Changing, outer?: Db): Promise<void> {
  const { from, reason, revision, change } = wanted;
  return transaction(outer, async (tx) => {
    await lockTree(tx);
    const { unit, versions } = await unitToChange(tx, actor, id, revision);
    const before = versionOn(versions, from);
    if (!before) throw new Refusal(words.notOpenOn(showDay(from)), "from");
    const after = { ...before, ...change };
    const keys = Object.keys(change) as (keyof UnitFacts)[];
    if (keys.every((key) => before[key] === after[key])) throw new Refusal(words.nothingChanged);
    if (after.code !== before.code || after.kind !== before.kind) await refuseCodeInUse(tx, after, id);
    if (after.parentId !== before.parentId) {
      await refuseParent(tx, actor, after.parentId, from);
      await refuseCycle(tx, id, after.parentId, from);
    }
    await writeVersions(tx, id, changedFrom(versions, from, change, reason));
    await audit(tx, actor, actionOf(before, after), {
      kind: "unit",
      id,
      title: unit.name,
      unitId: id,
      before: await factsOfUnit(tx, before),
      after: { ...(await factsOfUnit(tx, after)), from, reason },
    });
  });
}

function actionOf(before: UnitFacts, after: UnitFacts) {
  if (before.parentId !== after.parentId) return "unit.moved";
  const others = ["kind", "level", "code"] as const;
  return others.every((key) => before[key] === after[key]) ? "unit.renamed" : "unit.changed";
}

async function unitToChange(tx: Db, actor: Actor, id: string, revision?: number) {
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

/** Replaces the unit's versions, and brings the unit itself and the closure to what holds today. */
async function writeVersions(
  tx: Db,
  id: string,
  versions: UnitVersion[],
  dates: { closedOn?: Day | null } = {},
): Promise<void> {
  const [first, ...rest] = versions;
  if (!first) throw new Error(`Unit ${id} would be left without a version.`);
  const { name, shortName, kind, level, code, parentId } = shownOn([first, ...rest], today());
  const kept = { unitId: id, validFrom: { in: versions.map(({ validFrom }) => dayToColumn(validFrom)) } };
  await tx.unitVersion.deleteMany({ where: { unitId: id, NOT: kept } });
  // In order of time: a version is shortened before the next one takes its days.
  for (const version of versions) {
    const row = { ...version, validFrom: dayToColumn(version.validFrom), validTo: columnOf(version.validTo) };
    const where = { unitId: id, validFrom: row.validFrom };
    const { count } = await tx.unitVersion.updateMany({ where, data: row });
    if (count === 0) await tx.unitVersion.create({ data: { ...row, unitId: id } });
  }
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

async function refuseParent(tx: Db, actor: Actor, parentId: string | null, from: Day) {
  if (parentId === null) {
    if (actor.reach !== "everywhere") throw new Refusal(words.needsParent, "parentId");
    return;
  }
  const parent = await tx.unit.findFirst({ where: { id: parentId, ...withinUnits(actor) } });
  if (!parent) throw new Refusal(words.noSuchUnit, "parentId");
  await refuseClosedParent(tx, parentId, from);
}

async function refuseClosedParent(tx: Db, parentId: string | null, from: Day) {
  if (parentId === null) return;
  const parent = await tx.unit.findUniqueOrThrow({ where: { id: parentId } });
  if (dayFromColumn(parent.openedOn) > from) {
    throw new Refusal(words.parentNotOpen(parent.name, showDay(from)), "parentId");
  }
  if (parent.closedOn) {
    throw new Refusal(
      words.parentClosesBefore(parent.name, showDay(dayFromColumn(parent.closedOn))),
      "parentId",
    );
  }
}

/** Two open units of one kind may not share an official code; a government and a Party committee may. */
async function refuseCodeInUse(tx: Db, facts: Pick<UnitFacts, "code" | "kind">, id?: string) {
  if (facts.code === null) return;
  const other = await tx.unit.findFirst({
    where: { code: facts.code, kind: facts.kind, closedOn: null, ...(id && { id: { not: id } }) },
  });
  if (other) throw new Refusal(words.codeTaken(facts.code, other.name), "code");
}

/** Walks up from the new parent through every version valid from that day on. */
async function refuseCycle(tx: Db, id: string, parentId: string | null, from: Day) {
  const [hit] = await tx.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE up (unit_id, lo, hi) AS (
      SELECT ${parentId}::uuid, ${from}::date, 'infinity'::date
      UNION
      SELECT v.parent_id, greatest(up.lo, v.valid_from), least(up.hi, coalesce(v.valid_to, 'infinity'))
      FROM up JOIN unit_version v ON v.unit_id = up.unit_id
      WHERE v.parent_id IS NOT NULL AND v.unit_id <> ${id}::uuid
        AND v.valid_from <= up.hi AND coalesce(v.valid_to, 'infinity') >= up.lo
    )
    SELECT unit.name FROM up, unit WHERE up.unit_id = ${id}::uuid AND unit.id = ${parentId}::uuid LIMIT 1`;
  if (hit) throw new Refusal(words.cycle(hit.name), "parentId");
}

function columnOf(day: Day | null) {
  return day === null ? null : dayToColumn(day);
}
