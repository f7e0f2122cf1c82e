/** The addresses of whom a material is for, with a good form: kept, counted, listed, brought out. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { words } from "~/materials/audience/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { loader as page } from "~/routes/_app.materials.$materialId.audience._index";
import { loader as people } from "~/routes/_app.materials.$materialId.audience.people";
import { action as preview } from "~/routes/materials.$materialId.audience.preview";
import { action as keep } from "~/routes/materials.$materialId.audience.rules";
import { action as publish } from "~/routes/materials.$materialId.publication";
import { action as cancel } from "~/routes/materials.$materialId.publication.cancellation";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, makeUser } from "../../factories";
import { answerOf, get, post } from "../../requests";
import { makePublished } from "./published";

const noRule = { roles: [], levels: [], networks: [], topicIds: [], languages: [], staff: [] };

async function makeDraft(role: "department_officer" | "commune_officer" = "department_officer") {
  const unit = await makeUnit({ name: "Đảng ủy xã Hòa" });
  const speaker = await makeSpeaker({ unit, fullName: "Nguyễn Văn An" });
  await makeAppointment({ speaker });
  await makeUser({ speakerId: speaker.id });
  await makeAppointment({ speaker: await makeSpeaker({ unit, fullName: "Lê Thị Bình" }) });
  const { id } = await makePublished({ unit, state: "draft", publishedAt: null });
  return {
    id,
    unit,
    speaker,
    actor: await makeActor({ role, unit }),
    rules: [{ ...noRule, unitIds: [unit.id] }],
  };
}

type Handler = (args: LoaderFunctionArgs) => unknown;

const send = (action: Handler, path: string, id: string, json: unknown, actor: Actor) =>
  answerOf(() =>
    action({
      request: post(`/materials/${id}/${path}`, json, actor),
      params: { materialId: id },
      context: {},
    }),
  );

const look = (loader: Handler, path: string, id: string, actor: Actor) =>
  answerOf(() =>
    loader({ request: get(`/materials/${id}/${path}`, actor), params: { materialId: id }, context: {} }),
  );

test("counts rules as they stand in the form, says them back, and keeps nothing", async () => {
  const { id, unit, actor, rules } = await makeDraft();
  const { status, body } = await send(preview, "audience/preview", id, { rules }, actor);
  expect([status, body]).toEqual([
    200,
    {
      ...{ people: 2, withoutAccount: 1, units: 1, excluded: 0, problem: null },
      byUnit: [{ id: unit.id, name: "Đảng ủy xã Hòa", people: 2 }],
      byRole: { rapporteur: 2, communicator: 0, staff: 0 },
      sentences: ["Báo cáo viên và tuyên truyền viên thuộc Đảng ủy xã Hòa"],
    },
  ]);
  expect(await db.audienceRule.count({ where: { materialId: id } })).toBe(0);
  const beyond = { rules: [{ ...noRule, unitIds: [(await makeUnit({ name: "Xã Khác" })).id] }] };
  const warned = await send(preview, "audience/preview", id, beyond, actor);
  expect(warned.body).toMatchObject({ people: 0, problem: words.vi.errors.beyond("Xã Khác") });
  expect(await send(keep, "audience/rules", id, beyond, actor)).toMatchObject({
    status: 422,
    body: { errors: { rules: words.vi.errors.beyond("Xã Khác") } },
  });
});

test("keeps rules, lists the people, brings the version out and hands over the text for Zalo", async () => {
  const { id, speaker, actor, rules } = await makeDraft();
  expect((await send(keep, "audience/rules", id, { rules }, actor)).status).toBe(302);
  const listed = await look(people, "audience/people?q=an+nguyen", id, actor);
  expect(listed.body).toMatchObject({ count: 1, people: [{ name: "Nguyễn Văn An", hasAccount: true }] });
  const without = await look(people, "audience/people?account=none", id, actor);
  expect(without.body).toMatchObject({ count: 1, people: [{ name: "Lê Thị Bình", hasAccount: false }] });

  const values = { acknowledgeBy: "2999-12-31", when: "now", onDay: "", atTime: "" };
  const { status, headers } = await send(publish, "publication", id, values, actor);
  expect([status, headers.get("Location")]).toEqual([302, `/materials/${id}/audience`]);
  const shown = await look(page, `audience?person=${speaker.id}`, id, actor);
  expect(shown.body).toMatchObject({
    explained: { sees: "now" },
    zalo: { text: expect.stringContaining(`http://localhost:3000/library/${id}`) },
    page: { publication: { draft: null, out: { number: 1, acknowledgeBy: "2999-12-31" } } },
  });
});

test("a moment is kept until it is cancelled; one that has passed is refused at its field", async () => {
  const { id, actor, rules } = await makeDraft();
  await send(keep, "audience/rules", id, { rules }, actor);
  const later = (onDay: string, atTime: string) =>
    send(publish, "publication", id, { acknowledgeBy: "", when: "later", onDay, atTime }, actor);
  const { errors } = words.vi;
  expect((await later("2020-01-01", "07:30")).body).toEqual({ errors: { onDay: errors.momentPast } });
  expect((await later("2999-01-01", "")).body).toEqual({ errors: { atTime: errors.noMoment } });
  expect((await later("2999-01-01", "25:00")).body).toEqual({ errors: { atTime: errors.time } });
  expect((await later("2999-01-01", "07:30")).status).toBe(302);
  const kept = () => db.material.findUniqueOrThrow({ where: { id }, select: { publishAt: true } });
  // Half past seven in Viet Nam.
  expect(await kept()).toEqual({ publishAt: new Date("2999-01-01T00:30:00Z") });
  expect((await send(cancel, "publication/cancellation", id, {}, actor)).status).toBe(302);
  expect(await kept()).toEqual({ publishAt: null });
});

test("who only prepares is told that it must be approved", async () => {
  const { id, actor, rules } = await makeDraft("commune_officer");
  await send(keep, "audience/rules", id, { rules }, actor);
  const values = { acknowledgeBy: "", when: "now" };
  expect(await send(publish, "publication", id, values, actor)).toMatchObject({
    status: 422,
    body: { errors: { form: words.vi.errors.notApproved } },
  });
});
