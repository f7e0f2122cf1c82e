/** Makes the big set from a fixed seed: `npm run bench:data`, or a share of it: `npm run bench:data -- 0.01`. */
import type pg from "pg";
import { writeAuditLines } from "./big-audit.ts";
import { writeMaterials } from "./big-materials.ts";
import { writePeople } from "./big-people.ts";
import { writeReview } from "./big-reviews.ts";
import { writeSkills } from "./big-skills.ts";
import { rebuildScope, writeUnits } from "./big-units.ts";
import { writeUsers } from "./big-users.ts";
import { withDatabase } from "./database.ts";

const share = Number(process.argv[2] ?? 1);
if (!(share > 0 && share <= 1)) throw new Error("The share of the big set is a number above 0, at most 1.");

await withDatabase(async (owner) => {
  const begun = performance.now();
  await prepare(owner);
  const units = await step("units", () => writeUnits(owner, share));
  await step("who stands under whom", () => rebuildScope(owner));
  await step("speakers and appointments", () => writePeople(owner, units, share));
  await step("what they can", () => writeSkills(owner));
  await step("a review", () => writeReview(owner));
  await step("accounts", () => writeUsers(owner, units));
  await step("materials and their readers", () => writeMaterials(owner, units, share));
  await step("audit lines", () => writeAuditLines(owner, Math.round(5_000_000 * share)));
  await step("statistics", () => owner.query("VACUUM (ANALYZE)"));
  console.log(`The big set stands after ${seconds(begun)} s.`);
});

/** An emptied database: the set is always the same, whatever was there before. */
async function prepare(owner: pg.Client): Promise<void> {
  await owner.query("SET synchronous_commit = off");
  await owner.query("SET maintenance_work_mem = '512MB'");
  const { rows } = await owner.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await owner.query(`TRUNCATE ${rows[0]?.tables} RESTART IDENTITY`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  console.log(`${name}: ${seconds(begun)} s`);
  return result;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
