/** Reminding the units that have not handed in, each once a day at most, and nobody else. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay, today } from "~/platform/clock";
import { transaction } from "~/platform/db.server";
import { notifyMany } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { answeringSql } from "./choice.server";
import { remindableSql } from "./progress.server";
import type { ProgressQuery } from "./progress-query";
import { pathOfList, type ReviewRecord } from "./reviews.server";
import { words } from "./words";

interface Reminded {
  listId: string;
  unitId: string;
  unit: string;
  listed: number;
  marked: number;
}

/** Of the units that match, as many as `remindable.now` says; answers how many. Refusals: closed; nobody is left to remind. */
export function remindUnits(actor: Actor, review: ReviewRecord, query: ProgressQuery): Promise<number> {
  const { id, name, dueOn, unitId } = review;
  return transaction(
    undefined,
    async (tx) => {
      if (review.closedOn) throw new Refusal(words.errors.isClosed);
      const reminded = await tx.$queryRaw<Reminded[]>`
        UPDATE review_unit SET reminded_at = now() FROM (
          SELECT ru.id, u.name FROM review_unit ru JOIN unit u ON u.id = ru.unit_id
          WHERE ${remindableSql(actor, review, query)} ORDER BY ru.id FOR UPDATE OF ru
        ) AS late WHERE review_unit.id = late.id
        RETURNING review_unit.id::text AS "listId", review_unit.unit_id::text AS "unitId", late.name AS unit, listed, marked`;
      if (reminded.length === 0) throw new Refusal(words.errors.nobodyToRemind);
      const answering = await tx.$queryRaw<{ userId: string; unitId: string }[]>(
        Prisma.sql`SELECT DISTINCT user_id::text AS "userId", unit_id::text AS "unitId" FROM
          (${answeringSql(Prisma.sql`s.unit_id = ANY (${reminded.map(({ unitId }) => unitId)}::uuid[])`)}) AS answering`,
      );
      const usersOf = Map.groupBy(answering, ({ unitId }) => unitId);
      const say = today() > dueOn ? words.notices.late : words.notices.soon;
      const sayAll = today() > dueOn ? words.notices.lateAll : words.notices.soonAll;
      await notifyMany(
        tx,
        reminded.map(({ listId, unitId, unit, listed, marked }) => ({
          userIds: (usersOf.get(unitId) ?? []).map(({ userId }) => userId),
          kind: "review.waiting",
          subjectId: listId,
          phrase:
            marked < listed
              ? say(name, unit, listed - marked, showDay(dueOn))
              : sayAll(name, unit, showDay(dueOn)),
          path: pathOfList(listId),
        })),
      );
      await audit(tx, actor, "review.reminded", {
        ...{ kind: "review", id, title: name, unitId },
        after: { units: reminded.length },
      });
      return reminded.length;
    },
    { timeout: 60_000 },
  );
}
