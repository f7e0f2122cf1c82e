/** Once for all tests: a PostgreSQL that forgets, and in it the template database made by the real migrations. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { makeDatabase, prepareDatabase } from "../app/platform/host/database.ts";
import { startPostgres } from "../app/platform/host/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection strings to the template: as owner, and as the app's role. */
    template: { ownerUrl: string; appUrl: string; adminUrl: string };
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), "tests-"));
  const password = randomBytes(16).toString("hex");
  const server = await startPostgres({ folder, password, connections: 80, throwAway: true });
  const ownerUrl = server.ownerUrl("template");
  const adminUrl = server.ownerUrl("postgres");
  await makeDatabase(adminUrl, "template");
  const { appUrl } = await prepareDatabase(ownerUrl, password);
  project.provide("template", { ownerUrl, appUrl, adminUrl });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
