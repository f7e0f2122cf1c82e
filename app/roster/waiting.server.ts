/** What the first page says of the roster, asked in one statement: how many people there are, and how much waits for somebody. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { amongSql, areaOf, withinSql } from "~/units/index.server";
import { sureFrom } from "./doubles/score";
import { type Count, countLimit } from "./list/ids.server";
import { expiringWithin } from "./record/qualification";
import { endingWithin } from "./terms/ending-terms.server";
import { usualHorizon } from "./terms/term";

const { sql, raw } = Prisma;

/** A hint of what waits says no more than that there are thousands. */
const enough = 1_000;

/** Where each count stops. */
const limits = {
  people: countLimit,
  /** People who hold such an office today. */
  rapporteurs: countLimit,
  communicators: countLimit,
  /** People whose term ends within the usual horizon of the page of ending terms, and who are not renewed yet. */
  termsEnding: enough,
  /** People with an appointment whose decision nobody knows. */
  toFix: enough,
  /** People who serve today with a certificate that expires within 90 days. */
  certificates: enough,
  /** Requests for corrections that nobody has decided on. */
  corrections: countLimit,
  /** Pairs of records that are almost surely of one person, nobody having looked at them yet. */
  surePairs: countLimit,
};

export type RosterCounts = Record<keyof typeof limits, Count>;

/** The last two are counted for who edits, within what they edit. */
export async function countForFirstPage(viewer: Actor, editor: Actor | null): Promise<RosterCounts> {
  const area = viewer.reach === "everywhere" ? null : await areaOf(viewer, null);
  const [found] = await ask<Record<keyof typeof limits, number>>(sql`
    SELECT people.*, ${count(endingPeople(viewer), "termsEnding")}, ${count(corrections(editor), "corrections")},
      ${count(surePairs(editor), "surePairs")}
    FROM (${viewer.reach === "everywhere" ? countEverybody() : countWithin(viewer, area)}) AS people`);
  if (!found) throw new Error("A count has one row.");
  const counted = Object.entries(limits).map(([name, limit]) => {
    const total = found[name as keyof typeof limits];
    return [name, { total: Math.min(total, limit), more: total > limit }];
  });
  return Object.fromEntries(counted) as RosterCounts;
}

/** Limits stand in the text: the plan that is kept has to know them. */
function count(rows: Prisma.Sql, name: keyof typeof limits): Prisma.Sql {
  return sql`(SELECT count(*)::int FROM (${rows} LIMIT ${raw(`${limits[name] + 1}`)}) AS found) AS ${raw(`"${name}"`)}`;
}

const covers = () => sql`starts_on <= ${today()}::date AND (ends_on IS NULL OR ends_on >= ${today()}::date)`;

const expiring = () => sql`SELECT speaker_id FROM qualification
  WHERE expires_on >= ${today()}::date AND expires_on < ${addDays(today(), expiringWithin)}::date`;

/** Each in the order of an index that begins with what it asks for, so that counting soon stops. */
function countEverybody(): Prisma.Sql {
  const holding = (what: Prisma.Sql) =>
    sql`SELECT DISTINCT sort_key, speaker_id FROM appointment WHERE ${what}`;
  return sql`SELECT ${count(sql`SELECT FROM speaker`, "people")},
    ${count(holding(sql`role = 'rapporteur' AND ${covers()}`), "rapporteurs")},
    ${count(holding(sql`role = 'communicator' AND ${covers()}`), "communicators")},
    ${count(holding(sql`decision_id IS NULL`), "toFix")},
    ${count(
      sql`SELECT FROM (SELECT DISTINCT speaker_id FROM (${expiring()}) AS held) AS holder
        WHERE EXISTS (SELECT FROM appointment a WHERE a.speaker_id = holder.speaker_id AND ${covers()} OFFSET 0)`,
      "certificates",
    )}`;
}

/**
 * Of some units, or of the one area in which lie exactly their people: the appointments are gone through once, in an
 * index that has each person's together, and tell all but the people.
 */
function countWithin(viewer: Actor, area: string | null): Prisma.Sql {
  const within = (unitId: Prisma.Sql) => (area ? sql`area_id = ${area}::uuid` : withinSql(viewer, unitId));
  const having = (what: string, name: keyof typeof limits) =>
    sql`count(*) FILTER (WHERE ${raw(what)})::int AS ${raw(`"${name}"`)}`;
  return sql`SELECT ${count(sql`SELECT FROM speaker WHERE ${within(sql`unit_id`)}`, "people")}, held.* FROM (
    SELECT ${having("speaks", "rapporteurs")}, ${having("informs", "communicators")}, ${having("unknown", "toFix")},
      ${having("expires", "certificates")}
    FROM (
      SELECT bool_or(role = 'rapporteur') FILTER (WHERE stands) AS speaks,
        bool_or(role = 'communicator') FILTER (WHERE stands) AS informs,
        bool_or(decision_id IS NULL) AS unknown, bool_or(is_expiring) FILTER (WHERE stands) AS expires
      FROM (
        SELECT *, ${covers()} AS stands, (speaker_id IN (${expiring()})) IS TRUE AS is_expiring FROM appointment
      ) AS a WHERE ${within(sql`keeper_id`)} GROUP BY ${area ? sql`area_id` : sql`keeper_id`}, sort_key, speaker_id
    ) AS person
  ) AS held`;
}

function endingPeople(viewer: Actor): Prisma.Sql {
  return sql`SELECT DISTINCT a.speaker_id FROM appointment a WHERE ${endingWithin(viewer, usualHorizon)}`;
}

function corrections(editor: Actor | null): Prisma.Sql {
  if (!editor) return nothing;
  return sql`SELECT FROM correction c JOIN speaker s ON s.id = c.speaker_id
    WHERE c.state = 'waiting' AND ${amongSql(editor, sql`s.unit_id`)}`;
}

function surePairs(editor: Actor | null): Prisma.Sql {
  if (!editor) return nothing;
  return sql`SELECT FROM speaker_pair p WHERE p.different_at IS NULL AND p.score >= ${sureFrom}
    AND ${amongSql(editor, sql`p.one_unit_id`)} AND ${amongSql(editor, sql`p.other_unit_id`)}`;
}

const nothing = sql`SELECT WHERE false`;
