/** A bulk edit of the sample department: after a class everybody of the police committee is interested in one more topic. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { findBulk, startBulk } from "~/roster/bulk/bulk-edits.server";
import { applyBulk } from "~/roster/bulk/carry-out.server";
import { previewBulk } from "~/roster/bulk/preview.server";

export async function makeBulk(officer: Actor, unitId: string): Promise<void> {
  const { id: topicId } = await db.topic.findFirstOrThrow({ where: { name: "Chuyển đổi số" } });
  const id = await startBulk(officer, { search: `?unit=${unitId}` });
  const bulk = await findBulk(officer, id);
  if (!bulk) throw new Error("unreachable");
  await previewBulk(officer, bulk, {
    ...{ does: "topics", way: "add", topicIds: [topicId], level: "interested", overwrite: false },
  });
  await applyBulk(officer, id);
}
