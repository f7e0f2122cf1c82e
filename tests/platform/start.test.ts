/** The program as a whole: it says in one sentence why it cannot start, ends in order, and comes back after a kill. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { build } from "~/platform/host/build";
import { words } from "~/platform/host/words";
import type { Phrase } from "~/platform/words";
import { failToStart, type Program, startProgram } from "../program";

vi.setConfig({ testTimeout: 120_000 });

const programs: Program[] = [];
const databases: string[] = [];

beforeAll(build);

afterEach(async () => {
  for (const program of programs.splice(0)) {
    await program.stop();
    await rm(program.folder, { recursive: true, force: true });
  }
  for (const name of databases.splice(0)) {
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
    await asAdmin(`DROP ROLE IF EXISTS ${name}_app`);
  }
});

test("names the setting that is wrong", async () => {
  const wrong = { PORT: "8o80", DATABASE_URL: "mysql://x", DATABASE_CONNECTIONS: "0", LOG_LEVEL: "loud" };
  for (const [name, value] of Object.entries(wrong)) {
    const shown = name === "DATABASE_URL" ? "..." : value;
    expect(await failToStart({ [name]: value })).toEqual(
      refusal(words.wrongSetting(name as keyof typeof words.settings, shown)),
    );
  }
});

test("says that the port is taken", async () => {
  const other = createServer().listen(0, "localhost");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  expect(await failToStart({ PORT: String(port) })).toEqual(refusal(words.portTaken("localhost", port)));
  other.close();
});

test("says that the data folder cannot be written", async () => {
  const folder = path.resolve("package.json/data");
  expect(await failToStart({ DATA_DIR: folder })).toEqual(refusal(words.folderNotWritable(folder)));
});

test("says that the data was written by another PostgreSQL", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "program-"));
  const cluster = path.join(folder, "postgres");
  mkdirSync(cluster);
  writeFileSync(path.join(cluster, "PG_VERSION"), "15\n");
  expect(await failToStart({ DATA_DIR: folder })).toEqual(refusal(words.otherVersion(cluster, "15", "18")));
  await rm(folder, { recursive: true });
});

test("says that the database cannot be reached", async () => {
  const DATABASE_URL = "postgresql://nobody:secret@127.0.0.1:1/nothing";
  expect(await failToStart({ DATABASE_URL })).toEqual(
    refusal(words.databaseUnreachable("127.0.0.1:1", "connect ECONNREFUSED 127.0.0.1:1")),
  );
});

test("says that the file store does not answer", async () => {
  const FILES_URL = "s3://key:secret@127.0.0.1:1/files?ssl=0";
  expect(await failToStart({ FILES_URL })).toEqual(
    refusal(words.storeUnreachable("http://127.0.0.1:1", "files", "connect ECONNREFUSED 127.0.0.1:1")),
  );
});

test("says which migration failed, and leaves the database as it was", async () => {
  const url = await makeDatabase("half_made");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE unit ()");
  expect(await failToStart({ DATABASE_URL: url })).toEqual(
    refusal(words.migrationFailed("0001_the_house_stands", 'relation "unit" already exists')),
  );
  const { rows } = await client.query("SELECT to_regclass('speaker') AS speaker");
  expect(rows).toEqual([{ speaker: null }]);
  await client.end();
});

test("refuses a second instance on the same folder", async () => {
  const { folder, pid } = await start();
  expect(await failToStart({ DATA_DIR: folder })).toEqual(refusal(words.folderInUse(folder, pid)));
});

test("works on a database of one's own as a role that cannot change audit lines", async () => {
  const url = await makeDatabase("own_database");
  const program = await start({ DATABASE_URL: url });
  const client = new pg.Client({ connectionString: `${url}?options=-c%20role%3Down_database_app` });
  await client.connect();
  await expect(client.query("DELETE FROM audit_line")).rejects.toThrow("permission denied");
  await client.end();
  expect(program.output()).not.toContain(words.unguarded.en);
});

test("finishes running requests when it is asked to stop", async () => {
  const url = await makeDatabase("slow_database");
  const program = await start({ DATABASE_URL: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE "user" IN ACCESS EXCLUSIVE MODE');
  const answer = fetch(`${program.url}/sign-in`, { redirect: "manual" });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ended = program.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(fetch(program.url)).rejects.toThrow();
  await client.query("COMMIT");
  await client.end();
  expect((await answer).status).toBe(302);
  expect(await ended).toBe(0);
});

test("comes back after a kill, with its database or without", async () => {
  const first = await startProgram();
  const orphan = first.databasePid();
  await first.kill({ database: false });
  expect(isAlive(orphan)).toBe(true);
  const second = await startProgram({}, first.folder);
  expect(isAlive(orphan)).toBe(false);
  await second.kill();
  const third = await start({}, first.folder);
  expect(await (await fetch(`${third.url}/readyz`)).text()).toBe("ready\n");
});

test("says so while its database is away, and brings it back", async () => {
  const program = await start();
  process.kill(program.databasePid(), "SIGKILL");
  // Its connections may answer once more before they notice.
  const away = await vi.waitUntil(
    async () => {
      const answer = await fetch(`${program.url}/sign-in`, { redirect: "manual" });
      return answer.status === 503 && answer;
    },
    { interval: 10, timeout: 10_000 },
  );
  expect(await away.text()).toContain(words.databaseGone.vi.title);
  expect(away.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  await expect.poll(async () => (await fetch(`${program.url}/readyz`)).status, { timeout: 30_000 }).toBe(200);
  expect((await fetch(`${program.url}/setup`)).status).toBe(200);
});

async function start(environment: Record<string, string> = {}, folder?: string): Promise<Program> {
  const program = await startProgram(environment, folder);
  programs.push(program);
  return program;
}

/** One sentence in each language, and nothing else. */
function refusal({ vi, en }: Phrase) {
  return { code: 1, said: [vi, en] };
}

async function makeDatabase(name: string): Promise<string> {
  await asAdmin(`CREATE DATABASE ${name}`);
  databases.push(name);
  const url = new URL(inject("template").adminUrl);
  url.pathname = name;
  return url.href;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("template").adminUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A process that nobody has buried yet does not count. */
function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
}
