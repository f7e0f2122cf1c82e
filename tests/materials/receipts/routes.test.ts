/** The pages and commands of who has read, as a browser asks for them. */
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import { words } from "~/materials/receipts/words";
import { db } from "~/platform/db.server";
import { loader as readersLoader } from "~/routes/_app.materials.$materialId.readers._index";
import { loader as unitsLoader } from "~/routes/_app.materials.$materialId.readers.units";
import { loader as peopleLoader } from "~/routes/_app.materials.$materialId_.people._index";
import { action as escalationAction } from "~/routes/materials.$materialId.escalation";
import { loader as unitsSheetLoader } from "~/routes/materials.$materialId.readers.units[.]xlsx";
import { loader as sheetLoader } from "~/routes/materials.$materialId.readers[.]xlsx";
import { action as remindersAction } from "~/routes/materials.$materialId.reminders";
import { makeActor, makeMaterial, makeUnit, makeUser } from "../../factories";
import { answerOf, get, post } from "../../requests";
import { makePublished, makeReader } from "./made";

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
const call = (handler: unknown, request: Request, materialId: string) =>
  answerOf(() => (handler as Handler)({ request, params: { materialId }, context: {} }));

async function makeTwo() {
  const unit = await makeUnit({ level: "province" });
  const ward = await makeUnit({ parent: unit });
  await makeReader({ unit: ward, fullName: "Nguyễn An" });
  await makeReader({ unit: ward, fullName: "=Trần Bình" });
  const material = await makePublished({ unit });
  return { unit, ward, material, officer: await makeActor({ unit }) };
}

test("the page says who has read, and offers to remind and to tell the heads", async () => {
  const { ward, material, officer } = await makeTwo();
  await makeUser({ grants: [{ role: "commune_leader", unit: ward }] });
  const { body } = await call(readersLoader, get(`/materials/${material.id}/readers`, officer), material.id);
  expect(body).toMatchObject({
    ...{ total: 2, remindable: { now: 2, again: 0, silent: 0 }, opensRecords: true },
    heads: { leaders: 1, people: 2, headless: 0 },
  });
  const units = await call(unitsLoader, get("/", officer), material.id);
  expect(units.body).toMatchObject({ total: 1, left: 2, mayEscalate: true });
});

test("an auditor looks and does nothing", async () => {
  const { unit, material } = await makeTwo();
  const auditor = await makeActor({ role: "auditor", unit });
  const { body } = await call(readersLoader, get("/", auditor), material.id);
  expect(body).toMatchObject({ total: 2, remindable: null, heads: null });
});

test("what is not out yet has nobody to show, and an unknown version is no page", async () => {
  const { unit, material, officer } = await makeTwo();
  const { id } = await makeMaterial({ unit });
  expect((await call(readersLoader, get("/", officer), id)).body).toMatchObject({ version: null });
  expect((await call(readersLoader, get("/?version=7", officer), material.id)).status).toBe(404);
});

test("reminding says how many were told, and leads back to the list as it was filtered", async () => {
  const { material, officer } = await makeTwo();
  const path = `/materials/${material.id}/reminders?q=nguyen`;
  const { status, headers } = await call(
    remindersAction,
    post(path, { expected: "1" }, officer),
    material.id,
  );
  expect([status, headers.get("Location")]).toEqual([302, `/materials/${material.id}/readers?q=nguyen`]);
  expect(await db.notice.count({ where: { subjectId: material.version.id } })).toBe(1);
  const again = await call(remindersAction, post(path, { expected: "1" }, officer), material.id);
  expect([again.status, again.body]).toEqual([422, { errors: { form: words.vi.errors.nobodyToRemind } }]);
});

test("a ward's leader reminds the own people from a page of their own, and escalates nothing", async () => {
  const { ward, material } = await makeTwo();
  const leader = await makeActor({ role: "commune_leader", unit: ward });
  const { body } = await call(peopleLoader, get("/", leader), material.id);
  expect(body).toMatchObject({ total: 2, remindable: { now: 2 }, heads: null });
  const told = await call(remindersAction, post("/", { expected: "2" }, leader), material.id);
  expect(told.headers.get("Location")).toBe(`/materials/${material.id}/people`);
  expect((await call(escalationAction, post("/", {}, leader), material.id)).status).toBe(404);
});

test("escalation of one unit leads back to the units", async () => {
  const { ward, material, officer } = await makeTwo();
  await makeUser({ grants: [{ role: "commune_leader", unit: ward }] });
  const one = await call(escalationAction, post("/", { unitId: ward.id }, officer), material.id);
  expect(one.headers.get("Location")).toBe(`/materials/${material.id}/readers/units`);
  const all = await call(escalationAction, post("/", {}, officer), material.id);
  expect(all.headers.get("Location")).toBe(`/materials/${material.id}/readers`);
});

test("sheets are named, noted, and hold no formula", async () => {
  const { material, officer } = await makeTwo();
  const { headers } = await call(sheetLoader, get("/", officer), material.id);
  expect(headers.get("Content-Disposition")).toContain(
    "filename*=UTF-8''Ai%20%C4%91%C3%A3%20%C4%91%E1%BB%8Dc",
  );
  const request = get("/?sort=name", officer);
  const sheet = (await (sheetLoader as Handler)({
    request,
    params: { materialId: material.id },
    context: {},
  })) as Response;
  const book = xlsx.read(Buffer.from(await sheet.arrayBuffer()));
  const rows = xlsx.utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] as xlsx.WorkSheet, {
    header: 1,
  });
  expect(rows.slice(1).map(([name, , state]) => [name, state])).toEqual([
    ["Nguyễn An", words.vi.states.untouched],
    ["'=Trần Bình", words.vi.states.untouched],
  ]);
  await call(unitsSheetLoader, get("/", officer), material.id);
  const lines = { action: "material.readersExported", subjectId: material.id };
  expect(await db.auditLine.count({ where: lines })).toBe(3);
});
