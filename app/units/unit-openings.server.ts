/** How units begin and end: added, closed, reopened, none ever deleted. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { lockTree, placeUnit } from "./closure.server";
import { refuseWhatStillStands } from "./obstacles.server";
import { closedOn, type NewUnitValues, type UnitClosingValues } from "./unit";
import { factsOfUnit } from "./unit-facts.server";
import { refuseClosedParent, refuseCodeInUse, refuseParent } from "./unit-rules.server";
import { unitToChange, writeVersions } from "./unit-versions.server";
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
