/** The routes of bulk edits: from the choice on the list over the preview to the deed and its undo. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { loader as page } from "~/routes/_app.roster.bulk.$bulkId";
import { loader as open, action as say } from "~/routes/_app.roster.bulk.$bulkId_.operation";
import { action as begin } from "~/routes/roster.bulk";
import { action as commit } from "~/routes/roster.bulk.$bulkId.commit";
import { action as withdraw } from "~/routes/roster.bulk.$bulkId.withdrawal";
import { makeActor, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

let commune: { id: string };
let officer: Actor;
let colleague: Actor;
let leader: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  colleague = await makeActor({ role: "commune_officer", unit: commune });
  leader = await makeActor({ role: "commune_leader", unit: commune });
});

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
const call = (handler: unknown, request: Request, params: Record<string, string> = {}) =>
  answerOf(() => (handler as Handler)({ request, params, context: {} }));

const language = {
  ...{ does: "languages", way: "add", language: "tay", level: "fluent", written: false, overwrite: false },
};

async function begun(json: object) {
  const { status, headers } = await call(begin, post("/roster/bulk", json, officer));
  expect(status).toBe(302);
  const [, bulkId = "", query] =
    /bulk\/([\da-f-]+)\/operation(.*)$/.exec(headers.get("Location") ?? "") ?? [];
  return { bulkId, query, path: `/roster/bulk/${bulkId}` };
}

test("a choice becomes a preview, a deed and its undo, for whoever made it alone", async () => {
  const speaker = await makeSpeaker({ unit: commune, fullName: "Nông Thị Ánh" });
  const { bulkId, query, path } = await begun({ ids: [speaker.id] });
  expect(query).toBe("");
  const form = await call(open, get(`${path}/operation?does=end`, officer), { bulkId });
  expect(form.body).toMatchObject({
    does: "end",
    total: 1,
    leftOut: 0,
    values: { does: "end", reason: "term_ended" },
  });
  expect((await call(page, get(path, officer), { bulkId })).headers.get("Location")).toBe(
    `${path}/operation`,
  );

  const bad = await call(say, post(`${path}/operation`, { ...language, language: "vi" }, officer), {
    bulkId,
  });
  expect(bad.status).toBe(422);
  const said = await call(say, post(`${path}/operation`, language, officer), { bulkId });
  expect(said.headers.get("Location")).toBe(path);
  const preview = await call(page, get(path, officer), { bulkId });
  expect(preview.body).toMatchObject({
    ...{ state: "draft", show: "changes", title: "Thêm ngôn ngữ: Tày (thạo)" },
    counts: { changes: 1, same: 0, cannot: 0, total: 1 },
    lines: [{ name: "Nông Thị Ánh", unit: "Đảng ủy phường Cửa Lam", before: [], after: ["Tày: Thạo"] }],
  });
  for (const [handler, request] of [
    [page, get(path, colleague)],
    [open, get(`${path}/operation`, colleague)],
    [say, post(`${path}/operation`, language, colleague)],
    [commit, post(`${path}/commit`, {}, colleague)],
    [withdraw, post(`${path}/withdrawal`, {}, colleague)],
  ] as const)
    expect((await call(handler, request, { bulkId })).status).toBe(404);
  expect((await call(commit, post(`${path}/commit`, {}, leader), { bulkId })).status).toBe(403);

  const held = () => db.speakerLanguage.count({ where: { speakerId: speaker.id } });
  expect((await call(withdraw, post(`${path}/withdrawal`, {}, officer), { bulkId })).status).toBe(404);
  expect((await call(commit, post(`${path}/commit`, {}, officer), { bulkId })).headers.get("Location")).toBe(
    path,
  );
  expect(await held()).toBe(1);
  expect((await call(commit, post(`${path}/commit`, {}, officer), { bulkId })).status).toBe(422);
  expect((await call(open, get(`${path}/operation`, officer), { bulkId })).headers.get("Location")).toBe(
    path,
  );
  expect((await call(page, get(path, officer), { bulkId })).body).toMatchObject({
    ...{ state: "done", change: { kind: "roster.bulk", state: "open" } },
  });
  expect((await call(withdraw, post(`${path}/withdrawal`, {}, officer), { bulkId })).status).toBe(302);
  expect(await held()).toBe(0);
  expect((await call(page, get(path, officer), { bulkId })).body).toMatchObject({
    change: { state: "undone" },
  });
});

test("all that a list matches are chosen by its address", async () => {
  const unit = await makeUnit({ parent: commune });
  await makeSpeaker({ unit });
  const { bulkId, query, path } = await begun({ search: `?unit=${unit.id}&page=3`, does: "attach" });
  expect(query).toBe("?does=attach");
  const form = await call(open, get(`${path}/operation${query}`, officer), { bulkId });
  expect(form.body).toMatchObject({ does: "attach", total: 1, filters: expect.stringContaining("Đơn vị") });
});

test("a job at work is shown, and what failed may be done again", async () => {
  const speaker = await makeSpeaker({ unit: commune });
  const { bulkId, path } = await begun({ ids: [speaker.id] });
  await call(say, post(`${path}/operation`, language, officer), { bulkId });
  const run = await db.jobRun.create({
    data: {
      id: crypto.randomUUID(),
      ...{ job: "roster.bulk", actorId: officer.userId, state: "running", done: 500, total: 900 },
      payload: { bulkId },
    },
  });
  await db.bulkEdit.update({ where: { id: bulkId }, data: { state: "working", jobRunId: run.id } });
  expect((await call(page, get(path, officer), { bulkId })).body).toMatchObject({
    ...{ state: "working", progress: { isRunning: true, done: 500, total: 900 } },
  });
  await db.jobRun.update({
    where: { id: run.id },
    data: { state: "failed", problem: { vi: "Mất điện.", en: "Power cut." } },
  });
  expect((await call(page, get(path, officer), { bulkId })).body).toMatchObject({
    ...{ state: "draft", progress: { isRunning: false, problem: "Mất điện." } },
  });
  expect((await call(commit, post(`${path}/commit`, {}, officer), { bulkId })).status).toBe(302);
  expect(await db.speakerLanguage.count({ where: { speakerId: speaker.id } })).toBe(1);
});
