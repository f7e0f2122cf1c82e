/** The trash: thirty days in which a material comes back as it was; then it goes for good, files and all. */
import { z } from "zod";
import { withdrawTold } from "~/materials/audience/telling.server";
import { holdsFor } from "~/materials/keepers.server";
import type { MaterialKind, MaterialState } from "~/materials/material";
import { aboutMaterial } from "~/materials/materials.server";
import { lockMaterial } from "~/materials/versions/drafts.server";
import { dropUnused } from "~/materials/versions/files.server";
import { type Actor, theSystem } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, type Day, dayOf } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob } from "~/platform/jobs.server";
import { withdrawNotices } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { words } from "./words";

export const daysInTrash = 30;

export interface TrashedMaterial {
  id: string;
  title: string;
  number: string | null;
  kind: MaterialKind;
  state: MaterialState;
  unitName: string;
  trashedOn: Day;
  /** The last day on which it can be restored. */
  until: Day;
}

/** What the units in reach threw away, the latest first; at most 500. */
export async function listTrash(actor: Actor): Promise<TrashedMaterial[]> {
  const rows = await db.material.findMany({
    where: { trashedAt: { not: null }, ...within(actor) },
    include: { unit: { select: { name: true } } },
    orderBy: [{ trashedAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  return rows.map(({ id, title, number, kind, state, unit, trashedAt }) => {
    const trashedOn = dayOf(trashedAt ?? new Date());
    return {
      ...{ id, title, number, unitName: unit.name, trashedOn },
      kind: kind as MaterialKind,
      state: state as MaterialState,
      until: addDays(trashedOn, daysInTrash),
    };
  });
}

/** False: not in reach, or there already. Refusal: it is out, and the actor may not withdraw it. */
export function throwAway(actor: Actor, id: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const material = await findLocked(tx, actor, id);
    if (!material || material.trashedAt) return false;
    if (material.state === "published" && !(await holdsFor(actor, "materials.publish", material.unitId, tx)))
      throw new Refusal(words.errors.isOut);
    await tx.material.update({ where: { id }, data: { trashedAt: new Date(), publishAt: null } });
    await withdrawNotices(tx, "materials.review", id);
    await withdrawTold(tx, id);
    await audit(tx, actor, "material.trashed", aboutMaterial(material));
    return true;
  });
}

/** False: not in reach, or not in the trash. */
export function restore(actor: Actor, id: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const material = await findLocked(tx, actor, id);
    if (!material?.trashedAt) return false;
    await tx.material.update({ where: { id }, data: { trashedAt: null } });
    await audit(tx, actor, "material.restored", aboutMaterial(material));
    return true;
  });
}

export const emptyTrashJob = defineJob({
  name: "materials.emptyTrash",
  payload: z.object({}),
  words: { removing: words.removing },
  oneAtATime: true,
  work: async (_, run) => {
    const due = await listDue();
    for (const [at, id] of due.entries()) {
      await run.checkCancelled();
      await run.progress(at, due.length, "removing");
      await removeForGood(id);
    }
    return { removed: due.length };
  },
});

/** Each in a transaction of its own: a kill leaves the rest for the next night. */
export async function removeForGood(id: string): Promise<void> {
  await transaction(
    undefined,
    async (tx) => {
      const material = await findLocked(tx, theSystem, id);
      if (!material?.trashedAt || material.trashedAt > lastMoment()) return;
      const files = await tx.materialFile.findMany({
        where: { version: { materialId: id } },
        select: { fileId: true },
      });
      await tx.material.delete({ where: { id } });
      await audit(tx, theSystem, "material.removed", aboutMaterial(material));
      await dropUnused(
        tx,
        files.map(({ fileId }) => fileId),
      );
    },
    { timeout: 60_000 },
  );
}

async function listDue(): Promise<string[]> {
  const rows = await db.material.findMany({
    where: { trashedAt: { lte: lastMoment() } },
    select: { id: true },
    orderBy: { trashedAt: "asc" },
  });
  return rows.map(({ id }) => id);
}

function lastMoment(): Date {
  return new Date(Date.now() - daysInTrash * 86_400_000);
}

async function findLocked(tx: Db, actor: Actor, id: string) {
  await lockMaterial(tx, id);
  return tx.material.findFirst({ where: { id, ...within(actor) } });
}
