/** The routes of decisions and terms: good forms, downloads, and what the access list cannot say. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { loader as record } from "~/routes/_app.roster.decisions.$decisionId";
import { action as edit } from "~/routes/_app.roster.decisions.$decisionId_.edit";
import {
  loader as openRecognition,
  action as recognise,
} from "~/routes/_app.roster.decisions.$decisionId_.recognition";
import { action as add } from "~/routes/_app.roster.decisions.new";
import { loader as openTermRenewal, action as renewTerm } from "~/routes/_app.roster.terms.$termId_.renewal";
import { action as attach } from "~/routes/_app.roster.to-fix";
import { action as withdraw } from "~/routes/roster.decisions.$decisionId.acts.$actId.withdrawal";
import { loader as annex } from "~/routes/roster.decisions.$decisionId.annex[.]docx";
import { action as remove } from "~/routes/roster.decisions.$decisionId.removal";
import { loader as download, action as upload } from "~/routes/roster.decisions.$decisionId.scan";
import { action as people } from "~/routes/roster.decisions.people";
import { action as preview } from "~/routes/roster.decisions.preview";
import {
  cookies,
  makeActor,
  makeAppointment,
  makeDecision,
  makeSpeaker,
  makeTerm,
  makeUnit,
} from "../factories";
import { answerOf, get, post } from "../requests";

let commune: { id: string };
let officer: Actor;
let leader: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  leader = await makeActor({ role: "commune_leader", unit: commune });
  elsewhere = await makeActor({ role: "commune_officer" });
});

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
const call = (handler: unknown, request: Request, params: Record<string, string> = {}) =>
  answerOf(() => (handler as Handler)({ request, params, context: {} }));

const facts = {
  number: "Số 45 - QĐ/ĐU",
  decidedOn: "2026-03-01",
  kind: "recognition",
  issuer: "",
  signer: "",
  note: "",
};
const act = (speakerId: string, decisionId: string) => ({
  decision: { choice: "existing", id: decisionId },
  ...{ role: "rapporteur", network: "party", level: "commune", unitId: "", term: "", termName: "" },
  ...{ startsOn: "2026-03-01", endsOn: "", reason: "" },
  lines: [{ speakerId, appointmentId: "", does: "begin" }],
});

test("a decision is added, edited, and removed while it names nobody", async () => {
  const added = await call(add, post("/roster/decisions/new", { ...facts, unitId: commune.id }, officer));
  expect(added.status).toBe(302);
  const decisionId = added.headers.get("Location")?.split("/").at(-1) ?? "";
  const at = `/roster/decisions/${decisionId}`;
  const bad = await call(edit, post(`${at}/edit`, { ...facts, number: "QĐ", unitId: commune.id }, officer), {
    decisionId,
  });
  expect(bad).toMatchObject({ status: 422, body: { errors: { number: expect.stringContaining("chữ số") } } });
  const good = { ...facts, signer: "Phạm Văn Thịnh", unitId: commune.id, revision: 1 };
  expect((await call(edit, post(`${at}/edit`, good, officer), { decisionId })).status).toBe(302);
  expect(await call(edit, post(`${at}/edit`, good, officer), { decisionId })).toMatchObject({ status: 422 });
  expect((await call(remove, post(`${at}/removal`, {}, elsewhere), { decisionId })).status).toBe(404);
  expect((await call(remove, post(`${at}/removal`, {}, officer), { decisionId })).status).toBe(302);
});

test("people are recognised from a decision and taken back by the toast's undo", async () => {
  const { id: decisionId } = await makeDecision({ unit: commune });
  const speaker = await makeSpeaker({ unit: commune, fullName: "Lê Thị Hòa" });
  const at = `/roster/decisions/${decisionId}`;
  const opened = await call(openRecognition, get(`${at}/recognition?people=${speaker.id}`, officer), {
    decisionId,
  });
  expect(opened.body).toMatchObject({
    people: [{ fullName: "Lê Thị Hòa" }],
    values: { startsOn: "2025-08-12" },
  });
  const looked = await call(preview, post("/roster/decisions/preview", act(speaker.id, decisionId), officer));
  expect(looked.body).toMatchObject({ outcomes: [{ before: ["Chưa giữ chức danh nào"], problems: [] }] });
  const empty = { ...act(speaker.id, decisionId), lines: [] };
  expect((await call(recognise, post(`${at}/recognition`, empty, officer), { decisionId })).status).toBe(422);
  const done = await call(recognise, post(`${at}/recognition`, act(speaker.id, decisionId), officer), {
    decisionId,
  });
  expect([done.status, done.headers.get("Location")]).toEqual([302, at]);
  const page = await call(record, get(at, leader), { decisionId });
  expect(page.body).toMatchObject({ named: { begins: 1, ends: 0 }, mayEdit: false, acts: [{ begins: 1 }] });
  const { id: actId } = await db.changeSet.findFirstOrThrow({ where: { subjectId: decisionId } });
  const undo = `${at}/acts/${actId}/withdrawal`;
  expect((await call(withdraw, post(undo, {}, leader), { decisionId, actId })).status).toBe(403);
  expect((await call(withdraw, post(undo, {}, elsewhere), { decisionId, actId })).status).toBe(404);
  expect((await call(withdraw, post(undo, {}, officer), { decisionId, actId })).status).toBe(302);
  expect(await db.appointment.count({ where: { speakerId: speaker.id } })).toBe(0);
});

test("a term is renewed by a decision entered on the same page", async () => {
  const unit = await makeUnit({ parent: commune });
  const { id: termId } = await makeTerm({ unit });
  const speaker = await makeSpeaker({ unit });
  const held = await makeAppointment({ speaker, startsOn: "2020-08-01", endsOn: "2025-07-31" });
  await db.appointment.update({ where: { id: held.id }, data: { termId } });
  const opened = await call(openTermRenewal, get(`/roster/terms/${termId}/renewal`, officer), { termId });
  const { values } = opened.body as { values: object };
  expect(values).toMatchObject({
    term: "new",
    termName: "2025-2030",
    startsOn: "2025-08-01",
    endsOn: "2030-07-31",
  });
  const decision = { choice: "new", number: "9-QĐ/ĐU", decidedOn: "2025-07-20", kind: "recognition" };
  const sent = post(`/roster/terms/${termId}/renewal`, { ...values, decision }, officer);
  expect((await call(renewTerm, sent, { termId })).status).toBe(302);
  expect(await db.appointment.count({ where: { speakerId: speaker.id, term: { name: "2025-2030" } } })).toBe(
    1,
  );
});

test("a scan goes in as a file and comes out as a download under its Vietnamese name", async () => {
  const { id: decisionId } = await makeDecision({ unit: commune, number: "88-QĐ/ĐU" });
  const at = `http://localhost:3000/roster/decisions/${decisionId}/scan`;
  const form = new FormData();
  form.set("file", new File([Buffer.from("%PDF-1.4 abc")], "quyết định.pdf"));
  const headers = { Cookie: cookies.get(officer.userId) ?? "" };
  const sent = await call(upload, new Request(at, { method: "POST", body: form, headers }), { decisionId });
  expect(sent.status).toBe(302);
  const answer = await call(download, get(`/roster/decisions/${decisionId}/scan`, leader), { decisionId });
  expect(answer.headers.get("Content-Disposition")).toContain(
    "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%2088",
  );
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  const text = new FormData();
  text.set("file", new File(["<html>"], "scan.pdf"));
  const refused = await call(upload, new Request(at, { method: "POST", body: text, headers }), {
    decisionId,
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: { file: "Chỉ nhận PDF, JPG hoặc PNG." } } });
});

test("the annex is a Word document, for those who may export", async () => {
  const { id: decisionId } = await makeDecision({ unit: commune });
  const at = `/roster/decisions/${decisionId}/annex.docx`;
  expect((await call(annex, get(at, leader), { decisionId })).status).toBe(403);
  const answer = await call(annex, get(at, officer), { decisionId });
  expect(String(answer.body).slice(0, 2)).toBe("PK");
  expect(answer.headers.get("Content-Disposition")).toContain(".docx");
});

test("pasted names are looked for within reach only; an unknown decision is put behind many", async () => {
  const speaker = await makeSpeaker({ unit: commune, fullName: "Ngô Quyền Anh" });
  const asked = { names: "Ngô Quyền Anh" };
  expect((await call(people, post("/roster/decisions/people", asked, officer))).body).toMatchObject({
    candidates: [{ speakerId: speaker.id }],
  });
  expect((await call(people, post("/roster/decisions/people", asked, elsewhere))).body).toMatchObject({
    candidates: [],
  });
  const held = await makeAppointment({ speaker });
  const decision = { choice: "new", number: "3-QĐ/ĐU", decidedOn: "2025-08-01", kind: "recognition" };
  const wish = { appointmentIds: [held.id], decision };
  expect((await call(attach, post("/roster/to-fix", wish, elsewhere))).status).toBe(422);
  expect((await call(attach, post("/roster/to-fix", wish, officer))).status).toBe(302);
  expect((await db.appointment.findUniqueOrThrow({ where: { id: held.id } })).decisionId).not.toBeNull();
});
