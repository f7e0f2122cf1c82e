/** How far long work is, asked and stopped by whoever started it. */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { defineJob, startLater } from "~/platform/jobs.server";
import { loader } from "~/routes/jobs.$jobId";
import { action } from "~/routes/jobs.$jobId.cancellation";
import { makeActor, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

const job = defineJob({
  name: "test.route",
  payload: z.object({}),
  words: { reading: { vi: "Đang đọc", en: "Reading" } },
  work: async () => null,
});

test("tells its owner the state, the step in their language, and nothing of the payload", async () => {
  const { actor, jobId } = await started();
  await db.jobRun.update({
    where: { id: jobId },
    data: { state: "running", done: 3, total: 10, step: "reading" },
  });
  const { status, body, headers } = await ask(actor, jobId);
  expect(status).toBe(200);
  expect(headers.get("Cache-Control")).toBe("no-store");
  expect(body).toEqual({
    state: "running",
    done: 3,
    total: 10,
    step: "Đang đọc",
    problem: null,
    result: null,
  });
});

test("is not there for somebody else, a stranger, or under an id that nobody has", async () => {
  const { actor, jobId } = await started();
  // Not of the whole organisation, which would see everything.
  const other = await makeActor({ unit: await makeUnit({ parent: await makeUnit() }) });
  expect((await ask(other, jobId)).status).toBe(404);
  expect((await ask(actor, randomUUID())).status).toBe(404);
  expect((await ask(null, jobId)).status).toBe(302);
});

test("stops for its owner only", async () => {
  const { actor, jobId } = await started();
  const other = await makeActor({ unit: await makeUnit({ parent: await makeUnit() }) });
  expect((await cancel(other, jobId)).status).toBe(404);
  expect((await cancel(actor, jobId)).status).toBe(202);
  expect(await db.jobRun.findUniqueOrThrow({ where: { id: jobId } })).toMatchObject({ state: "cancelled" });
  expect((await cancel(actor, jobId)).status).toBe(404);
});

async function started() {
  const actor = await makeActor({ unit: await makeUnit({ parent: await makeUnit() }) });
  return { actor, jobId: await startLater(db, actor, job, {}) };
}

function ask(actor: Actor | null, jobId: string) {
  const request = get(`/jobs/${jobId}`, actor);
  return answerOf(() => loader({ request, params: { jobId }, context: {} }));
}

function cancel(actor: Actor, jobId: string) {
  const request = post(`/jobs/${jobId}/cancellation`, {}, actor);
  return answerOf(() => action({ request, params: { jobId }, context: {} }));
}
