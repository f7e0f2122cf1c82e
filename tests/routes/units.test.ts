/** The units' pages and commands, called as a browser calls them. */
import * as xlsx from "@e965/xlsx";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { takeToast } from "~/platform/flash.server";
import { loader as tree } from "~/routes/_app.units";
import { loader as overview } from "~/routes/_app.units._index";
import { loader as record } from "~/routes/_app.units.$unitId";
import { action as change, loader as changeForm } from "~/routes/_app.units_.$unitId.change";
import { action as close, loader as closeForm } from "~/routes/_app.units_.$unitId.closing";
import { action as move } from "~/routes/_app.units_.$unitId.move";
import { action as addGrouping } from "~/routes/_app.units_.groupings._index";
import { loader as grouping } from "~/routes/_app.units_.groupings.$groupingId";
import { loader as importPage } from "~/routes/_app.units_.import.$fileId";
import { loader as list } from "~/routes/_app.units_.list";
import { action as add, loader as addForm } from "~/routes/_app.units_.new";
import { action as reopen } from "~/routes/units.$unitId.reopening";
import { action as undo } from "~/routes/units.$unitId.undoing";
import { loader as children } from "~/routes/units.children";
import { loader as choices } from "~/routes/units.choices";
import { loader as exported } from "~/routes/units.export[.]xlsx";
import { action as takeOut } from "~/routes/units.groupings.$groupingId.departures";
import { action as putIn } from "~/routes/units.groupings.$groupingId.members";
import { action as removeGrouping } from "~/routes/units.groupings.$groupingId.removal";
import { action as commit } from "~/routes/units.import.$fileId.commit";
import { action as takeFile } from "~/routes/units.import.files";
import { loader as people } from "~/routes/units.people";
import { unitWords as words } from "~/units/words";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

let province: { id: string };
let ngocHa: { id: string };
let elsewhere: { id: string };
let officer: Actor;
let commune: Actor;

beforeAll(async () => {
  const root = await makeUnit({ name: "Trung ương", level: "central" });
  province = await makeUnit({ name: "Thành phố Hà Nội", level: "province", parent: root });
  ngocHa = await makeUnit({ name: "Phường Ngọc Hà", code: "00008", parent: province });
  elsewhere = await makeUnit({ name: "Xã Phú Vang", parent: await makeUnit({ parent: root }) });
  officer = await makeActor({ role: "department_officer", unit: province });
  commune = await makeActor({ role: "commune_officer", unit: ngocHa });
});

const at = (unitId: string) => ({ params: { unitId }, context: {} });
const nowhere = { params: {}, context: {} };
const facts = {
  name: "Phường Ngọc Hà Mới",
  shortName: "",
  kind: "commune_committee",
  level: "commune",
  code: "00008",
  reason: "",
};

test("strangers are sent to sign in, or told so", async () => {
  const page = await answerOf(() => record({ request: get(`/units/${ngocHa.id}`), ...at(ngocHa.id) }));
  expect(page).toMatchObject({ status: 302 });
  const form = await answerOf(() => change({ request: post("/x", {}), ...at(ngocHa.id) }));
  expect(form).toMatchObject({ status: 401 });
});

test("who only views does not change", async () => {
  const commands = [add, change, move, close, reopen, undo, commit, takeFile];
  for (const command of commands) {
    const answer = await answerOf(() => command({ request: post("/x", {}, commune), ...at(ngocHa.id) }));
    expect(answer.status).toBe(403);
  }
  const page = await answerOf(() => record({ request: get("/x", commune), ...at(ngocHa.id) }));
  expect(page.body).toMatchObject({ unit: { name: "Phường Ngọc Hà" }, may: { edit: false } });
});

test("another's units are not there: 404, in pages, forms, branches and commands", async () => {
  for (const load of [record, changeForm, closeForm]) {
    const answer = await answerOf(() => load({ request: get("/x", officer), ...at(elsewhere.id) }));
    expect(answer.status).toBe(404);
  }
  for (const command of [change, move, close, reopen, undo]) {
    const answer = await answerOf(() => command({ request: post("/x", {}, officer), ...at(elsewhere.id) }));
    expect(answer.status).toBe(404);
  }
  const paths = [`/units/children?of=${elsewhere.id}`, "/units/children?of=x"];
  for (const path of paths) {
    expect((await answerOf(() => children({ request: get(path, officer), ...nowhere }))).status).toBe(404);
  }
  const under = `/units/new?under=${elsewhere.id}`;
  expect((await answerOf(() => addForm({ request: get(under, officer), ...nowhere }))).status).toBe(404);
  const file = { params: { fileId: crypto.randomUUID() }, context: {} };
  expect((await answerOf(() => importPage({ request: get("/x", officer), ...file }))).status).toBe(404);
});

