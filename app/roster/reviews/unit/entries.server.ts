/** The people on a unit's list: what is known of each, what speaks for looking twice, and what the unit said so far. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { addDays, type Day, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Network, ReleaseReason, Role } from "~/roster/appointment";
import { minorityLanguages } from "~/roster/record/language";
import { withinSql } from "~/units/index.server";
import type { ReviewList } from "./lists.server";
import { correctedIn, type Proposal, readProposal, shownReason, type Verdict } from "./mark";

const { sql } = Prisma;

export interface Entry {
  id: string;
  speakerId: string | null;
  /** Whether the actor may open the record: another unit may keep it. */
  isInReach: boolean;
  fullName: string;
  birthYear: number | null;
  position: string | null;
  workplace: string | null;
  /** What the person holds for this unit on the day the review was opened. */
  posts: { role: Role; network: Network; endsOn: Day | null }[];
  hints: Hints;
  verdict: Verdict | null;
  reason: ReleaseReason | null;
  note: string | null;
  proposal: Pick<Proposal, "role" | "network"> & { newcomer: string | null; fields: string[] };
}

/** What a reader who knows last year's list would look at. */
export interface Hints {
  /** The last qualification: its name and day. */
  trained: { name: string; day: Day | null } | null;
  /** A qualification that ran out and was not renewed. */
  expiredOn: Day | null;
  /** The last day of everything the person holds here, where it comes soon. */
  endsOn: Day | null;
  /** What the unit said in the review before. */
  before: Verdict | null;
  speaksMinority: boolean;
}

export const entriesPageSize = 100;
/** From how far ahead the end of a term is worth a hint. */
const soon = 180;

export interface EntryQuery {
  show: "left" | "changed" | null;
  page: number;
}

export function readEntryQuery({ searchParams }: URL): EntryQuery {
  const show = searchParams.get("show");
  const page = Number(searchParams.get("page") ?? 1);
  return {
    show: show === "left" || show === "changed" ? show : null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** By name, whoever is proposed at the end. */
export async function listEntries(actor: Actor, list: ReviewList, { show, page }: EntryQuery) {
  const which = sql`e.review_id = ${list.reviewId}::uuid AND e.unit_id = ${list.unitId}::uuid
    ${show === "left" ? sql`AND e.verdict IS NULL` : Prisma.empty}
    ${show === "changed" ? sql`AND e.verdict <> 'keep'` : Prisma.empty}`;
  const [rows, [counted]] = await Promise.all([
    readEntries(actor, list, which, sql`LIMIT ${entriesPageSize} OFFSET ${(page - 1) * entriesPageSize}`),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM review_entry e WHERE ${which}`,
  ]);
  const mayKeep = may(actor, "roster.edit");
  return { entries: rows.map((row) => entryOf(row, mayKeep)), total: counted?.total ?? 0 };
}

type Row = Omit<Entry, "proposal" | "hints" | "reason"> & {
  hints: Omit<Hints, "endsOn">;
  reason: string | null;
  proposal: unknown;
  newcomer: string | null;
};

function entryOf({ proposal: json, newcomer, reason, hints, ...row }: Row, mayKeep: boolean): Entry {
  const { person, fields, role, network } = readProposal(json);
  const ends = row.posts.map(({ endsOn }) => endsOn);
  const lastDay = ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return {
    ...row,
    fullName: row.fullName ?? person?.fullName ?? "",
    birthYear: row.birthYear ?? person?.birth?.year ?? null,
    position: row.position ?? person?.position ?? null,
    workplace: row.workplace ?? person?.workplace ?? null,
    hints: { ...hints, endsOn: lastDay && lastDay <= addDays(today(), soon) ? lastDay : null },
    reason: shownReason(reason, mayKeep),
    proposal: {
      ...{ role, network },
      newcomer: row.verdict === "replace" ? (newcomer ?? person?.fullName ?? null) : null,
      fields: correctedIn(fields),
    },
  };
}

function readEntries(actor: Actor, list: ReviewList, which: Prisma.Sql, limit: Prisma.Sql): Promise<Row[]> {
  const day = today();
  return db.$queryRaw<Row[]>`
    SELECT e.id::text, e.speaker_id::text AS "speakerId", coalesce(${withinSql(actor, sql`s.unit_id`)}, false) AS "isInReach",
      s.full_name AS "fullName", s.birth_year AS "birthYear", s.position, s.workplace, e.verdict, e.reason, e.note, e.proposal,
      (SELECT full_name FROM speaker WHERE id = (e.proposal ->> 'newcomerId')::uuid) AS newcomer,
      (SELECT coalesce(json_agg(json_build_object('role', a.role, 'network', a.network, 'endsOn', a.ends_on) ORDER BY a.starts_on), '[]')
        FROM appointment a WHERE a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id AND a.starts_on <= ${list.openedOn}::date
          AND (a.ends_on IS NULL OR a.ends_on >= ${list.openedOn}::date)) AS posts,
      json_build_object(
        'trained', (SELECT json_build_object('name', q.name, 'day', q.issued_on) FROM qualification q
          WHERE q.speaker_id = e.speaker_id ORDER BY q.issued_on DESC NULLS LAST, q.id LIMIT 1),
        'expiredOn', (SELECT max(q.expires_on) FROM qualification q WHERE q.speaker_id = e.speaker_id
          HAVING max(q.expires_on) < ${day}::date AND bool_and(q.expires_on IS NOT NULL)),
        'before', (SELECT b.verdict FROM review_entry b JOIN review r ON r.id = b.review_id
          WHERE b.speaker_id = e.speaker_id AND b.unit_id = e.unit_id AND r.opened_on < ${list.openedOn}::date AND b.verdict IS NOT NULL
          ORDER BY r.opened_on DESC LIMIT 1),
        'speaksMinority', EXISTS (SELECT FROM speaker_language l WHERE l.speaker_id = e.speaker_id
          AND l.language = ANY (${[...minorityLanguages]}))) AS hints
    FROM review_entry e LEFT JOIN speaker s ON s.id = e.speaker_id
    WHERE ${which} ORDER BY coalesce(e.verdict, '') = 'propose', s.sort_key, e.id ${limit}`;
}
