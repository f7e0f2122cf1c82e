/** What changes about units from a day on: renamed, moved, and that taken back. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { asChangeSet, StandsInTheWay, takeBackChangeSet } from "~/platform/change-sets.server";
import { type Day, showDay, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { longestTreeCommand } from "./areas.server";
import { lockTree } from "./closure.server";
import {
  changedFrom,
  type UnitChangeValues,
  type UnitFacts,
  type UnitMoveValues,
  type UnitVersion,
  versionOn,
} from "./unit";
import { factsOfUnit } from "./unit-facts.server";
import { refuseCodeInUse, refuseCycle, refuseParent } from "./unit-rules.server";
import { bringToToday, unitToChange, writeVersions } from "./unit-versions.server";
import { unitWords as words } from "./words";

const undoable = "units.change";

/** Gives the change's id, by which it can be taken back today. Name, short name, kind, level and code from a day on; on the day on which the present ones began, it corrects them. */
export function changeUnit(actor: Actor, id: string, values: UnitChangeValues, outer?: Db): Promise<string> {
  const { from, reason, revision, name, shortName, kind, level, code } = values;
  const change = { name, shortName, kind, level, code };
  return changing(actor, id, { from, reason, revision, change }, outer);
}

/** The same for its parent: under another one from a day on, with all that stands under the unit. Refuses what would stand under itself. */
export function moveUnit(actor: Actor, id: string, values: UnitMoveValues, outer?: Db): Promise<string> {
  const { parentId, from, reason, revision } = values;
  return changing(actor, id, { from, reason, revision, change: { parentId } }, outer);
}

/**
 * Takes back what `changeUnit` or `moveUnit` did. False: the unit has no such change.
 * Refusals: too late, something newer stands on it, the unit above has closed or would stand below, the code is taken.
 */
export async function undoUnitChange(actor: Actor, id: string, changeSetId: string): Promise<boolean> {
  if (!(await db.changeSet.findFirst({ where: { id: changeSetId, kind: undoable, subjectId: id } })))
    return false;
  try {
    await transaction(
      undefined,
      async (tx) => {
        await lockTree(tx);
        const { versions: before } = await unitToChange(tx, actor, id);
        if (!(await takeBackChangeSet(actor, changeSetId, {}, tx))) throw new Refusal(words.tooLateToUndo);
        const { versions } = await unitToChange(tx, actor, id);
        for (const version of versions) await refuseImpossible(tx, actor, id, before, version);
        await bringToToday(tx, id, versions);
        const { name: title } = await tx.unit.findUniqueOrThrow({ where: { id } });
        await audit(tx, actor, "unit.change_undone", {
          kind: "unit",
          id,
          title,
          unitId: id,
          ...(await differenceOf(tx, before, versions)),
        });
      },
      { timeout: longestTreeCommand },
    );
  } catch (refused) {
    if (refused instanceof StandsInTheWay) throw new Refusal(words.standsInTheWay);
    throw refused;
  }
  return true;
}

interface Changing {
  from: Day;
  reason: string | null;
  revision?: number;
  change: Partial<UnitFacts>;
}

function changing(actor: Actor, id: string, wanted: Changing, outer?: Db): Promise<string> {
  const { from, reason, revision, change } = wanted;
  return transaction(
    outer,
    async (tx) => {
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
      const set = { kind: undoable, title: unit.name, unitId: id, subjectId: id, undoableTo: today() };
      const { changeSetId } = await asChangeSet(tx, actor, set, () =>
        writeVersions(tx, id, changedFrom(versions, from, change, reason)),
      );
      await audit(tx, actor, actionOf(before, after), {
        kind: "unit",
        id,
        title: unit.name,
        unitId: id,
        before: await factsOfUnit(tx, before),
        after: { ...(await factsOfUnit(tx, after)), from, reason },
      });
      return changeSetId;
    },
    { timeout: longestTreeCommand },
  );
}

function actionOf(before: UnitFacts, after: UnitFacts) {
  if (before.parentId !== after.parentId) return "unit.moved";
  const others = ["kind", "level", "code"] as const;
  return others.every((key) => before[key] === after[key]) ? "unit.renamed" : "unit.changed";
}

/** What a version that comes back may not do in the tree as it is by now, where it differs from the present one. */
async function refuseImpossible(
  tx: Db,
  actor: Actor,
  id: string,
  now: UnitVersion[],
  version: UnitVersion,
): Promise<void> {
  const day = today();
  const isPlanned = version.validFrom > day;
  const from = isPlanned ? version.validFrom : day;
  const present = versionOn(now, from);
  if (!present || (version.validTo !== null && version.validTo < day)) return;
  if (version.parentId !== present.parentId) {
    await refuseParent(tx, actor, version.parentId, from);
    await refuseCycle(tx, id, version.parentId, from);
  }
  if (version.code !== present.code || version.kind !== present.kind) await refuseCodeInUse(tx, version, id);
}

/** The facts of the first day that the two differ on. */
async function differenceOf(tx: Db, before: UnitVersion[], after: UnitVersion[]) {
  const days = [...before, ...after].map(({ validFrom }) => validFrom).sort();
  const factsOn = async (versions: UnitVersion[], day: Day) => {
    const version = versionOn(versions, day);
    return version ? factsOfUnit(tx, version) : {};
  };
  for (const day of days) {
    const facts = { before: await factsOn(before, day), after: await factsOn(after, day) };
    if (JSON.stringify(facts.before) !== JSON.stringify(facts.after)) return facts;
  }
  return {};
}
