/** The tree by branches, and the search in it. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { changeUnit, listChildren, listRoots, listUnitsForMatching, searchUnits } from "~/units/index.server";
import { listWayDown, readBranch, readOpenTree } from "~/units/unit-tree.server";
import { makeActor, makeUnit } from "../factories";

let hanoi: { id: string };
let ngocHa: { id: string };
let everyone: Actor;

beforeAll(async () => {
  const centre = await makeUnit({ name: "Trung ương", level: "central" });
  hanoi = await makeUnit({ name: "Thành phố Hà Nội", level: "province", code: "01", parent: centre });
  const hue = await makeUnit({ name: "Thành phố Huế", level: "province", parent: centre });
  ngocHa = await makeUnit({ name: "Phường Ngọc Hà", code: "00008", parent: hanoi });
  await makeUnit({ name: "Phường Cống Vị", parent: hanoi, closedOn: "2025-06-30" });
  await makeUnit({ name: "Xã Hạ Ngọc", parent: hue });
  await makeUnit({ name: "Phường Ngọc Hạ", parent: hue });
  const kinhBac = await makeUnit({ name: "Xã Kinh Bắc", shortName: "ĐU KB", parent: hanoi });
  everyone = await makeActor({ unit: centre, role: "system_administrator", permission: "units.edit" });
  await changeUnit(everyone, kinhBac.id, {
    name: "Phường Kinh Bắc",
    shortName: "ĐU KB",
    kind: "commune_committee",
    level: "commune",
    code: null,
    from: "2026-09-20",
    reason: null,
    revision: 1,
  });
});

const namesOf = (units: { name: string }[]) => units.map(({ name }) => name);
const search = async (text: string, options = {}) => namesOf(await searchUnits(everyone, text, options));

test("the tree begins at the actor's own units and opens branch by branch, closed units on request", async () => {
  const officer = await makeActor({ unit: hanoi, permission: "units.view" });
  expect(await listRoots(officer)).toMatchObject([{ name: "Thành phố Hà Nội", children: 2 }]);
  expect(namesOf(await listChildren(officer, hanoi.id))).toEqual(["Phường Kinh Bắc", "Phường Ngọc Hà"]);
  expect(await listRoots(officer, { closed: true })).toMatchObject([{ children: 3 }]);
  expect(await listChildren(officer, hanoi.id, { closed: true })).toMatchObject([
    { name: "Phường Cống Vị", closedOn: "2025-06-30" },
    { name: "Phường Kinh Bắc" },
    { name: "Phường Ngọc Hà" },
  ]);
});

test("a page brings a part of a long branch, the one in which the unit stands; the rest on request", async () => {
  const province = await makeUnit({ name: "Tỉnh Dài", level: "province" });
  const communes = [];
  for (let number = 10; number < 80; number++) {
    communes.push(await makeUnit({ name: `Xã ${number}`, parent: province }));
  }
  const actor = await makeActor({ unit: province, permission: "units.view" });
  const first = await readOpenTree(actor, "vi");
  expect(first[""]).toMatchObject({ nodes: [{ label: "Tỉnh Dài", hasChildren: true }], from: 0, total: 1 });
  expect(first[province.id]).toMatchObject({ from: 0, total: 70, nodes: { length: 50 } });
  const last = await readOpenTree(actor, "vi", { to: communes[69]?.id });
  expect(last[province.id]).toMatchObject({ from: 20, total: 70, nodes: { length: 50 } });
  const further = await readBranch(actor, "vi", province.id, { from: 50 });
  expect(further).toMatchObject({ from: 50, total: 70 });
  expect(further.nodes.map(({ label }) => label)).toEqual(communes.slice(50).map(({ name }) => name));
});

test("nothing of the tree shows outside one's units", async () => {
  const commune = await makeActor({ unit: ngocHa, role: "commune_officer", permission: "units.view" });
  expect(namesOf(await listRoots(commune))).toEqual(["Phường Ngọc Hà"]);
  expect(await listChildren(commune, hanoi.id)).toMatchObject([{ id: ngocHa.id }]);
  expect(namesOf(await searchUnits(commune, "phuong"))).toEqual(["Phường Ngọc Hà"]);
  expect(namesOf(await listUnitsForMatching(commune))).toEqual(["Phường Ngọc Hà"]);
  expect(await listWayDown(commune, ngocHa.id)).toEqual([ngocHa.id]);
});

test("finds without tone marks, in any word order; the same words in the same order and exact tone marks come first", async () => {
  expect(await search("ngoc ha")).toEqual(["Phường Ngọc Hà", "Phường Ngọc Hạ", "Xã Hạ Ngọc"]);
  expect(await search("ngọc hạ")).toEqual(["Phường Ngọc Hạ", "Xã Hạ Ngọc", "Phường Ngọc Hà"]);
  expect(await search("HÀ NGỌC")).toEqual(["Phường Ngọc Hà", "Xã Hạ Ngọc", "Phường Ngọc Hạ"]);
});

test("a hit carries its path and, when found by a former name, that name", async () => {
  expect(await searchUnits(everyone, "xa kinh bac")).toMatchObject([
    {
      name: "Phường Kinh Bắc",
      path: "Trung ương › Thành phố Hà Nội",
      formerName: "Xã Kinh Bắc",
    },
  ]);
  expect(await searchUnits(everyone, "kinh bac")).toMatchObject([{ formerName: null }]);
});

test("finds by code and by short name, and takes signs of patterns as they are", async () => {
  expect(await search("00008")).toEqual(["Phường Ngọc Hà"]);
  expect(await search("du kb")).toEqual(["Phường Kinh Bắc"]);
  expect(await search("100%_")).toEqual([]);
});

test("leaves closed units out, or looks only under one unit, when asked", async () => {
  expect(await search("cong vi")).toEqual(["Phường Cống Vị"]);
  expect(await search("cong vi", { closed: false })).toEqual([]);
  expect(await search("ngoc", { under: hanoi.id })).toEqual(["Phường Ngọc Hà"]);
});

test("units for matching carry their former names", async () => {
  const units = await listUnitsForMatching(everyone);
  expect(units.find(({ name }) => name === "Phường Kinh Bắc")).toMatchObject({
    shortName: "ĐU KB",
    parentId: hanoi.id,
    formerNames: ["Xã Kinh Bắc"],
  });
});