test("lists, search, choices, figures and the export hold one's own units only", async () => {
  const request = (path: string) => ({ request: get(path, commune), ...nowhere });
  expect(await tree(request("/units"))).toMatchObject({
    tree: { "": { nodes: [{ label: "Phường Ngọc Hà" }], total: 1 } },
  });
  expect(await tree(request("/units?q=phu+vang"))).toMatchObject({ hits: [] });
  expect(await overview(request("/units"))).toMatchObject({ levels: [{ level: "commune", open: 1 }] });
  expect(await list(request("/units/list?state=all"))).toMatchObject({
    units: [{ name: "Phường Ngọc Hà" }],
    count: { total: 1, more: false },
  });
  const offered = await answerOf(() => choices(request("/units/choices?q=p")));
  expect(offered.body).toEqual({
    choices: [{ id: ngocHa.id, name: "Phường Ngọc Hà", path: "Trung ương › Thành phố Hà Nội" }],
  });
  const sheet = (await exported(request("/units/export.xlsx"))) as Response;
  const book = xlsx.read(Buffer.from(await sheet.arrayBuffer()));
  const rows: string[][] = xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, {
    header: 1,
  });
  expect(rows.map(([code, name]) => [code, name])).toEqual([
    ["Mã", "Tên"],
    ["00008", "Phường Ngọc Hà"],
  ]);
});

test("who takes the list of units along is named in the trail, with what and how many", async () => {
  const take = (who: Actor | null, search = "") =>
    answerOf(() => exported({ request: get(`/units/export.xlsx${search}`, who), ...nowhere }));
  const lines = () =>
    db.auditLine.findMany({
      where: { action: "unit_list.exported", actorId: { in: [officer.userId, commune.userId] } },
      orderBy: { id: "asc" },
      select: { actorName: true, title: true, unitId: true, after: true },
    });
  const before = (await lines()).length;
  expect((await take(null)).status).toBe(302);
  expect(await lines()).toHaveLength(before);
  expect((await take(officer, `?q=ngoc+ha&level=commune&under=${province.id}`)).status).toBe(200);
  expect((await take(commune, "?state=all&under=x")).status).toBe(200);
  const title = "Danh sách đơn vị";
  expect((await lines()).slice(before)).toEqual([
    {
      ...{ actorName: officer.name, title, unitId: province.id },
      after: {
        count: 1,
        filter: ["“ngoc ha”", "Thuộc Thành phố Hà Nội", words.vi.levels.commune, words.vi.states.open],
      },
    },
    {
      ...{ actorName: commune.name, title, unitId: ngocHa.id },
      after: { count: 1, filter: [words.vi.list.allStates] },
    },
  ]);
});

test("the figures of the tree are the people whom the roster lists as active, for one's own units only", async () => {
  const speaker = await makeSpeaker({ unit: ngocHa });
  await makeAppointment({ speaker });
  await makeAppointment({ speaker, role: "communicator" });
  await makeAppointment({ speaker: await makeSpeaker({ unit: elsewhere }) });
  await makeSpeaker({ unit: ngocHa });
  const ids = [province.id, ngocHa.id, elsewhere.id].join(",");
  const ask = (who: Actor, ids: string) =>
    answerOf(() => people({ request: get(`/units/people?ids=${ids}`, who), ...nowhere }));
  expect((await ask(officer, ids)).body).toEqual({ facts: { [province.id]: "1", [ngocHa.id]: "1" } });
  expect((await ask(commune, ids)).body).toEqual({ facts: { [ngocHa.id]: "1" } });
  expect(await ask(officer, "x")).toMatchObject({ status: 404 });
  const own = await makeActor({ role: "speaker", unit: ngocHa });
  expect(await ask(own, ngocHa.id)).toMatchObject({ status: 403 });
});

test("a bad form is answered at its fields", async () => {
  const answer = await answerOf(() =>
    change({
      request: post("/x", { ...facts, name: " ", code: "a b", from: "soon", revision: 1 }, officer),
      ...at(ngocHa.id),
    }),
  );
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: { name: expect.any(String), code: expect.any(String), from: expect.any(String) } },
  });
  const stale = { ...facts, from: "2025-07-01", revision: 7 };
  const refused = await answerOf(() => change({ request: post("/x", stale, officer), ...at(ngocHa.id) }));
  expect(refused).toMatchObject({ status: 422, body: { errors: { form: expect.any(String) } } });
});

