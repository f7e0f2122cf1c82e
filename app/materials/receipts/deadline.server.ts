/** Moving the last day to acknowledge a version that is out: more time, less, or asking now what was not asked before. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, dayToColumn, showDay, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { notify } from "~/platform/notices.server";
import { Refusal } from "~/platform/refusal";
import { type Escalating, lockMaterial } from "./escalation.server";
import { isLeft, peopleSql } from "./people.server";
import { publishedKind } from "./told.server";
import { words } from "./words";

/**
 * Whoever has not acknowledged reads the new day in the notice of the version; once that is past, heads are told anew.
 * Answers how many were told (ask with materials.publish). Null: not the actor's to keep. Refusals: no day, or one that is
 * past; not the version that readers get; the same day.
 */
export function moveDeadline(
  actor: Actor,
  versionId: string,
  day: Day | null | undefined,
): Promise<number | null> {
  return transaction(
    undefined,
    async (tx) => {
      const material = await lockMaterial(tx, actor, versionId);
      if (!material) return null;
      const { id, title, unitId, number, acknowledgeBy } = material;
      if (!material.isOut) throw new Refusal(words.errors.notOut);
      if (!day) throw new Refusal(words.errors.noDay);
      if (day < today()) throw new Refusal(words.errors.dayPast);
      if (day === acknowledgeBy) throw new Refusal(words.errors.sameDay);
      await tx.materialVersion.update({
        where: { id: versionId },
        data: { acknowledgeBy: dayToColumn(day) },
      });
      const told = await tellMoved(tx, material, day);
      await audit(tx, actor, "material.deadlineMoved", {
        ...{ kind: "material", id, title, unitId },
        before: { acknowledgeBy },
        after: { version: number, acknowledgeBy: day },
      });
      return told;
    },
    { timeout: 60_000 },
  );
}

async function tellMoved(tx: Db, { id, versionId, title }: Escalating, day: Day): Promise<number> {
  const left = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id::text AS "userId" FROM ${peopleSql(id, versionId)} AS person WHERE is_addressed AND ${isLeft}`;
  await notify(tx, {
    userIds: left.map(({ userId }) => userId),
    ...{ kind: publishedKind, subjectId: versionId, path: `/library/${id}` },
    phrase: words.notices.deadlineMoved(title, showDay(day)),
  });
  return left.length;
}
