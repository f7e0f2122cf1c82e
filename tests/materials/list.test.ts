/** The list of materials: exactly those the units in reach keep, found by any words, and its export the same rows. */
import { beforeAll, expect, test } from "vitest";
import { listMaterialChoices, searchMaterials } from "~/materials/list/material-choices.server";
import { listAllMaterials, listMaterials } from "~/materials/list/material-list.server";
import { readMaterialQuery } from "~/materials/list/material-query";
import type { Actor } from "~/platform/actor";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { makeActor, makeMaterial, makeMaterialVersion, makeUnit, makeUser } from "../factories";

let unit: { id: string };
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit, permission: "materials.view" });
  const make = async (title: string, more: object = {}) => {
    const material = await makeMaterial({ unit, title });
    await db.material.update({ where: { id: material.id }, data: more });
    return material;
  };
  const old = await make("Đề cương tuyên truyền miệng tháng 10", {
    ...{ kind: "outline", number: "12-ĐC/BTGDV", issuer: "Ban Tuyên giáo và Dân vận Tỉnh ủy" },
    ...{ validUntil: dayToColumn(addDays(today(), -1)), issuedOn: dayToColumn("2026-10-01") },
  });
  const now = await make("Đề cương tuyên truyền miệng tháng 11", { kind: "outline", circulation: "public" });
  await db.material.update({ where: { id: old.id }, data: { supersededById: now.id } });
  const asked = await make("Bản tin nội bộ", { kind: "bulletin", state: "in_review" });
  const out = await makeMaterial({ unit, title: "Hỏi đáp về Luật Đất đai", published: true });
  await makeMaterialVersion({ material: out });
  for (const { id } of [asked, out]) {
    const note = { materialId: id, byId: "x", byName: "x", verdict: "asked" };
    await db.materialReviewNote.create({ data: note });
  }
  await make("Bỏ đi", { trashedAt: new Date() });
  await makeMaterial({ title: "Đề cương tuyên truyền miệng của đơn vị khác" });
});

const titles = async (search: string) => {
  const query = readMaterialQuery(new URL(`http://list/?${search}`));
  const { materials, count } = await listMaterials(officer, query);
  const all: string[] = [];
  for await (const { title } of listAllMaterials(officer, query)) all.push(title);
  expect(all).toEqual(materials.map(({ title }) => title));
  expect(count).toEqual({ total: all.length, more: false });
  return all;
};

test("shows what the units in reach keep, the newest first, without the trash", async () => {
  expect(await titles("")).toEqual([
    ...["Hỏi đáp về Luật Đất đai", "Bản tin nội bộ"],
    ...["Đề cương tuyên truyền miệng tháng 11", "Đề cương tuyên truyền miệng tháng 10"],
  ]);
});

test("finds by title, number and issuer, in any order and without tone marks", async () => {
  expect(await titles("q=mieng+tuyen+10")).toEqual(["Đề cương tuyên truyền miệng tháng 10"]);
  expect(await titles("q=12-dc")).toEqual(["Đề cương tuyên truyền miệng tháng 10"]);
  expect(await titles("q=dan+van+tinh+uy")).toEqual(["Đề cương tuyên truyền miệng tháng 10"]);
  expect(await titles("q=100%25")).toEqual([]);
});

test("filters agree with what each row says of itself", async () => {
  expect(await titles("kind=bulletin")).toEqual(["Bản tin nội bộ"]);
  expect(await titles("state=in_review")).toEqual(["Hỏi đáp về Luật Đất đai", "Bản tin nội bộ"]);
  expect(await titles("state=published")).toEqual(["Hỏi đáp về Luật Đất đai"]);
  expect(await titles("circulation=public")).toEqual(["Đề cương tuyên truyền miệng tháng 11"]);
  expect(await titles("validity=expired")).toEqual(["Đề cương tuyên truyền miệng tháng 10"]);
  expect(await titles("validity=superseded")).toEqual(["Đề cương tuyên truyền miệng tháng 10"]);
  expect(await titles("validity=valid")).toHaveLength(3);
  const [row] = (await listMaterials(officer, readMaterialQuery(new URL("http://list/?q=dat+dai"))))
    .materials;
  expect(row).toMatchObject({ state: "published", isWaiting: true, isExpired: false, isSuperseded: false });
});

test("pickers offer what one keeps, the search of everything what one may read besides", async () => {
  expect((await listMaterialChoices(officer, "de cuong")).map(({ name }) => name)).toEqual([
    ...["Đề cương tuyên truyền miệng tháng 11", "Đề cương tuyên truyền miệng tháng 10"],
  ]);
  const elsewhere = await makeMaterial({ title: "Toàn dân đọc", circulation: "public", published: true });
  expect(await searchMaterials(officer, "toan dan doc")).toMatchObject([{ to: `/library/${elsewhere.id}` }]);
  expect(await searchMaterials(officer, "ban tin noi")).toMatchObject([
    { to: expect.stringContaining("/materials/") },
  ]);
  const nobody = { ...officer, userId: (await makeUser()).id, grants: [], reach: [] };
  expect(await searchMaterials(nobody, "ban tin")).toEqual([]);
});
