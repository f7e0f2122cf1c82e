/** The bench of imports: `npm run bench:import [-- 10000,50000]` on the sample department in a folder of its own; what is over budget fails. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "../../app/platform/host/postgres.ts";
import { startHouse } from "./house.ts";
import { measureImport } from "./imports.ts";

/** Seconds that so many rows may take. */
const budgets: Record<number, number> = { 10000: 60, 50000: 300 };
const [counts = "10000,50000"] = process.argv.slice(2);

const folder = await mkdtemp(path.join(tmpdir(), "bench-import-"));
const data = path.join(folder, "data");
process.env.DEMO = "1";
try {
  // Making the sample department fills the memory of the first start.
  await (await startHouse(await freePort(), data)).stop();
  const house = await startHouse(await freePort(), data);
  const owner = new pg.Client({ connectionString: ownerUrl() });
  owner.on("error", () => {});
  try {
    await owner.connect();
    const seat = await takeSeat(owner);
    for (const count of counts.split(",").map(Number)) {
      const atRest = house.memory();
      const { understood, whole, memory, added } = await measureImport(house, owner, seat, count);
      const seconds = `understood after ${understood.toFixed(1)} s, whole ${whole.toFixed(1)} s`;
      console.log(
        `${count} rows: ${added} added, ${seconds}, memory ${atRest.toFixed(0)} -> ${memory.toFixed(0)} MB`,
      );
      if (added !== count || whole > (budgets[count] ?? Number.POSITIVE_INFINITY)) process.exitCode = 1;
    }
  } finally {
    await owner.end();
    await house.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function secrets(): { databaseOwner: string; session: string } {
  return JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8"));
}

function ownerUrl(): string {
  const port = readFileSync(path.join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  return `postgresql://owner:${secrets().databaseOwner}@127.0.0.1:${port}/app`;
}

/** A session of an officer of the sample department who imports for all of it. */
async function takeSeat(owner: pg.Client) {
  const { rows } = await owner.query<{ userId: string; unitId: string }>(
    `SELECT g.user_id AS "userId", g.unit_id AS "unitId" FROM role_grant g JOIN unit ON unit.id = g.unit_id
     WHERE unit.parent_id IS NULL AND g.role = 'department_officer' LIMIT 1`,
  );
  const [officer] = rows;
  if (!officer) throw new Error("The sample department has no officer.");
  const token = randomBytes(24).toString("base64url");
  await owner.query(
    `INSERT INTO session (id, user_id, token, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now())`,
    [randomUUID(), officer.userId, token],
  );
  const signature = createHmac("sha256", secrets().session).update(token).digest("base64");
  const cookie = `bcv.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  return { unitId: officer.unitId, headers: { Cookie: cookie, "Accept-Language": "vi" } };
}
