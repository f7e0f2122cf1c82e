/** Before each test file: a fresh copy of the template database, and an eye on console.error. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, inject } from "vitest";

const template = inject("template");
const name = `test_${process.env.VITEST_POOL_ID}`;

const admin = new pg.Client({ connectionString: template.adminUrl });
await admin.connect();
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await admin.query(`CREATE DATABASE ${name} TEMPLATE template STRATEGY file_copy`);
await admin.end();

const dataFolder = mkdtempSync(path.join(tmpdir(), "tests-data-"));
process.env.DATABASE_URL = toCopy(template.appUrl);
process.env.TEST_OWNER_URL = toCopy(template.ownerUrl);
process.env.DATA_DIR = dataFolder;
// Vite puts its own BASE_URL, "/", into the environment.
delete process.env.BASE_URL;
process.env.SESSION_SECRET = "a secret that only the tests know, long enough";

const errors: unknown[][] = [];
console.error = (...said: unknown[]) => {
  errors.push(said);
};

afterEach(() => {
  const [first] = errors.splice(0);
  if (first) throw new Error(`console.error was called: ${first.map(String).join(" ")}`, { cause: first });
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

function toCopy(templateUrl: string): string {
  const url = new URL(templateUrl);
  url.pathname = name;
  return url.href;
}
