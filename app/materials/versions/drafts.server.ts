/** The version that is being prepared: found for whoever may change it, and kept from changes while somebody decides on it. */

import { holdsFor } from "~/materials/keepers.server";
import { type Stage, stageOf } from "~/materials/review/stage";
import { words } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";

export interface Draft {
  versionId: string;
  materialId: string;
  unitId: string;
  title: string;
}

/**
 * The version with its material, locked within `tx`; null: none such within the actor's reach (of materials.edit).
 * Refusals: it went out already; its material is in the trash; it waits for review or was approved, and the actor
 * is none of those who decide.
 */
export async function openDraft(actor: Actor, versionId: string, tx: Db = db): Promise<Draft | null> {
  const version = await tx.materialVersion.findFirst({
    where: { id: versionId, material: within(actor) },
    select: { publishedAt: true, material: { select: { id: true, unitId: true, title: true } } },
  });
  if (!version) return null;
  const { id: materialId, unitId, title } = version.material;
  if (version.publishedAt) throw new Refusal(words.errors.versionIsOut);
  await refuseClosed(actor, materialId, tx);
  return { versionId, materialId, unitId, title };
}

/** Refusals: the material is in the trash; it waits for review or was approved, and the actor is none of those who decide. */
export async function refuseClosed(actor: Actor, materialId: string, tx: Db): Promise<void> {
  await lockMaterial(tx, materialId);
  const { unitId, trashedAt } = await tx.material.findUniqueOrThrow({
    where: { id: materialId },
    select: { unitId: true, trashedAt: true },
  });
  if (trashedAt) throw new Refusal(words.errors.trashed);
  const stage = await findStage(materialId, tx);
  if (stage !== "in_review" && stage !== "approved") return;
  if (!(await holdsFor(actor, "materials.publish", unitId, tx))) throw new Refusal(words.errors.underReview);
}

/** Commands on one material wait for each other. */
export async function lockMaterial(tx: Db, materialId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM material WHERE id = ${materialId}::uuid FOR UPDATE`;
}

/** How far the version that is being prepared has come. */
export async function findStage(materialId: string, tx: Db = db): Promise<Stage> {
  const [draft, last] = await Promise.all([
    tx.materialVersion.findFirst({
      where: { materialId, publishedAt: null },
      orderBy: { number: "desc" },
      select: { createdAt: true },
    }),
    tx.materialReviewNote.findFirst({
      where: { materialId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { verdict: true, at: true },
    }),
  ]);
  return stageOf(draft, last);
}
