/** What reading leaves to do, for the first page: materials to acknowledge, and materials past their last day that people have not. */
import { coveredSql } from "~/materials/audience/recipients.server";
import { readableSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { keepAnswers } from "~/platform/kept-answers.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { showNumber } from "~/ui/number";
import { amongSql } from "~/units/index.server";
import { hasAcknowledgedSql } from "./receipts.server";
import { words as receiptWords } from "./words";

const { sql } = Prisma;

export interface WaitingReading {
  label: string;
  to: string;
}

/** What this person has to acknowledge: none, or one line. */
export async function listToAcknowledge(actor: Actor, language: Language): Promise<WaitingReading[]> {
  const [row] = await ask<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM material m JOIN material_version v ON v.id = m.current_id
    WHERE v.acknowledge_by IS NOT NULL AND ${readableSql(actor, sql`m`)}
      AND NOT ${hasAcknowledgedSql(sql`v.id`, sql`${actor.userId}::uuid`)}`);
  const count = row?.count ?? 0;
  if (count === 0) return [];
  return [{ label: receiptWords[language].waiting.own(showNumber(count, language)), to: "/library" }];
}

/** How long after its last day a material is still asked after. */
const daysAfter = 30;
const kept = keepAnswers({ times: 20, longest: 60_000 });

/** Of the actor's own keeping (ask with materials.remind): past their last day, with people who could have and have not. */
export async function listOverdue(actor: Actor, language: Language): Promise<WaitingReading[]> {
  const reach = actor.reach === "everywhere" ? actor.reach : [...actor.reach].sort().join(",");
  const { answer: overdue } = await kept.ask("overdue", reach, () => findOverdue(actor));
  const [first] = overdue;
  if (!first) return [];
  const to =
    overdue.length === 1 ? `/materials/${first}/readers?state=left` : "/materials/figures?by=material";
  return [{ label: receiptWords[language].waiting.overdue(showNumber(overdue.length, language)), to }];
}

async function findOverdue(actor: Actor): Promise<string[]> {
  const rules = sql`(SELECT * FROM audience_rule WHERE material_id = m.id)`;
  const rows = await ask<{ id: string }>(sql`
    SELECT m.id::text FROM material m JOIN material_version v ON v.id = m.current_id
    WHERE m.state = 'published' AND m.trashed_at IS NULL AND ${amongSql(actor, sql`m.unit_id`)}
      AND v.acknowledge_by < ${today()}::date AND v.acknowledge_by >= ${addDays(today(), -daysAfter)}::date
      AND EXISTS (SELECT FROM ${coveredSql(rules, sql`m.circulation`)} AS person
        WHERE person.user_id IS NOT NULL AND NOT ${hasAcknowledgedSql(sql`v.id`, sql`person.user_id`)})`);
  return rows.map(({ id }) => id);
}
