/** The routes of the own record and of the requests that come from it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { loader as overviewLoader } from "~/routes/_app._index";
import { loader as accountHandoverLoader } from "~/routes/_app.accounts.$accountId_.handover";
import { loader as ownLoader } from "~/routes/_app.me._index";
import { action as proposalAction, loader as proposalLoader } from "~/routes/_app.me.$part";
import { action as timesAction, loader as timesLoader } from "~/routes/_app.me.availability";
import {
  action as handoverAction,
  loader as handoverLoader,
} from "~/routes/_app.roster.$speakerId_.handover";
import { loader as correctionsLoader } from "~/routes/_app.roster.corrections._index";
import {
  loader as correctionLoader,
  action as decisionAction,
} from "~/routes/_app.roster.corrections.$correctionId";
import { action as withdrawalAction } from "~/routes/me.corrections.$correctionId.withdrawal";
import { loader as choicesLoader } from "~/routes/roster.handover.choices";
import { makeActor, makeSpeaker, makeUnit, makeUser } from "../factories";
import { answerOf, get, post } from "../requests";

let commune: { id: string };
let self: Actor;
let other: Actor;
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy xã Pá Lau" });
  self = await makePerson("Giàng Thị Mỷ");
  other = await makePerson("Sùng A Tủa");
  officer = await makeActor({ role: "commune_officer", unit: commune });
  // Without one no account may be closed.
  await makeUser({ grants: [{ role: "system_administrator", unit: commune }] });
});

async function makePerson(fullName: string): Promise<Actor> {
  const { id: speakerId } = await makeSpeaker({ fullName, unit: commune });
  return makeActor({ role: "speaker", unit: commune, name: fullName, speakerId });
}

type Handler = (args: { request: Request; params: object; context: object }) => unknown;

function call(handler: unknown, request: Request, params: Record<string, string> = {}) {
  return answerOf(() => (handler as Handler)({ request, params, context: {} }));
}

const work = { position: "Trưởng bản", workplace: "", education: "", politicalTheory: "", note: "" };

async function asked(who: Actor): Promise<string> {
  const answer = await call(proposalAction, post("/", work, who), { part: "work" });
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/me"]);
  const row = await db.correction.findFirstOrThrow({ where: { userId: who.userId, state: "waiting" } });
  return row.id;
}

describe("my record", () => {
  test("holds my data and nobody else's", async () => {
    const { status, body } = await call(ownLoader, get("/me", self));
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).toContain("Giàng Thị Mỷ");
    expect(text).not.toContain("Sùng A Tủa");
  });

  test("is where its person begins, who has nothing else here", async () => {
    expect((await call(overviewLoader, get("/", self))).headers.get("Location")).toBe("/me");
    expect((await call(overviewLoader, get("/", officer))).status).toBe(200);
  });

  test("has forms for its parts alone", async () => {
    expect((await call(proposalLoader, get("/", self), { part: "contact" })).status).toBe(200);
    for (const part of ["note", "salary", "private"]) {
      expect((await call(proposalLoader, get("/", self), { part })).status).toBe(404);
      expect((await call(proposalAction, post("/", {}, self), { part })).status).toBe(404);
    }
  });

  test("answers a bad form at its field", async () => {
    const answer = await call(proposalAction, post("/", { phone: "12", note: "" }, self), {
      part: "contact",
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: { phone: expect.any(String) } } });
    const nothing = await call(proposalAction, post("/", { ...work, position: "" }, self), { part: "work" });
    expect(nothing).toMatchObject({ status: 422, body: { errors: { form: expect.any(String) } } });
  });

  test("takes no field that is not of the part", async () => {
    await call(proposalAction, post("/", { ...work, fullName: "Ai Đó", unitId: "x" }, self), {
      part: "work",
    });
    const row = await db.correction.findFirstOrThrow({ where: { userId: self.userId, state: "waiting" } });
    expect(row.after).toEqual({ position: "Trưởng bản" });
  });

  test("lets its person say when they can speak, without asking anybody", async () => {
    const { body } = await call(timesLoader, get("/", self));
    const { version } = body as { version: string };
    const sent = { weekly: ["1-morning"], exceptions: [], version };
    expect((await call(timesAction, post("/", sent, self))).status).toBe(302);
    expect(await db.availability.count({ where: { speakerId: self.speakerId } })).toBe(1);
    const late = await call(timesAction, post("/", { ...sent, weekly: [] }, self));
    expect(late).toMatchObject({ status: 422, body: { errors: { version: expect.any(String) } } });
  });
});

describe("a request", () => {
  test("is withdrawn by its sender alone", async () => {
    const correctionId = await asked(self);
    expect((await call(withdrawalAction, post("/", {}, other), { correctionId })).status).toBe(404);
    expect((await call(withdrawalAction, post("/", {}, self), { correctionId })).status).toBe(302);
    expect((await call(withdrawalAction, post("/", {}, self), { correctionId })).status).toBe(404);
  });

  test("is not for its sender to accept", async () => {
    const correctionId = await asked(self);
    expect((await call(correctionsLoader, get("/", self))).status).toBe(403);
    expect((await call(decisionAction, post("/", {}, self), { correctionId })).status).toBe(403);
  });

  test("is decided by who keeps the record", async () => {
    const correctionId = await asked(other);
    const { body } = await call(correctionLoader, get("/", officer), { correctionId });
    const { version } = body as { version: string };
    const none = await call(decisionAction, post("/", { take: [], reason: "", version }, officer), {
      correctionId,
    });
    expect(none).toMatchObject({ status: 422, body: { errors: { reason: expect.any(String) } } });
    const all = await call(decisionAction, post("/", { take: ["position"], reason: "", version }, officer), {
      correctionId,
    });
    expect([all.status, all.headers.get("Location")]).toEqual([302, "/roster/corrections"]);
    const { position } = await db.speaker.findUniqueOrThrow({ where: { id: other.speakerId } });
    expect(position).toBe("Trưởng bản");
  });
});

describe("a handover", () => {
  test("of a record is looked at, refused with words, and done by who keeps the record", async () => {
    const speakerId = other.speakerId ?? "";
    expect((await call(handoverLoader, get("/", self), { speakerId })).status).toBe(403);
    const { body } = await call(handoverLoader, get("/", officer), { speakerId });
    expect(body).toMatchObject({ name: "Sùng A Tủa", hanging: [{ kind: "account", isHeld: false }] });
    const bad = await call(handoverAction, post("/", { kinds: [], reason: "" }, officer), { speakerId });
    expect(bad).toMatchObject({
      status: 422,
      body: { errors: { kinds: expect.any(String), reason: expect.any(String) } },
    });
    const sent = { kinds: ["account"], successorId: "", on: "", reason: "Chuyển công tác" };
    const { status, headers } = await call(handoverAction, post("/", sent, officer), { speakerId });
    expect([status, headers.get("Location")]).toEqual([302, expect.stringMatching(/^\/roster\/changes\//)]);
    expect((await call(ownLoader, get("/me", other))).status).toBe(302);
  });

  test("of an account offers who can take over", async () => {
    const administrator = await makeActor({ role: "system_administrator", unit: commune });
    const { body } = await call(accountHandoverLoader, get("/", administrator), {
      accountId: officer.userId,
    });
    expect(body).toMatchObject({
      hanging: [
        { kind: "roles", things: [{ text: expect.stringContaining("Pá Lau") }] },
        { kind: "notices" },
        { kind: "account" },
      ],
    });
    const choices = await call(choicesLoader, get("/roster/handover/choices?q=", administrator));
    expect(choices.body).toMatchObject({
      choices: expect.arrayContaining([expect.objectContaining({ id: officer.userId })]),
    });
  });
});
