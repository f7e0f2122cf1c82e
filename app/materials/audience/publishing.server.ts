/** Bringing a version out: checked, then everything at once, or as a job for many people, or by the clock. */
import { z } from "zod";
import { isUntitled } from "~/materials/material";
import { askedNotice } from "~/materials/review/review.server";
import { findStage, lockMaterial } from "~/materials/versions/drafts.server";
import { words as materialWords } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayFromColumn, dayOf, dayToColumn, showMoment } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob, type Run, startLater } from "~/platform/jobs.server";
import { withdrawNotices } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import { findPrepared } from "./preparing.server";
import { coveredCount } from "./preview.server";
import { listRules, refuseBeyond } from "./rules.server";
import { type Outgoing, tellRecipients } from "./telling.server";
import { words } from "./words";

/** More people than this are told by a job. */
const mostAtOnce = 300;

export interface Publication {
  /** ISO day, the last one; null: nobody is asked to acknowledge. */
  acknowledgeBy: string | null;
  /** Null: now. */
  at: Date | null;
}

export type Published =
  | { how: "now"; told: number }
  | { how: "job"; jobRunId: string }
  | { how: "later"; at: Date };

export const publishJob = defineJob({
  name: "materials.publish",
  payload: z.object({ materialId: z.uuid(), acknowledgeBy: z.string().nullable() }),
  words: words.steps,
  work: (payload, run) => publishInJob(payload, run),
});

/**
 * Brings the draft version out and tells whom it is for: now, by a job where they are many, or at a moment. Null: not in
 * the actor's reach. Refusals: nothing to bring out, in the trash, no accepted file or one still being checked, no rule
 * (unless public), rules beyond the actor's units, not approved where the actor's role does not decide, already running.
 */
export function publish(
  actor: Actor,
  materialId: string,
  { acknowledgeBy, at }: Publication,
  outer?: Db,
): Promise<Published | null> {
  return transaction(
    outer,
    async (tx) => {
      const draft = await openPublication(tx, actor, materialId);
      if (!draft) return null;
      if (await findPublishRun(materialId, tx)) throw new Refusal(words.errors.running);
      if (at) return schedule(tx, actor, { ...draft, acknowledgeBy }, at);
      if ((await coveredCount(tx, materialId)) > mostAtOnce) {
        const jobRunId = await startLater(tx, actor, publishJob, { materialId, acknowledgeBy });
        return { how: "job", jobRunId };
      }
      return { how: "now", told: await bringOut(tx, actor, { ...draft, acknowledgeBy }) };
    },
    { timeout: 60_000 },
  );
}

/** The run that brings it out at this moment. */
export async function findPublishRun(materialId: string, tx: Db = db) {
  return tx.jobRun.findFirst({
    where: {
      job: publishJob.name,
      state: { in: ["waiting", "running"] },
      payload: { path: ["materialId"], equals: materialId },
    },
  });
}

function publishInJob(
  { materialId, acknowledgeBy }: { materialId: string; acknowledgeBy: string | null },
  run: Run,
): Promise<{ told: number }> {
  return transaction(
    undefined,
    async (tx) => {
      const draft = await openPublication(tx, run.actor, materialId);
      if (!draft) throw new Refusal(words.errors.noDraft);
      const told = await bringOut(tx, run.actor, { ...draft, acknowledgeBy }, run);
      await run.checkCancelled();
      await run.finish(tx, { told });
      return { told };
    },
    { timeout: 15 * 60_000 },
  );
}

/** Nobody asks any more for it to come out by itself. False: not in the actor's reach, or not scheduled. */
export function unschedule(actor: Actor, materialId: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const material = await findPrepared(tx, actor, materialId);
    if (!material?.publishAt) return false;
    const { id, title, unitId, publishAt } = material;
    await tx.material.update({ where: { id: materialId }, data: { publishAt: null } });
    await audit(tx, actor, "material.unscheduled", {
      ...{ kind: "material", id, title, unitId },
      before: { publishAt: showMoment(publishAt) },
    });
    return true;
  });
}

/** The draft version, locked, if this person may bring it out. */
async function openPublication(tx: Db, actor: Actor, materialId: string): Promise<Outgoing | null> {
  const known = await findPrepared(tx, actor, materialId);
  if (!known) return null;
  const draft = await openReady(tx, materialId);
  if (!known.decides && (await findStage(materialId, tx)) !== "approved")
    throw new Refusal(words.errors.notApproved);
  await refuseBeyond(tx, actor, await listRules(materialId, tx));
  return draft;
}

