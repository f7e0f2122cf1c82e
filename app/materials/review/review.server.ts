/** Review of a draft: asked for, taken back, returned with a note, approved; each tells whom it concerns. */
import { nearestHolders } from "~/materials/keepers.server";
import { isUntitled } from "~/materials/material";
import { aboutMaterial } from "~/materials/materials.server";
import { findStage, lockMaterial } from "~/materials/versions/drafts.server";
import { words as materialWords } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { notify, withdrawNotices } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import type { Phrase } from "~/platform/words";
import { within } from "~/units/index.server";
import type { Stage, Verdict } from "./stage";
import { words } from "./words";

export const askedNotice = "materials.review";
const answeredNotice = "materials.reviewed";

export interface ReviewNote {
  id: string;
  byName: string;
  /** ISO */
  at: string;
  verdict: Verdict;
  text: string | null;
}

/** What was said about it, the newest first. */
export async function listNotes(materialId: string): Promise<ReviewNote[]> {
  const notes = await db.materialReviewNote.findMany({
    where: { materialId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
  });
  return notes.map(({ id, byName, at, verdict, text }) => ({
    ...{ id, byName, text },
    at: at.toISOString(),
    verdict: verdict as Verdict,
  }));
}

/** False: not in reach. Refusals: nothing to review, a file missing or still checked, asked already, nobody could decide. */
export function askReview(actor: Actor, id: string, text: string | null): Promise<boolean> {
  return speak(actor, id, { verdict: "asked", text, from: ["draft", "returned"] }, async (tx, material) => {
    if (isUntitled(material.title)) throw new Refusal(materialWords.errors.untitled);
    await refuseUnready(tx, id);
    const reviewers = await nearestHolders(tx, "materials.publish", material.unitId, actor.userId);
    if (reviewers.length === 0) throw new Refusal(words.errors.nobodyDecides);
    await notify(tx, {
      ...{ userIds: reviewers, kind: askedNotice, subjectId: id, path: `/materials/${id}` },
      phrase: words.notices.asked(actor.name, material.title),
    });
  });
}

export function takeBackRequest(actor: Actor, id: string): Promise<boolean> {
  return speak(
    actor,
    id,
    { verdict: "taken_back", text: null, from: ["in_review", "approved"] },
    async (tx) => {
      await tx.material.update({ where: { id }, data: { publishAt: null } });
    },
  );
}

/** False: not in reach (of materials.publish). Refusal: it does not wait for review. */
export function approve(actor: Actor, id: string, text: string | null): Promise<boolean> {
  return answer(actor, id, { verdict: "approved", text, from: ["in_review"] }, words.notices.approved);
}

/** Back to its writer, with what is to be mended. An approval may be taken back like this too. */
export function returnDraft(actor: Actor, id: string, text: string): Promise<boolean> {
  const said = { verdict: "returned", text, from: ["in_review", "approved"] } as const;
  return answer(actor, id, { ...said, from: [...said.from] }, words.notices.returned, async (tx) => {
    await tx.material.update({ where: { id }, data: { publishAt: null } });
  });
}

interface Said {
  verdict: Verdict;
  text: string | null;
  /** The stages in which this may be said. */
  from: Stage[];
}

interface Subject {
  id: string;
  title: string;
  unitId: string;
  state: string;
}

function answer(
  actor: Actor,
  id: string,
  said: Said,
  phrase: (by: string, title: string) => Phrase,
  also: (tx: Db) => Promise<void> = async () => {},
): Promise<boolean> {
  return speak(actor, id, said, async (tx, { title }) => {
    await also(tx);
    const asked = await tx.materialReviewNote.findFirst({
      where: { materialId: id, verdict: "asked" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    if (!asked || asked.byId === actor.userId) return;
    await notify(tx, {
      ...{ userIds: [asked.byId], kind: answeredNotice, subjectId: id, path: `/materials/${id}` },
      phrase: phrase(actor.name, title),
    });
  });
}

/** A line among the notes, the state that follows from it, a line in the trail; who was asked is asked no more. */
function speak(
  actor: Actor,
  id: string,
  { verdict, text, from }: Said,
  then: (tx: Db, material: Subject) => Promise<void>,
): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const known = await tx.material.findFirst({ where: { id, ...within(actor) }, select: { id: true } });
    if (!known) return false;
    await lockMaterial(tx, id);
    const material = await tx.material.findUniqueOrThrow({ where: { id } });
    const stage = await findStage(id, tx);
    if (material.trashedAt || !from.includes(stage)) throw new Refusal(words.errors.stage[stage]);
    await withdrawNotices(tx, askedNotice, id);
    await then(tx, material);
    await tx.materialReviewNote.create({
      data: { materialId: id, byId: actor.userId, byName: actor.name, verdict, text },
    });
    // What is out stays out, whatever is said of its next version.
    if (material.state in stateAfter) {
      await tx.material.update({ where: { id }, data: { state: states[verdict] } });
    }
    await audit(tx, actor, `material.review_${verdict}`, {
      ...aboutMaterial(material),
      ...(text && { after: { note: text } }),
    });
    return true;
  });
}

const stateAfter = { draft: true, in_review: true, approved: true };
const states: Record<Verdict, string> = {
  asked: "in_review",
  returned: "draft",
  taken_back: "draft",
  approved: "approved",
};

async function refuseUnready(tx: Db, materialId: string): Promise<void> {
  const draft = await tx.materialVersion.findFirst({
    where: { materialId, publishedAt: null },
    orderBy: { number: "desc" },
    include: { files: { select: { state: true } } },
  });
  if (draft?.files.some(({ state }) => state === "checking")) throw new Refusal(words.errors.checking);
  if (!draft?.files.some(({ state }) => state === "accepted")) throw new Refusal(words.errors.noFile);
}
