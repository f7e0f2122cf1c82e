/** What every page of a material's record knows of it: the entry, what this person may do, what the draft lacks. */
import { may } from "~/accounts";
import { holdsFor } from "~/materials/keepers.server";
import { findMaterial } from "~/materials/material-record.server";
import { listNotes } from "~/materials/review/review.server";
import { listFiles } from "~/materials/versions/files.server";
import type { Actor } from "~/platform/actor";

/** Null: kept outside the actor's reach (ask with materials.view). */
export async function openRecord(actor: Actor, id: string) {
  const material = await findMaterial(actor, id);
  if (!material) return null;
  const [mayEdit, mayPublish, notes, files] = await Promise.all([
    holdsFor(actor, "materials.edit", material.unitId),
    holdsFor(actor, "materials.publish", material.unitId),
    listNotes(id),
    material.draft ? listFiles(actor, [material.draft.id]) : [],
  ]);
  return {
    ...{ material, notes, mayEdit, mayPublish },
    draftFiles: files,
    mayPurge: may(actor, "materials.purge"),
    mayReadHistory: may(actor, "audit.view"),
    lacks: lackOf(files),
  };
}
export type OpenRecord = NonNullable<Awaited<ReturnType<typeof openRecord>>>;

function lackOf(files: { state: string }[]): "noFile" | "checking" | null {
  if (files.some(({ state }) => state === "checking")) return "checking";
  return files.some(({ state }) => state === "accepted") ? null : "noFile";
}
