/** 5,000 recipients: told within ten seconds, each once, also when the process is killed in the middle. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish, publishJob } from "~/materials/audience/publishing.server";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { makeActor, makeUnit, type UnitLike } from "../../factories";
import { makeCrowd } from "./crowd";
import { makePublished } from "./published";

const count = 5_000;
const now = { acknowledgeBy: null, at: null };
let unit: UnitLike;
let actor: Actor;
let child: ChildProcess | undefined;

beforeAll(async () => {
  unit = await makeUnit();
  actor = await makeActor({ unit, permission: "materials.view" });
  await makeCrowd(unit, count);
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await stopJobs();
});

const makeDraft = () =>
  makePublished({ unit, state: "draft", publishedAt: null, rules: [{ unitIds: [unit.id] }] });

const told = async (versionId: string) => {
  const [row] = await db.$queryRaw<[{ notices: number; people: number }]>`
    SELECT count(*)::int AS notices, count(DISTINCT user_id)::int AS people FROM notice
    WHERE kind = 'materials.published' AND subject_id = ${versionId}`;
  return row;
};

test("a process killed in the middle leaves nothing, and the next one tells everybody once", {
  timeout: 60_000,
}, async () => {
  const { id, versionId } = await makeDraft();
  const published = await publish(actor, id, now);
  const runId = published?.how === "job" ? published.jobRunId : "";
  const run = () => db.jobRun.findUniqueOrThrow({ where: { id: runId } });
  child = spawn("node_modules/.bin/tsx", ["tests/materials/audience/working.ts"], {
    stdio: "ignore",
    detached: true,
  });
  const ended = once(child, "exit");
  await expect.poll(async () => (await run()).step, { timeout: 30_000, interval: 5 }).toBe("telling");
  // tsx works in a process of its own: all of them go at once.
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await ended;
  expect(await run()).toMatchObject({ state: "running", total: count });
  expect(await told(versionId)).toEqual({ notices: 0, people: 0 });
  expect(await db.material.findUnique({ where: { id } })).toMatchObject({ state: "draft", currentId: null });

  await startJobs([publishJob], true);
  await expect.poll(async () => (await run()).state, { timeout: 20_000 }).toBe("done");
  expect(await told(versionId)).toEqual({ notices: count, people: count });
  expect(await db.auditLine.count({ where: { subjectId: id, action: "material.published" } })).toBe(1);
});

test("nobody waits longer than ten seconds", async () => {
  await startJobs([publishJob], true);
  const { id, versionId } = await makeDraft();
  const begun = performance.now();
  await publish(actor, id, now);
  await expect.poll(() => told(versionId), { timeout: 15_000 }).toEqual({ notices: count, people: count });
  expect(performance.now() - begun).toBeLessThan(10_000);
});
