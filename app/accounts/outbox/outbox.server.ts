/** The outbox as officers see it: letters of their units, what became of them, throwing away and sending again. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { ask, transaction } from "~/platform/db.server";
import type { MailState } from "~/platform/mail/mail";
import { isMailSet } from "~/platform/mail/post.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { fold } from "~/platform/text";
import { withinSql } from "~/units/index.server";
import { type OutboxQuery, pageSize } from "./outbox-query";
import { words } from "./words";

const { sql, join } = Prisma;

export interface ListedMail {
  id: string;
  name: string | null;
  address: string;
  title: string;
  state: MailState;
  /** ISO moments. */
  createdAt: string;
  sentAt: string | null;
  /** Of what waits: not before that. */
  notBefore: string;
  problem: string | null;
}

export interface Outbox {
  mails: ListedMail[];
  total: number;
  counts: Record<MailState, number>;
  /** Whether a mail server is set. */
  isSet: boolean;
}

export async function readOutbox(actor: Actor, query: OutboxQuery): Promise<Outbox> {
  const [mails, counts] = await Promise.all([listMails(actor, query), countStates(actor, query)]);
  const total = query.state ? counts[query.state] : Object.values(counts).reduce((sum, one) => sum + one, 0);
  return { mails, total, counts, isSet: isMailSet() };
}

const moment = (column: Prisma.Sql) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const facts = sql`m.id::text, u.name, m.address, m.title, m.state, m.problem, ${moment(sql`m.created_at`)} AS "createdAt",
  ${moment(sql`m.sent_at`)} AS "sentAt", ${moment(sql`m.not_before`)} AS "notBefore"`;

function listMails(actor: Actor, query: OutboxQuery): Promise<ListedMail[]> {
  return ask(sql`
    SELECT ${facts} FROM mail m LEFT JOIN "user" u ON u.id = m.user_id WHERE ${conditionsOf(actor, query)}
    ORDER BY m.created_at DESC, m.id LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`);
}

/** By state, of all that match whatever their state. */
async function countStates(actor: Actor, query: OutboxQuery): Promise<Record<MailState, number>> {
  const rows = await ask<{ state: MailState; count: number }>(sql`
    SELECT m.state, count(*)::int AS count FROM mail m LEFT JOIN "user" u ON u.id = m.user_id
    WHERE ${conditionsOf(actor, { ...query, state: null })} GROUP BY m.state`);
  const none = { waiting: 0, sending: 0, sent: 0, failed: 0, unsure: 0, discarded: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** On `m`, and on `u`, who gets it. */
function conditionsOf(actor: Actor, { q, state }: Pick<OutboxQuery, "q" | "state">): Prisma.Sql {
  const part = `%${fold(q).replace(/[\\%_]/g, "\\$&")}%`;
  return join(
    [
      withinSql(actor, sql`m.unit_id`),
      ...(state ? [sql`m.state = ${state}`] : []),
      ...(q
        ? [
            sql`(u.search_name LIKE ${part} OR lower(m.address) LIKE ${part} OR lower(immutable_unaccent(m.title)) LIKE ${part})`,
          ]
        : []),
    ],
    " AND ",
  );
}

export type WholeMail = ListedMail & { body: string; tries: number };

/** Null: no such letter within the actor's units. */
export async function findMail(actor: Actor, id: string): Promise<WholeMail | null> {
  const [mail] = await ask<WholeMail>(sql`
    SELECT ${facts}, m.body, m.tries FROM mail m LEFT JOIN "user" u ON u.id = m.user_id
    WHERE m.id = ${id}::uuid AND ${withinSql(actor, sql`m.unit_id`)}`);
  return mail ?? null;
}

/** What somebody may do to letters, and to those in which states. */
const steps = {
  discard: {
    from: ["waiting", "failed"],
    to: "discarded",
    action: "mail.discarded",
    none: words.errors.noneWaits,
  },
  resend: { from: ["failed", "unsure"], to: "waiting", action: "mail.resent", none: words.errors.noneFailed },
} as const;
export type Step = keyof typeof steps;

/**
 * One letter, or all that match; answers how many. Sent again, it goes to the address that the person has today. A letter that may have gone (unsure) is sent again only where somebody
 * chose it or that state. Refusals: meanwhile none is in the state for it; more match than the page said.
 */
export function changeMails(
  actor: Actor,
  step: Step,
  which: { id: string } | { query: OutboxQuery; expected: number },
): Promise<number> {
  const { from, to, action, none } = steps[step];
  const chosen =
    "id" in which
      ? sql`m.id = ${which.id}::uuid AND ${withinSql(actor, sql`m.unit_id`)}`
      : sql`${conditionsOf(actor, which.query)} AND (m.state <> 'unsure' OR ${which.query.state === "unsure"})`;
  return transaction(undefined, async (tx) => {
    const changed = await tx.$queryRaw<{ id: string; title: string; unitId: string | null }[]>`
      UPDATE mail SET state = ${to}, tries = 0, problem = NULL, not_before = now(), address = coalesce(${addressToday}, address)
      WHERE id IN (
        SELECT m.id FROM mail m LEFT JOIN "user" u ON u.id = m.user_id
        WHERE ${chosen} AND m.state = ANY (${[...from]}) FOR UPDATE OF m)
      RETURNING id::text, title, unit_id::text AS "unitId"`;
    const [first] = changed;
    if (!first) throw new Refusal(none);
    if ("expected" in which && changed.length > which.expected) throw new Refusal(words.errors.listGrew);
    await audit(tx, actor, action, {
      ...{ kind: "mail", id: first.id, title: first.title, unitId: first.unitId },
      after: { mails: changed.length },
    });
    return changed.length;
  });
}

/** Of the record, else of the account if it is a real one; for `mail`. */
const addressToday = sql`(
  SELECT coalesce(nullif(s.email, ''), CASE WHEN u.email NOT LIKE '%.invalid' THEN u.email END)
  FROM "user" u LEFT JOIN speaker s ON s.id = u.speaker_id WHERE u.id = mail.user_id)`;
