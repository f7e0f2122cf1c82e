/** The confirmed part of a review as lists: who is to be recognised, replaced, released, corrected, and what is done of it. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Network, ReleaseReason, Role } from "~/roster/appointment";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { correctedIn, type ProposedPerson, readProposal, shownReason } from "~/roster/reviews/unit/mark";
import { showPartialDay } from "~/roster/speaker";
import { underSql, withinSql } from "~/units/index.server";
import { type ResultList, type ResultQuery, resultLists, resultPageSize, verdictOf } from "./result";

const { sql } = Prisma;

export interface ResultEntry {
  id: string;
  unitId: string;
  unitName: string;
  unitLevel: string;
  /** Null: has no record yet. */
  speakerId: string | null;
  fullName: string;
  birthYear: number | null;
  gender: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: string | null;
  role: Role | null;
  network: Network | null;
  reason: ReleaseReason | null;
  note: string | null;
  /** replace: who comes; without a record yet if there is no id. */
  newcomer: (Partial<ProposedPerson> & { fullName: string; recordId: string | null }) | null;
  corrections: { field: string; before: string | null; after: string | null }[];
  isDone: boolean;
  decision: { id: string; number: string } | null;
}

export interface ResultCounts {
  all: Record<ResultList, number>;
  done: Record<ResultList, number>;
  /** Of those still to recognise who have a record: by network. */
  networks: Partial<Record<Network, number>>;
  /** Corrections and new people that the roster does not hold yet. */
  toAccept: { corrected: number; added: number };
  /** Units whose lists are not confirmed, and so not in here. */
  openUnits: number;
}

type Asked = Pick<ResultQuery, "unit">;

/** On `e`, `r` and `ru`. */
export function confirmedSql(actor: Actor, { id }: ReviewRecord, { unit }: Asked): Prisma.Sql {
  return sql`e.review_id = ${id}::uuid AND ru.state = 'confirmed' AND ${withinSql(actor, sql`e.unit_id`)}
    ${unit ? sql`AND ${underSql([unit], sql`e.unit_id`)}` : Prisma.empty}`;
}

export const fromEntries = sql`review_entry e JOIN review r ON r.id = e.review_id
  JOIN review_unit ru ON ru.review_id = e.review_id AND ru.unit_id = e.unit_id`;

/** Whether what was held for the unit when the review was opened goes on, unreleased. */
export const holdsOn = (day = today()) => sql`EXISTS (SELECT FROM appointment a
  WHERE a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id AND a.starts_on <= r.opened_on AND a.end_reason IS NULL
    AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date))`;

const isRecognised = sql`EXISTS (SELECT FROM appointment a
  WHERE a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id AND a.created_at >= r.created_at)`;

/** Whether it was carried out: seen in the roster itself, however it was done, and taken back with it. */
export const isDoneSql =
  () => sql`CASE e.verdict WHEN 'keep' THEN true WHEN 'correct' THEN e.accepted_at IS NOT NULL
  WHEN 'propose' THEN ${isRecognised} ELSE NOT ${holdsOn()} END`;

/** Waits to be taken into the roster: a correction, or somebody without a record. */
export const waitsForRecord = sql`e.accepted_at IS NULL
  AND (e.verdict = 'correct' OR (e.verdict IN ('propose', 'replace') AND e.proposal ? 'person'))`;

export async function countResult(actor: Actor, review: ReviewRecord, asked: Asked): Promise<ResultCounts> {
  const [rows, units] = await Promise.all([
    db.$queryRaw<
      { verdict: string; network: Network | null; people: number; done: number; waiting: number }[]
    >`
      SELECT e.verdict, e.proposal ->> 'network' AS network, count(*)::int AS people,
        count(*) FILTER (WHERE ${isDoneSql()})::int AS done, count(*) FILTER (WHERE ${waitsForRecord})::int AS waiting
      FROM ${fromEntries} WHERE ${confirmedSql(actor, review, asked)} AND e.verdict IS NOT NULL GROUP BY 1, 2`,
    db.reviewUnit.count({ where: { reviewId: review.id, state: { not: "confirmed" } } }),
  ]);
  const sum = (verdict: string, field: "people" | "done" | "waiting") =>
    rows.filter((row) => row.verdict === verdict).reduce((total, row) => total + row[field], 0);
  const byList = (field: "people" | "done") =>
    Object.fromEntries(resultLists.map((list) => [list, sum(verdictOf[list], field)])) as Record<
      ResultList,
      number
    >;
  const proposed = rows.filter(({ verdict, network }) => verdict === "propose" && network);
  return {
    all: byList("people"),
    done: byList("done"),
    networks: Object.fromEntries(
      proposed
        .map(({ network, people, done, waiting }) => [network, people - done - waiting] as const)
        .filter(([, left]) => left > 0),
    ),
    toAccept: {
      corrected: sum("correct", "waiting"),
      added: sum("propose", "waiting") + sum("replace", "waiting"),
    },
    openUnits: units,
  };
}

