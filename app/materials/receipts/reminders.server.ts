/** Reminding the people who have not acknowledged: those that the list shows at that moment and nobody else. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { addressOfPage, type NewMail, postMail } from "~/platform/mail/post.server";
import { notify } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { type Addressed, isLate, type Version } from "./addressed.server";
import { forgetCounted } from "./kept-readers.server";
import { isLeft, isRested } from "./people.server";
import type { ReadersQuery } from "./reader";
import { conditionsOf, nearSql } from "./readers.server";
import { reminderKind } from "./told.server";
import { words } from "./words";

const { sql, empty } = Prisma;

export interface Press {
  /** How many the page said it would be; more are never told. */
  expected: number;
  /** Also who was reminded within the last 24 hours. */
  again: boolean;
}

export interface Reminded {
  told: number;
  /** Of these, by e-mail too. */
  mailed: number;
  /** Who match, have not acknowledged, and have no account to be told by. */
  silent: number;
}

/**
 * Within the actor's units (ask with materials.remind). Refusals: nobody is asked to acknowledge; not the version that
 * readers get; meanwhile the list holds more people than the page said; nobody is left to remind.
 */
export async function remindReaders(
  actor: Actor,
  material: Addressed,
  version: Version,
  query: ReadersQuery,
  { expected, again }: Press,
): Promise<Reminded> {
  const reminded = await transaction(
    undefined,
    async (tx) => {
      if (!material.isOut || !version.isCurrent) throw new Refusal(words.errors.notOut);
      if (!version.acknowledgeBy) throw new Refusal(words.errors.notAsked);
      const matching = sql`is_near AND is_addressed AND ${conditionsOf(query)}`;
      const people = sql`WITH person AS MATERIALIZED (${nearSql(actor, material, version)})`;
      const told = await markReminded(tx, version.id, { people, matching, again });
      if (told.length > expected) throw new Refusal(words.errors.listGrew(told.length));
      if (told.length === 0) throw new Refusal(words.errors.nobodyToRemind);
      const mailed = await tell(tx, material, version, told);
      const [row] = await tx.$queryRaw<{ silent: number }[]>`
        ${people} SELECT count(*)::int AS silent FROM person WHERE ${matching} AND state = 'no_account'`;
      const { id, title, unitId } = material;
      await audit(tx, actor, "material.reminded", {
        ...{ kind: "material", id, title, unitId },
        after: { version: version.number, people: told.length },
      });
      return { told: told.length, mailed, silent: row?.silent ?? 0 };
    },
    { timeout: 60_000 },
  );
  forgetCounted(version.id);
  return reminded;
}

interface Marked {
  people: Prisma.Sql;
  matching: Prisma.Sql;
  again: boolean;
}

/** The press is remembered first: who presses at the same time waits here, and finds them reminded. */
async function markReminded(
  tx: Db,
  versionId: string,
  { people, matching, again }: Marked,
): Promise<string[]> {
  const rested = again ? empty : sql`AND ${isRested}`;
  const stillRested = again
    ? empty
    : sql`AND (receipt.reminded_at IS NULL OR receipt.reminded_at < now() - interval '24 hours')`;
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    ${people}
    INSERT INTO material_receipt AS receipt (version_id, user_id, reminded_at)
    SELECT ${versionId}::uuid, user_id, now() FROM person
    WHERE ${matching} AND ${isLeft} ${rested} ORDER BY user_id
    ON CONFLICT (version_id, user_id) DO UPDATE SET reminded_at = now()
    WHERE receipt.acknowledged_at IS NULL ${stillRested}
    RETURNING user_id::text AS "userId"`;
  return rows.map(({ userId }) => userId);
}

/** In the app, and by e-mail where there is an address; answers how many letters were made. */
async function tell(tx: Db, material: Addressed, version: Version, userIds: string[]): Promise<number> {
  const { id, title, unitId } = material;
  const lastDay = showDay(version.acknowledgeBy ?? "");
  const say = isLate(version) ? words.notices.reminderLate : words.notices.reminder;
  const path = `/library/${id}`;
  const about = { kind: reminderKind, subjectId: version.id };
  await notify(tx, { ...about, userIds, phrase: say(title, lastDay), path });
  const people = await listAddresses(tx, userIds);
  // Each press is a letter of its own: the outbox keeps them all.
  const subjectId = `${version.id}/${new Date().toISOString()}`;
  return postMail(
    tx,
    people.map(
      ({ userId, name, address }): NewMail => ({
        ...{ kind: reminderKind, subjectId, unitId, userId, address, isReminder: true },
        title: words.vi.mail.reminderTitle(title),
        body: words.vi.mail.reminder(name, title, lastDay, addressOfPage(path)),
      }),
    ),
  );
}

interface Address {
  userId: string;
  name: string;
  address: string;
}

/** Who of these can be written to: by the address of the record, else by that of the account if it is a real one. */
export function listAddresses(tx: Db, userIds: string[]): Promise<Address[]> {
  return tx.$queryRaw<Address[]>`
    SELECT * FROM (
      SELECT u.id::text AS "userId", u.name,
        coalesce(nullif(s.email, ''), CASE WHEN u.email NOT LIKE '%.invalid' THEN u.email END) AS address
      FROM "user" u LEFT JOIN speaker s ON s.id = u.speaker_id WHERE u.id = ANY (${userIds}::uuid[])
    ) AS people WHERE address IS NOT NULL`;
}
