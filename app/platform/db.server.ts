/** The one way to the database: the client, transactions, and the pool below them for bare SQL. */
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./prisma/client";
import { StatementNames } from "./statements";

/** What a query or command works on: the database itself, or somebody's open transaction. */
export type Db = Prisma.TransactionClient;

// In development each edit loads this module anew; the connections outlive it.
const kept = globalThis as { database?: ReturnType<typeof open> };
kept.database ??= open();
const { database } = kept;

export const db: PrismaClient = database.client;
export const pool: Pool = database.pool;

/** Rows as the driver gives them: for pages that are opened often, where the client costs more than the database. */
export async function ask<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name: database.names.nameOf(text), text, values });
  return rows;
}

/** The same for a question that is answered one way for one value and another way for the next: planned each time. */
export async function askAnew<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ text, values });
  return rows;
}

/**
 * The same for a long question whose way does not depend on its values, as it fences each step: planned once for a connection.
 * Left to itself PostgreSQL plans such a question anew for every value that promises a little less work.
 */
export async function askAlike<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query("BEGIN READ ONLY; SET LOCAL plan_cache_mode = force_generic_plan");
    const { rows } = await client.query<Row>({ name: database.names.nameOf(text), text, values });
    await client.query("COMMIT");
    isBroken = false;
    return rows;
  } finally {
    // One that stopped half way is closed: its transaction is still open.
    client.release(isBroken);
  }
}

function open() {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_CONNECTIONS });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on("error", () => {});
  const names = new StatementNames();
  // The adapter hands the name on to the driver, which takes none as well.
  const statementNameGenerator = ({ sql }: { sql: string }) => names.nameOf(sql) as string;
  return {
    pool,
    names,
    client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) }),
  };
}

/** Joins the caller's transaction, or opens one. */
export function transaction<T>(
  outer: Db | undefined,
  work: (tx: Db) => Promise<T>,
  options?: { timeout?: number },
): Promise<T> {
  return outer ? work(outer) : db.$transaction(work, { maxWait: 10_000, timeout: 15_000, ...options });
}