test("good forms add, change, close and reopen, and lead back to the record", async () => {
  const id = crypto.randomUUID();
  const added = await answerOf(() =>
    add({
      request: post("/x", { ...facts, id, code: "", parentId: province.id, openedOn: "2025-07-01" }, officer),
      ...nowhere,
    }),
  );
  expect(added.headers.get("Location")).toBe(`/units/${id}`);
  const changed = await answerOf(() =>
    change({
      request: post(
        "/x",
        { ...facts, code: "", name: "Phường Mới", from: "2026-01-01", revision: 1 },
        officer,
      ),
      ...at(id),
    }),
  );
  expect(changed.status).toBe(302);
  const closing = { on: "2026-06-30", reason: "", revision: 2 };
  expect((await answerOf(() => close({ request: post("/x", closing, officer), ...at(id) }))).status).toBe(
    302,
  );
  expect(await db.unit.findUnique({ where: { id } })).toMatchObject({ name: "Phường Mới", revision: 3 });
  expect((await answerOf(() => reopen({ request: post("/x", {}, officer), ...at(id) }))).status).toBe(302);
  const page = await record({ request: get(`/units/${id}?on=31/12/2025`, officer), ...at(id) });
  expect(page).toMatchObject({ on: "2025-12-31", unit: { closedOn: null } });
  expect(page.history?.map(({ action }) => action)).toEqual([
    "Cho đơn vị hoạt động lại",
    "Kết thúc hoạt động đơn vị",
    "Đổi tên đơn vị",
    "Thêm đơn vị",
  ]);
});

test("the toast after a renaming takes it back, once", async () => {
  const unit = await makeUnit({ name: "Phường Đúng", parent: province });
  const wrong = { ...facts, code: "", name: "Phường Sai", from: today(), revision: 1 };
  const renamed = await answerOf(() => change({ request: post("/x", wrong, officer), ...at(unit.id) }));
  const cookie = renamed.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const { toast } = await takeToast(new Request("http://x", { headers: { Cookie: cookie } }));
  const press = () => answerOf(() => undo({ request: post(toast?.undo ?? "", {}, officer), ...at(unit.id) }));
  expect((await press()).headers.get("Location")).toBe(`/units/${unit.id}`);
  expect(await db.unit.findUnique({ where: { id: unit.id } })).toMatchObject({ name: "Phường Đúng" });
  const again = await press();
  const refused = again.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const said = await takeToast(new Request("http://x", { headers: { Cookie: refused } }));
  expect(said.toast?.text).toBe(words.vi.tooLateToUndo);
});

test("a grouping takes units in and lets them go; one's own units only are seen in it", async () => {
  const made = await answerOf(() =>
    addGrouping({ request: post("/x", { name: "Cụm thi đua số 1", note: "" }, officer), ...nowhere }),
  );
  const groupingId = made.headers.get("Location")?.split("/").at(-1) ?? "";
  const here = { params: { groupingId }, context: {} };
  const put = (unit: { id: string }) =>
    answerOf(() => putIn({ request: post("/x", { unitId: unit.id }, officer), ...here }));
  expect((await put(ngocHa)).status).toBe(200);
  expect((await put(ngocHa)).status).toBe(422);
  expect((await put(elsewhere)).status).toBe(422);
  await put(province);
  const seen = await grouping({ request: get("/x", commune), ...here });
  expect(seen).toMatchObject({ grouping: { units: 1 }, units: [{ name: "Phường Ngọc Hà" }] });
  const filtered = await list({ request: get(`/units/list?grouping=${groupingId}`, officer), ...nowhere });
  expect(filtered.units.map(({ name }) => name)).toEqual(["Thành phố Hà Nội", "Phường Ngọc Hà"]);
  await answerOf(() => takeOut({ request: post("/x", { unitId: province.id }, officer), ...here }));
  expect((await grouping({ request: get("/x", officer), ...here })).units).toHaveLength(1);
  expect((await answerOf(() => takeOut({ request: post("/x", {}, commune), ...here }))).status).toBe(403);
  await answerOf(() => removeGrouping({ request: post("/x", {}, officer), ...here }));
  expect((await answerOf(() => grouping({ request: get("/x", officer), ...here }))).status).toBe(404);
});

test("a file is taken in, looked at and begun; what is no table is refused", async () => {
  const upload = async (text: string) => {
    const form = new FormData();
    form.set("file", new File([text], "đơn vị.csv", { type: "text/csv" }));
    const request = get("/units/import/files", officer);
    const headers = new Headers(request.headers);
    return answerOf(() =>
      takeFile({ request: new Request(request.url, { method: "POST", headers, body: form }), ...nowhere }),
    );
  };
  expect(await upload("chỉ có chữ")).toMatchObject({ status: 422 });
  const taken = await upload("Mã,Tên\nX1,Phường Thử\n");
  const fileId = taken.headers.get("Location")?.split("/").at(-1) ?? "";
  const here = { params: { fileId }, context: {} };
  expect(await importPage({ request: get("/x", officer), ...here })).toMatchObject({
    preview: { fileName: "đơn vị.csv", counts: { added: 1 }, parentName: "Thành phố Hà Nội" },
  });
  expect((await answerOf(() => importPage({ request: get("/x", commune), ...here }))).status).toBe(403);
  const options = { only: "", parentId: province.id, openedOn: "2025-07-01", reason: "" };
  const begun = await answerOf(() => commit({ request: post("/x", options, officer), ...here }));
  expect(begun.headers.get("Location")).toMatch(new RegExp(`^/units/import/${fileId}\\?run=`));
});
