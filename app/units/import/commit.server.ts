/** Last step of an import of units: the new ones are written in one transaction, with a line of the trail each. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { audit, auditMany } from "~/platform/audit.server";
import { dayToColumn, showDay } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { lockTree, rebuildClosure } from "~/units/closure.server";
import { withinUnits } from "~/units/scope.server";
import { unitWords as words } from "~/units/words";
import type { NewUnit } from "./check";
import type { ImportOptions } from "./import";
import { checkFile } from "./preview.server";

export interface ImportOutcome {
  added: number;
  kept: number;
  differing: number;
  failed: number;
}

interface Watch {
  progress(done: number, total: number, step: "units" | "tree"): Promise<void>;
  checkCancelled(): Promise<void>;
  finish(tx: Db, outcome: ImportOutcome): Promise<void>;
}

const atOnce = 500;

/** Adds what is new in the file and leaves the rest as it is; the same file again adds nothing. */
export function importUnits(actor: Actor, fileId: string, options: ImportOptions, watch: Watch) {
  return transaction(
    undefined,
    async (tx) => {
      await lockTree(tx);
      const { fileName, checked } = await checkFile(tx, actor, fileId, options);
      const parent = await parentOfAll(tx, actor, options);
      const units = withIds(checked.added, parent?.id ?? null);
      for (let done = 0; done < units.length; done += atOnce) {
        await watch.checkCancelled();
        await watch.progress(done, units.length, "units");
        await writeUnits(tx, actor, units.slice(done, done + atOnce), options);
      }
      await watch.progress(units.length, units.length, "tree");
      if (units.length > 0) await rebuildClosure(tx);
      const { added, kept, differing, failed } = checked;
      const outcome = {
        added: added.length,
        kept: kept.length,
        differing: differing.length,
        failed: failed.length,
      };
      await audit(tx, actor, "unit.imported", {
        kind: "unit_import",
        id: fileId,
        title: fileName,
        unitId: parent?.id,
        after: { file: fileName, added: outcome.added, kept: outcome.kept, reason: options.reason || null },
      });
      await watch.finish(tx, outcome);
      return outcome;
    },
    { timeout: 120_000 },
  );
}

interface UnitToWrite {
  id: string;
  unit: NewUnit;
  parentId: string | null;
  parentName: string | null;
}

/** Parents come before their children in the list, so each child finds its parent's id. */
function withIds(added: NewUnit[], root: string | null): UnitToWrite[] {
  const byCode = new Map<string, UnitToWrite>();
  return added.map((unit) => {
    const above = unit.parent && "code" in unit.parent ? byCode.get(unit.parent.code) : undefined;
    const parentId = unit.parent && "id" in unit.parent ? unit.parent.id : (above?.id ?? root);
    const row = { id: randomUUID(), unit, parentId, parentName: above?.unit.name ?? null };
    byCode.set(unit.code, row);
    return row;
  });
}

async function writeUnits(tx: Db, actor: Actor, rows: UnitToWrite[], { openedOn, reason }: ImportOptions) {
  const day = dayToColumn(openedOn);
  const facts = ({ unit, parentId }: UnitToWrite) => ({
    name: unit.name,
    shortName: unit.shortName || null,
    kind: unit.kind,
    level: unit.level,
    code: unit.code,
    parentId,
  });
  await tx.unit.createMany({ data: rows.map((row) => ({ id: row.id, openedOn: day, ...facts(row) })) });
  await tx.unitVersion.createMany({
    data: rows.map((row) => ({ unitId: row.id, validFrom: day, reason: reason || null, ...facts(row) })),
  });
  const others = rows.flatMap(({ parentId, parentName }) => (parentId && !parentName ? [parentId] : []));
  const known = await tx.unit.findMany({ where: { id: { in: others } }, select: { id: true, name: true } });
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  await auditMany(
    tx,
    actor,
    "unit.added",
    rows.map((row) => {
      const { parentId, ...after } = facts(row);
      const parent = row.parentName ?? (parentId && nameOf.get(parentId)) ?? null;
      return {
        kind: "unit",
        id: row.id,
        title: row.unit.name,
        unitId: row.id,
        after: { ...after, parent, openedOn, reason: reason || null },
      };
    }),
  );
}

async function parentOfAll(tx: Db, actor: Actor, { parentId, openedOn }: ImportOptions) {
  if (parentId === "") {
    if (actor.reach !== "everywhere") throw new Refusal(words.needsParent, "parentId");
    return null;
  }
  const parent = await tx.unit.findFirst({ where: { id: parentId, ...withinUnits(actor) } });
  if (!parent) throw new Refusal(words.noSuchUnit, "parentId");
  if (parent.closedOn || parent.openedOn > dayToColumn(openedOn)) {
    throw new Refusal(words.parentNotOpen(parent.name, showDay(openedOn)), "parentId");
  }
  return parent;
}
