/** Large changes that can be taken back whole: recorded row by row by the database, given back in reverse. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "./actor";
import { type Day, dayToColumn, today } from "./clock";
import { type Db, transaction } from "./db.server";

export interface LargeChange {
  /** "roster.import": whoever lists change sets knows what it means. */
  kind: string;
  /** What a reader calls it: a file's name, a person's name. */
  title: string;
  /** The unit whose officers may see it and take it back. */
  unitId: string;
  /** The record whose page tells of it. */
  subjectId?: string;
  /** Last day on which it can be taken back; none: as long as nothing newer stands on it. */
  undoableTo?: Day;
}

/** What keeps a change from being taken back: a row edited since, referred to by something newer, or whose place is taken. */
export interface Obstacle {
  obstacle: "changed" | "leaned_on" | "taken";
  table: string;
  rowId: string;
  /** The table of the newer row, where one leans on this. */
  by: string | null;
}

/**
 * Does the work as one change set: every row that it adds, changes or removes in a recorded table (see migration 0003)
 * is remembered. Returns the set's id beside the work's answer. One set at a time in a transaction.
 */
export async function asChangeSet<T>(
  tx: Db,
  actor: Actor,
  { undoableTo, ...change }: LargeChange,
  work: (changeSetId: string) => Promise<T>,
): Promise<{ changeSetId: string; answer: T }> {
  const id = await begin(tx, actor, change, undoableTo);
  const answer = await work(id);
  await end(tx, id);
  return { changeSetId: id, answer };
}

/** One question for both: each save of a record begins so. */
async function begin(
  tx: Db,
  actor: Actor,
  { kind, title, unitId, subjectId }: Omit<LargeChange, "undoableTo">,
  undoableTo: Day | undefined,
): Promise<string> {
  const now = new Date();
  const id = idOf(now);
  await tx.$queryRaw`
    WITH made AS (
      INSERT INTO change_set (id, kind, title, unit_id, subject_id, actor_id, actor_name, created_at, undoable_to)
      VALUES (${id}::uuid, ${kind}, ${title}, ${unitId}::uuid, ${subjectId ?? null}::uuid, ${actor.userId}, ${actor.name},
        ${now}, ${undoableTo ?? null}::date)
      RETURNING id)
    SELECT set_config('app.change_set', id::text, true) FROM made`;
  return id;
}

/** As the client makes them (version 7): what is later stands later. */
function idOf(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

async function end(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    UPDATE change_set SET counts = (
      SELECT json_agg(json_build_object('table', n.table_name, 'operation', n.operation, 'count', n.count)
        ORDER BY n.table_name <> 'speaker', n.count DESC)
      FROM (SELECT table_name, operation, count(DISTINCT row_id)::int AS count FROM change_row
        WHERE change_set_id = ${id}::uuid GROUP BY table_name, operation) AS n)
    WHERE id = ${id}::uuid RETURNING set_config('app.change_set', '', true)`;
}

const obstaclesSchema = z.array(
  z.object({
    obstacle: z.enum(["changed", "leaned_on", "taken"]),
    table: z.string(),
    rowId: z.uuid(),
    by: z.string().nullable(),
  }),
);

/** Thrown to roll everything back: the caller says in its own words what stands in the way. */
export class StandsInTheWay extends Error {
  readonly obstacles: Obstacle[];
  constructor(obstacles: Obstacle[]) {
    super("Something newer stands on this change.");
    this.obstacles = obstacles;
  }
}

/**
 * Gives back the state before the set. False: taken back already, too late, or there is none.
 * Throws StandsInTheWay with every obstacle, and then nothing is changed. Rows of the tables in `harmless`
 * may refer to what goes. Whether the actor may is the caller's to ask.
 */
export function takeBackChangeSet(
  actor: Actor,
  id: string,
  { harmless = [] }: { harmless?: string[] } = {},
  outer?: Db,
): Promise<boolean> {
  return transaction(
    outer,
    async (tx) => {
      const { count } = await tx.changeSet.updateMany({
        where: {
          id,
          undoneAt: null,
          OR: [{ undoableTo: null }, { undoableTo: { gte: dayToColumn(today()) } }],
        },
        data: { undoneAt: new Date(), undoneByName: actor.name },
      });
      if (count === 0) return false;
      const obstacles = await giveBack(tx, id, harmless);
      if (obstacles.length > 0) throw new StandsInTheWay(obstacles);
      return true;
    },
    { timeout: 10 * 60_000 },
  );
}

/** What would stand in the way; nothing is changed. */
export async function listObstacles(id: string, harmless: string[] = []): Promise<Obstacle[]> {
  try {
    await transaction(
      undefined,
      async (tx) => {
        throw new StandsInTheWay(await giveBack(tx, id, harmless));
      },
      { timeout: 60_000 },
    );
  } catch (refused) {
    if (refused instanceof StandsInTheWay) return refused.obstacles;
    throw refused;
  }
  return [];
}

async function giveBack(tx: Db, id: string, harmless: string[]): Promise<Obstacle[]> {
  return obstaclesSchema.parse(
    await tx.$queryRaw`
      SELECT DISTINCT obstacle, on_table AS "table", on_row::text AS "rowId", by_table AS "by"
      FROM take_back_changes(${id}::uuid, ${harmless}) ORDER BY 1, 2, 3, 4`,
  );
}
