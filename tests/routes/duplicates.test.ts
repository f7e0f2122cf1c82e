/** The routes of duplicates: strangers, the unallowed, other units, bad forms and good ones. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { mergeFields } from "~/roster/doubles/merge";
import { searchPairsOf } from "~/roster/doubles/pairs.server";
import { loader as listLoader } from "~/routes/_app.roster.duplicates._index";
import {
  action as mergeAction,
  loader as mergeLoader,
} from "~/routes/_app.roster.duplicates.$oneId.$otherId";
import { action as partAction } from "~/routes/roster.duplicates.partings";
import { action as rejoinAction } from "~/routes/roster.duplicates.rejoinings";
import { makeActor, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

let officer: Actor;
let viewer: Actor;
let elsewhere: Actor;
let params: { oneId: string; otherId: string };
let path: string;

beforeAll(async () => {
  await makeUnit();
  const unit = await makeUnit();
  officer = await makeActor({ unit, permission: "roster.edit" });
  viewer = await makeActor({ role: "department_leader", unit, permission: "roster.view" });
  elsewhere = await makeActor({ unit: await makeUnit(), permission: "roster.edit" });
  const [one, other] = [
    await makeSpeaker({ unit, fullName: "Lê Thị Lan", birthYear: 1975, phone: "+84912345678" }),
    await makeSpeaker({ unit, fullName: "LÊ THỊ LAN", birthYear: 1975, phone: "+84912345678" }),
  ];
  await searchPairsOf([one.id]);
  params = { oneId: one.id, otherId: other.id };
  path = `/roster/duplicates/${one.id}/${other.id}`;
});

function asked(request: Request, params: Record<string, string>) {
  return { request, params, context: {} };
}

function form(more: object = {}) {
  const fields = Object.fromEntries(mergeFields.map((field) => [field, "one"]));
  return {
    fields,
    private: "one",
    account: "one",
    appointments: {},
    revisions: { one: 1, other: 1 },
    ...more,
  };
}

test("the list and the page of a pair: for whoever edits and has both in reach", async () => {
  const seenBy = async (actor?: Actor) =>
    (await answerOf(async () => mergeLoader(asked(get(path, actor), params)))).status;
  expect(await seenBy()).toBe(302);
  expect(await seenBy(viewer)).toBe(403);
  expect(await seenBy(elsewhere)).toBe(404);
  expect(await seenBy(officer)).toBe(200);
  const listed = await answerOf(async () => listLoader(asked(get("/roster/duplicates", officer), {})));
  expect(listed.status).toBe(200);
});

test("not the same person, and back again", async () => {
  const { id } = await db.speakerPair.findFirstOrThrow({ where: { oneId: { in: Object.values(params) } } });
  const parted = async () => (await db.speakerPair.findUniqueOrThrow({ where: { id } })).differentAt !== null;
  await answerOf(async () =>
    partAction(asked(post("/roster/duplicates/partings", { ids: [id] }, elsewhere), {})),
  );
  expect(await parted()).toBe(false);
  await answerOf(async () =>
    partAction(asked(post("/roster/duplicates/partings", { ids: [id] }, officer), {})),
  );
  expect(await parted()).toBe(true);
  await answerOf(async () =>
    rejoinAction(asked(post(`/roster/duplicates/rejoinings?ids=${id}`, {}, officer), {})),
  );
  expect(await parted()).toBe(false);
});

test("a merge: refused to others, on a bad form and an old one; then done, and the old address leads on", async () => {
  const sent = async (body: object, actor?: Actor) =>
    answerOf(async () => mergeAction(asked(post(path, body, actor), params)));
  expect((await sent(form())).status).toBe(401);
  expect((await sent(form(), viewer)).status).toBe(403);
  expect((await sent(form(), elsewhere)).status).toBe(404);
  expect((await sent(form({ private: "both" }), officer)).status).toBe(422);
  expect((await sent(form({ revisions: { one: 0, other: 1 } }), officer)).status).toBe(422);
  const merged = await sent(form(), officer);
  expect(merged.status).toBe(302);
  const left = await db.speaker.findMany({ where: { id: { in: Object.values(params) } } });
  expect(left).toHaveLength(1);
  expect(merged.headers.get("Location")).toContain(`/roster/${left[0]?.id}`);
  expect(await db.speakerAlias.count({ where: { speakerId: left[0]?.id } })).toBe(1);
});
