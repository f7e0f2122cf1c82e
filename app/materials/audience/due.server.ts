/** What comes out by itself when its moment has come, whoever asked for it being there or not. */
import { z } from "zod";
import { findStage } from "~/materials/versions/drafts.server";
import { type Actor, theSystem } from "~/platform/actor";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import { notify } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import type { Phrase } from "~/platform/words";
import { bringOut, openReady } from "./publishing.server";
import { words } from "./words";

export const publishDueJob = defineJob({
  name: "materials.publishDue",
  payload: z.object({}),
  words: words.steps,
  oneAtATime: true,
  work: async (_, run) => {
    const due = await db.material.findMany({
      where: { publishAt: { lte: new Date() }, trashedAt: null },
      orderBy: { publishAt: "asc" },
      select: { id: true },
    });
    for (const { id } of due) {
      const refused = await bringOutDue(id, run);
      if (refused) await tellWhy(id, refused);
    }
    return { due: due.length };
  },
});

/** Each in a transaction of its own: what one lacks does not keep back the others. */
async function bringOutDue(materialId: string, run: Run): Promise<Phrase | null> {
  try {
    await transaction(
      undefined,
      async (tx) => {
        const out = await openReady(tx, materialId);
        const { publishAt } = await tx.material.findUniqueOrThrow({ where: { id: materialId } });
        // Somebody cancelled it, or brought it out, between the list and the lock.
        if (!publishAt || publishAt > new Date()) return;
        if ((await findStage(materialId, tx)) !== "approved") throw new Refusal(words.errors.notApproved);
        await bringOut(tx, await whoAsked(tx, out.versionId), out, run);
      },
      { timeout: 15 * 60_000 },
    );
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.phrase;
  }
}

async function whoAsked(tx: Db, versionId: string): Promise<Actor> {
  const { publishedBy } = await tx.materialVersion.findUniqueOrThrow({ where: { id: versionId } });
  const user = publishedBy ? await tx.user.findUnique({ where: { id: publishedBy } }) : null;
  return user ? { ...theSystem, userId: user.id, name: user.name } : theSystem;
}

/** It does not try again by itself: whoever asked for it is told what is missing. */
function tellWhy(materialId: string, why: Phrase): Promise<void> {
  return transaction(undefined, async (tx) => {
    const material = await tx.material.update({
      where: { id: materialId },
      data: { publishAt: null },
      include: { versions: { where: { publishedAt: null }, orderBy: { number: "desc" }, take: 1 } },
    });
    const asked = material.versions[0]?.publishedBy ?? material.createdBy;
    const { title } = material;
    await notify(tx, {
      userIds: (await tx.user.count({ where: { id: asked } })) > 0 ? [asked] : [],
      kind: "materials.notPublished",
      subjectId: materialId,
      phrase: {
        vi: words.vi.notice.notPublished(title, why.vi),
        en: words.en.notice.notPublished(title, why.en),
      },
      path: `/materials/${materialId}/audience`,
    });
  });
}
