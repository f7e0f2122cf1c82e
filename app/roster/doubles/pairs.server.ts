/** Looks for people who may be one and keeps the pairs that are likely, for everybody or for a few. */
import type { PoolClient } from "pg";
import { pool } from "~/platform/db.server";
import { allCandidatesSql, candidatesOfSql } from "./candidates";
import { likelyFrom, likenessOf, type Nearness, type Traits } from "./score";

/** Pairs fetched, scored and written at a time. */
const batch = 1000;
/** For more people than this it is quicker to compare everybody. */
export const fewEnough = 300;

interface Watch {
  progress?(done: number): Promise<void>;
  checkCancelled?(): Promise<void>;
}

/** Compares everybody who may be one; pairs that are no longer likely go, but for what somebody said about them. */
export function searchAllPairs(watch: Watch = {}): Promise<number> {
  return inTransaction(async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('roster.doubles'))");
    await client.query("SET LOCAL work_mem = '64MB'");
    await client.query(`DECLARE candidates NO SCROLL CURSOR FOR ${pairsSql(allCandidatesSql())}`);
    const found = await keepAll(client, watch, async () => {
      const { rows } = await client.query<CandidatePair>(`FETCH ${batch} FROM candidates`);
      return rows;
    });
    await client.query(
      "DELETE FROM speaker_pair WHERE different_at IS NULL AND found_at < now()::timestamptz(3)",
    );
    return found;
  });
}

/** The same for some people only, soon enough to be done while they are saved. */
export async function searchPairsOf(ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return inTransaction(async (client) => {
    const { rows } = await client.query<CandidatePair>(pairsSql(candidatesOfSql()), [ids]);
    const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
      rows.slice(at * batch, (at + 1) * batch),
    );
    const found = await keepAll(client, {}, async () => batches.shift() ?? []);
    await client.query(
      `DELETE FROM speaker_pair WHERE different_at IS NULL AND found_at < now()::timestamptz(3)
       AND (one_id = ANY ($1::uuid[]) OR other_id = ANY ($1::uuid[]))`,
      [ids],
    );
    return found;
  });
}

async function keepAll(
  client: PoolClient,
  watch: Watch,
  next: () => Promise<CandidatePair[]>,
): Promise<number> {
  let compared = 0;
  let found = 0;
  for (let pairs = await next(); pairs.length > 0; pairs = await next()) {
    const likely = pairs.map(scored).filter(({ score }) => score >= likelyFrom);
    await keep(client, likely);
    compared += pairs.length;
    found += likely.length;
    await watch.checkCancelled?.();
    await watch.progress?.(compared);
  }
  return found;
}

interface CandidatePair {
  oneId: string;
  otherId: string;
  nearness: Nearness;
  one: Traits;
  other: Traits;
}

/** A pair of ids with what is compared of both. */
function pairsSql(candidates: string): string {
  const traits = (of: string) =>
    `json_build_object('fullName', ${of}.full_name, 'birthYear', ${of}.birth_year, 'birthMonth', ${of}.birth_month,
      'birthDay', ${of}.birth_day, 'gender', ${of}.gender, 'phone', ${of}.phone, 'email', ${of}.email)`;
  return `SELECT c.one_id::text AS "oneId", c.other_id::text AS "otherId", ${nearnessSql} AS nearness,
      ${traits("one")} AS one, ${traits("other")} AS other
    FROM (${candidates}) AS c JOIN speaker one ON one.id = c.one_id JOIN speaker other ON other.id = c.other_id
    JOIN unit one_unit ON one_unit.id = one.unit_id JOIN unit other_unit ON other_unit.id = other.unit_id`;
}

/** How `one_unit` stands to `other_unit`. */
export const nearnessSql = `CASE WHEN one_unit.id = other_unit.id THEN 'same'
  WHEN one_unit.parent_id = other_unit.id OR other_unit.parent_id = one_unit.id THEN 'parent'
  WHEN one_unit.parent_id = other_unit.parent_id THEN 'sibling' ELSE 'apart' END`;

function scored({ oneId, otherId, nearness, one, other }: CandidatePair) {
  return { oneId, otherId, ...likenessOf(one, other, nearness) };
}

async function keep(client: PoolClient, pairs: ReturnType<typeof scored>[]): Promise<void> {
  if (pairs.length === 0) return;
  await client.query(
    `INSERT INTO speaker_pair (id, one_id, other_id, score, signs, found_at)
     SELECT gen_random_uuid(), "oneId", "otherId", score, ARRAY(SELECT json_array_elements_text(signs)), now()
     FROM json_to_recordset($1::json) AS new ("oneId" uuid, "otherId" uuid, score int, signs json)
     ON CONFLICT (one_id, other_id) DO UPDATE SET score = excluded.score, signs = excluded.signs, found_at = excluded.found_at`,
    [JSON.stringify(pairs)],
  );
}

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const answer = await work(client);
    await client.query("COMMIT");
    return answer;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