/** By unit, then by name. `only`: those still to be done. */
export async function listResult(
  actor: Actor,
  review: ReviewRecord,
  query: Asked & { list: ResultList },
  { page, size = resultPageSize, only }: { page: number; size?: number; only?: "open" },
): Promise<ResultEntry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id::text, e.unit_id::text AS "unitId", u.name AS "unitName", u.level AS "unitLevel", e.speaker_id::text AS "speakerId",
      s.full_name AS "fullName", s.birth_year AS "birthYear", s.birth_month AS "birthMonth", s.birth_day AS "birthDay",
      s.gender, s.phone, s.email, s.position, s.workplace, s.education, s.political_theory AS "politicalTheory",
      post.role, post.network, e.reason, e.note, e.proposal, ${isDoneSql()} AS "isDone",
      CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'number', d.number) END AS decision,
      (SELECT json_build_object('recordId', n.id, 'fullName', n.full_name, 'gender', n.gender, 'position', n.position,
        'workplace', n.workplace, 'education', n.education, 'politicalTheory', n.political_theory,
        'birth', CASE WHEN n.birth_year IS NOT NULL THEN json_build_object('year', n.birth_year) END)
        FROM speaker n WHERE n.id = (e.proposal ->> 'newcomerId')::uuid) AS newcomer
    FROM ${fromEntries} JOIN unit u ON u.id = e.unit_id LEFT JOIN speaker s ON s.id = e.speaker_id
    LEFT JOIN LATERAL (
      SELECT a.role, a.network, a.decision_id, a.end_decision_id FROM appointment a
      WHERE a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id
        AND CASE WHEN e.verdict = 'propose' THEN a.created_at >= r.created_at ELSE a.starts_on <= r.opened_on END
      ORDER BY a.starts_on DESC, a.id LIMIT 1
    ) AS post ON true
    LEFT JOIN decision d ON d.id = CASE WHEN e.verdict = 'propose' THEN post.decision_id ELSE post.end_decision_id END
    WHERE ${confirmedSql(actor, review, query)} AND e.verdict = ${verdictOf[query.list]}
      ${only ? sql`AND NOT ${isDoneSql()}` : Prisma.empty}
    ORDER BY u.sort_key, u.id, s.sort_key, e.id LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const mayKeep = may(actor, "roster.edit");
  return rows.map((row) => entryOf(row, mayKeep));
}

interface Row extends Omit<ResultEntry, "corrections" | "newcomer" | "reason"> {
  birthMonth: number | null;
  birthDay: number | null;
  phone: string | null;
  email: string | null;
  reason: string | null;
  proposal: unknown;
  newcomer: ResultEntry["newcomer"];
}

function entryOf(row: Row, mayKeep: boolean): ResultEntry {
  const { birthMonth: _, birthDay: __, phone: ___, email: ____, proposal: json, ...entry } = row;
  const { person, fields, role, network } = readProposal(json);
  const isNew = entry.speakerId === null && person;
  return {
    ...entry,
    ...(isNew && { ...person, id: entry.id, birthYear: person.birth?.year ?? null }),
    role: entry.role ?? role ?? null,
    network: network ?? entry.network,
    reason: shownReason(row.reason, mayKeep),
    newcomer: entry.newcomer ?? (person && !isNew ? { ...person, recordId: null } : null),
    corrections: correctionsOf(row, fields ?? {}),
  };
}

/** What stands in the record and what the unit says, as a reader takes them in. */
function correctionsOf(row: Row, fields: Record<string, unknown>) {
  const { birthYear: year, birthMonth: month, birthDay: day } = row;
  const birth = year ? { year, month, day } : null;
  return correctedIn(fields).map((field) => ({
    field,
    before: readable(field === "birth" ? birth : row[field]),
    after: readable(fields[field]),
  }));
}

function readable(value: unknown): string | null {
  if (value && typeof value === "object" && "year" in value) return showPartialDay(value as { year: number });
  return value === null || value === undefined || value === "" ? null : String(value);
}
