/** The one way to the database: the client, transactions, and the pool below them for bare SQL. */
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./prisma/client";

/** What a query or command works on: the database itself, or somebody's open transaction. */
export type Db = Prisma.TransactionClient;

// In development each edit loads this module anew; the connections outlive it.
const kept = globalThis as { database?: ReturnType<typeof open> };
kept.database ??= open();
const { database } = kept;

export const db: PrismaClient = database.client;
export const pool: Pool = database.pool;

function open() {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_CONNECTIONS });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on("error", () => {});
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** Joins the caller's transaction, or opens one. */
export function transaction<T>(
  outer: Db | undefined,
  work: (tx: Db) => Promise<T>,
  options?: { timeout?: number },
): Promise<T> {
  return outer ? work(outer) : db.$transaction(work, { maxWait: 10_000, timeout: 15_000, ...options });
}