/** The draft version, locked. Refusals: whatever is missing before anybody could read it. */
export async function openReady(tx: Db, materialId: string): Promise<Outgoing> {
  await lockMaterial(tx, materialId);
  const { title, unitId, circulation, trashedAt, rules, versions } = await tx.material.findUniqueOrThrow({
    where: { id: materialId },
    include: {
      rules: { select: { id: true } },
      versions: {
        where: { publishedAt: null },
        orderBy: { number: "desc" },
        take: 1,
        include: { files: { select: { state: true } } },
      },
    },
  });
  const [version] = versions;
  if (trashedAt) throw new Refusal(words.errors.trashed);
  if (isUntitled(title)) throw new Refusal(materialWords.errors.untitled);
  if (!version) throw new Refusal(words.errors.noDraft);
  if (version.files.some(({ state }) => state === "checking")) throw new Refusal(words.errors.checking);
  if (!version.files.some(({ state }) => state === "accepted")) throw new Refusal(words.errors.noFile);
  if (circulation !== "public" && rules.length === 0) throw new Refusal(words.errors.nobody);
  return {
    ...{ materialId, versionId: version.id, number: version.number, title, unitId },
    ...{ asksAgain: version.asksAgain, acknowledgeBy: dayFromColumn(version.acknowledgeBy) },
  };
}

/** Everything at once: the version and the entry, a notice and a letter for each person, a line in the trail. */
export async function bringOut(tx: Db, actor: Actor, out: Outgoing, run?: Run): Promise<number> {
  const { materialId, versionId, number, acknowledgeBy } = out;
  const now = new Date();
  await tx.materialVersion.update({
    where: { id: versionId },
    data: {
      ...{ publishedAt: now, publishedBy: actor.userId },
      acknowledgeBy: acknowledgeBy ? dayToColumn(acknowledgeBy) : null,
    },
  });
  const { publishedAt } = await tx.material.findUniqueOrThrow({ where: { id: materialId } });
  await tx.material.update({
    where: { id: materialId },
    data: {
      ...{ state: "published", currentId: versionId, publishedAt: publishedAt ?? now, publishAt: null },
      ...{ withdrawnAt: null, withdrawnReason: null, revision: { increment: 1 } },
    },
  });
  await withdrawNotices(tx, askedNotice, materialId);
  const told = await tellRecipients(tx, out, async (done, total) => {
    await run?.progress(done, total, "telling");
    await run?.checkCancelled();
  });
  const without = (await coveredCount(tx, materialId)) - told;
  await audit(tx, actor, "material.published", {
    ...{ kind: "material", id: materialId, title: out.title, unitId: out.unitId },
    after: { version: number, acknowledgeBy, told, withoutAccount: without },
  });
  return told;
}

/** Whoever may publish has thereby approved: what was decided on stays as it is until then. */
async function schedule(tx: Db, actor: Actor, out: Outgoing, at: Date): Promise<Published> {
  const { materialId, versionId, title, unitId, acknowledgeBy } = out;
  if (acknowledgeBy && acknowledgeBy < dayOf(at))
    throw new Refusal(words.errors.afterDeadline, "acknowledgeBy");
  if ((await findStage(materialId, tx)) !== "approved") {
    await tx.materialReviewNote.create({
      data: { materialId, byId: actor.userId, byName: actor.name, verdict: "approved" },
    });
    await tx.material.updateMany({
      where: { id: materialId, state: { in: ["draft", "in_review"] } },
      data: { state: "approved" },
    });
    await withdrawNotices(tx, askedNotice, materialId);
  }
  await tx.materialVersion.update({
    where: { id: versionId },
    data: {
      publishedBy: actor.userId,
      acknowledgeBy: acknowledgeBy ? dayToColumn(acknowledgeBy) : null,
    },
  });
  await tx.material.update({ where: { id: materialId }, data: { publishAt: at } });
  await audit(tx, actor, "material.scheduled", {
    ...{ kind: "material", id: materialId, title, unitId },
    after: { publishAt: showMoment(at), acknowledgeBy },
  });
  return { how: "later", at };
}
