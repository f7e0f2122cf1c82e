/** Materials that are to be used no more: withdrawn with a reason, or superseded by another entry. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, transaction } from "~/platform/db.server";
import { notify } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { withdrawTold } from "./audience/telling.server";
import { aboutMaterial } from "./materials.server";
import { lockMaterial } from "./versions/drafts.server";
import { words } from "./words";

/** Nobody reads it any more; whoever opened or downloaded it is told why. False: not in reach. Refusal: it is not out. */
export function withdraw(actor: Actor, id: string, reason: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const material = await findLocked(tx, actor, id);
    if (!material) return false;
    if (material.state !== "published") throw new Refusal(words.errors.notPublished);
    await tx.material.update({
      where: { id },
      data: { state: "withdrawn", withdrawnAt: new Date(), withdrawnReason: reason, publishAt: null },
    });
    await withdrawTold(tx, id);
    const readers = await tx.materialReceipt.findMany({
      where: {
        version: { materialId: id },
        OR: [{ openedAt: { not: null } }, { downloadedAt: { not: null } }, { acknowledgedAt: { not: null } }],
      },
      distinct: ["userId"],
      select: { userId: true },
    });
    await notify(tx, {
      userIds: readers.map(({ userId }) => userId).filter((userId) => userId !== actor.userId),
      ...{ kind: "materials.withdrawn", subjectId: id, path: "/library" },
      phrase: words.notices.withdrawn(material.title, reason),
    });
    await audit(tx, actor, "material.withdrawn", { ...aboutMaterial(material), after: { reason } });
    return true;
  });
}

/** Says which entry is to be used instead, or (null) none. False: not in reach. Refusals: itself, no such entry, a circle. */
export function supersede(actor: Actor, id: string, otherId: string | null): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const material = await findLocked(tx, actor, id);
    if (!material) return false;
    const other = otherId
      ? await tx.material.findFirst({ where: { id: otherId, trashedAt: null, ...within(actor) } })
      : null;
    if (otherId && !other) throw new Refusal(words.errors.materialUnknown, "materialId");
    if (other && (await leadsTo(tx, other.id, id))) throw new Refusal(words.errors.circle, "materialId");
    const before = material.supersededById
      ? await tx.material.findUnique({ where: { id: material.supersededById }, select: { title: true } })
      : null;
    await tx.material.update({
      where: { id },
      data: { supersededById: otherId, revision: { increment: 1 } },
    });
    await audit(tx, actor, "material.superseded", {
      ...aboutMaterial(material),
      before: { supersededBy: before?.title },
      after: { supersededBy: other?.title },
    });
    return true;
  });
}

/** Whether what supersedes one entry, and what supersedes that, ends in the other. */
async function leadsTo(tx: Db, from: string, to: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE chain AS (
      SELECT id, superseded_by_id FROM material WHERE id = ${from}::uuid
      UNION SELECT m.id, m.superseded_by_id FROM material m JOIN chain ON m.id = chain.superseded_by_id)
    SELECT 1 FROM chain WHERE id = ${to}::uuid`;
  return rows.length > 0;
}

async function findLocked(tx: Db, actor: Actor, id: string) {
  await lockMaterial(tx, id);
  return tx.material.findFirst({ where: { id, ...within(actor) } });
}
