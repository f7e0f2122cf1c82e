/** Who has read a version and who has not: the list, its figures, and whom a reminder would reach. */
import type { Actor } from "~/platform/actor";
import { ask, askAlike } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { amongUnitsSql, withinSql } from "~/units/index.server";
import type { Addressed, Version } from "./addressed.server";
import { isLeft, isRested, peopleSql } from "./people.server";
import { pageSize, type ReaderState, type ReadersQuery } from "./reader";

const { sql, join, raw, empty } = Prisma;

export interface Reader {
  /** Of the record; of staff who are no speakers: of the account. */
  id: string;
  isSpeaker: boolean;
  fullName: string;
  unitName: string | null;
  state: ReaderState;
  isAddressed: boolean;
  /** ISO moments. */
  openedAt: string | null;
  downloadedAt: string | null;
  acknowledgedAt: string | null;
  remindedAt: string | null;
}

export interface ReaderFigures {
  /** Today's; the other figures but `gone` tell of them as well as of who left. */
  recipients: number;
  opened: number;
  downloaded: number;
  acknowledged: number;
  /** With an account and not acknowledged: of these, neither opened nor downloaded; one of both. */
  left: number;
  untouched: number;
  seen: number;
  no_account: number;
  gone: number;
  /** Counted, and outside the actor's units. */
  elsewhere: number;
}

/** Of those that match the filters. */
export interface Remindable {
  now: number;
  /** Reminded within the last 24 hours. */
  again: number;
  silent: number;
}

export interface Readers {
  people: Reader[];
  total: number;
  figures: ReaderFigures;
  remindable: Remindable;
}

type Asked = Pick<Addressed, "id" | "isKept">;

/** One statement, which gathers the people once for everything that is counted. */
export async function readReaders(
  actor: Actor,
  material: Asked,
  version: Pick<Version, "id">,
  query: ReadersQuery,
): Promise<Readers> {
  const matches = conditionsOf(query);
  const counted = (which: Prisma.Sql) => sql`count(*) FILTER (WHERE ${which})::int`;
  const listed = sql`is_near AND ${matches}`;
  const place = sql`LIMIT ${raw(String(pageSize))} OFFSET ${(query.page - 1) * pageSize}`;
  const [row] = await askAlike<ReaderFigures & Remindable & { people: Reader[]; total: number }>(sql`
    WITH person AS MATERIALIZED (${nearSql(actor, material, version)})
    SELECT ${counted(sql`is_addressed`)} AS recipients, ${counted(sql`opened_at IS NOT NULL`)} AS opened,
      ${counted(sql`downloaded_at IS NOT NULL`)} AS downloaded, ${counted(sql`state = 'acknowledged'`)} AS acknowledged,
      ${counted(isLeft)} AS left, ${counted(sql`state = 'untouched'`)} AS untouched, ${counted(sql`state = 'seen'`)} AS seen,
      ${counted(sql`state = 'no_account'`)} AS no_account, ${counted(sql`NOT is_addressed`)} AS gone,
      ${counted(sql`NOT is_near`)} AS elsewhere, ${counted(listed)} AS total,
      ${counted(sql`${listed} AND ${isLeft} AND ${isRested}`)} AS now,
      ${counted(sql`${listed} AND ${isLeft} AND NOT ${isRested}`)} AS again,
      ${counted(sql`${listed} AND state = 'no_account'`)} AS silent,
      (SELECT coalesce(json_agg(page), '[]') FROM (${listSql(listed, query, place)}) AS page) AS people
    FROM person`);
  if (!row) throw new Error("A count has one row.");
  const { people, total, now, again, silent, ...figures } = row;
  return { people, total, figures, remindable: { now, again, silent } };
}

/** All that match, for the sheet. */
export function listReadersInFull(
  actor: Actor,
  material: Asked,
  version: Pick<Version, "id">,
  query: ReadersQuery,
): Promise<Reader[]> {
  return ask(sql`WITH person AS MATERIALIZED (${nearSql(actor, material, version)})
    ${listSql(sql`is_near AND ${conditionsOf(query)}`, query, empty)}`);
}

/** `is_near`: of the actor's units. Who does not keep the material gets no others, not even as a count. */
export function nearSql(
  actor: Actor,
  { id, isKept }: Asked,
  version: Pick<Version, "id">,
  more: Prisma.Sql = empty,
): Prisma.Sql {
  return sql`SELECT * FROM (
    SELECT person.*, (${withinSql(actor, sql`person.unit_id`)}) IS TRUE AS is_near ${more}
    FROM ${peopleSql(id, version.id)} AS person
  ) AS person ${isKept ? empty : sql`WHERE is_near`}`;
}

const moment = (column: Prisma.Sql) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

function listSql(where: Prisma.Sql, { sort }: ReadersQuery, limit: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT person_id::text AS id, person_id IS DISTINCT FROM known_id AS "isSpeaker", full_name AS "fullName", u.name AS "unitName", state, is_addressed AS "isAddressed",
      ${moment(sql`opened_at`)} AS "openedAt", ${moment(sql`downloaded_at`)} AS "downloadedAt",
      ${moment(sql`said_at`)} AS "acknowledgedAt", ${moment(sql`reminded_at`)} AS "remindedAt"
    FROM person LEFT JOIN unit u ON u.id = person.unit_id WHERE ${where} ORDER BY ${orders[sort]} ${limit}`;
}

const byName = sql`person.sort_key, person_id`;
const orders = {
  name: byName,
  "-name": sql`person.sort_key DESC, person_id DESC`,
  unit: sql`u.sort_key, u.id, ${byName}`,
  opened: sql`opened_at NULLS FIRST, ${byName}`,
  "-opened": sql`opened_at DESC NULLS LAST, ${byName}`,
  downloaded: sql`downloaded_at NULLS FIRST, ${byName}`,
  "-downloaded": sql`downloaded_at DESC NULLS LAST, ${byName}`,
  word: sql`said_at NULLS FIRST, ${byName}`,
  "-word": sql`said_at DESC NULLS LAST, ${byName}`,
};

/** On `person`. */
export function conditionsOf({ q, state, unit }: Pick<ReadersQuery, "q" | "state" | "unit">): Prisma.Sql {
  const words = fold(q).split(" ").filter(Boolean);
  return join(
    [
      sql`true`,
      ...words.map(
        (word) => sql`lower(immutable_unaccent(full_name)) LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
      ),
      ...(unit ? [amongUnitsSql([unit], sql`person.unit_id`)] : []),
      ...(state === null
        ? []
        : [
            state === "left"
              ? isLeft
              : state === "gone"
                ? sql`NOT is_addressed`
                : sql`person.state = ${state}`,
          ]),
    ],
    " AND ",
  );
}
