/** Collections: made, filled, ordered, emptied; of a conference also what came from it. */
import { beforeAll, expect, test } from "vitest";
import { collectionSchema } from "~/materials/collections/collection";
import { listCollectionChoices, listCollections } from "~/materials/collections/collection-list.server";
import {
  addCollection,
  findCollection,
  removeCollection,
  updateCollection,
} from "~/materials/collections/collections.server";
import {
  listMembers,
  moveInCollection,
  putIntoCollection,
  takeOutOfCollection,
} from "~/materials/collections/members.server";
import { words } from "~/materials/collections/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeMaterial, makeUnit } from "../factories";

let unit: { id: string };
let officer: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await makeUnit();
  unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit, permission: "materials.edit" });
  elsewhere = await makeActor({ role: "commune_officer", permission: "materials.edit" });
});

const facts = (more: object = {}) =>
  collectionSchema.parse({
    ...{ kind: "conference", title: "Hội nghị báo cáo viên tháng 11/2026", heldOn: "2026-11-18" },
    ...{ topicId: "", note: "", unitId: unit.id },
    ...more,
  });
const titlesIn = async (id: string) => (await listMembers(officer, id)).map(({ title }) => title);

test("a conference has a day", () => {
  expect(() => facts({ heldOn: "" })).toThrow(/heldOn/);
  expect(facts({ kind: "other", heldOn: "" }).heldOn).toBeNull();
});

test("what was handed out stands in its order, also what names the conference itself", async () => {
  const id = await addCollection(officer, facts());
  const [one, two, three] = await Promise.all(
    ["Một", "Hai", "Ba"].map((title) => makeMaterial({ unit, title })),
  );
  if (!one || !two || !three) throw new Error("unreachable");
  await db.material.update({ where: { id: one.id }, data: { conferenceId: id } });
  expect(await putIntoCollection(officer, id, two.id)).toBe(true);
  expect(await putIntoCollection(officer, id, three.id)).toBe(true);
  expect(await titlesIn(id)).toEqual(["Một", "Hai", "Ba"]);
  await expect(putIntoCollection(officer, id, one.id)).rejects.toThrow(words.vi.errors.alreadyIn);
  const foreign = await makeMaterial();
  await expect(putIntoCollection(officer, id, foreign.id)).rejects.toThrow(words.vi.errors.materialUnknown);
  expect(await moveInCollection(officer, id, three.id, -1)).toBe(true);
  expect(await titlesIn(id)).toEqual(["Một", "Ba", "Hai"]);
  expect(await moveInCollection(officer, id, one.id, -1)).toBe(true);
  await expect(removeCollection(officer, id)).rejects.toThrow(words.vi.errors.notEmpty(3));
  for (const { id: materialId } of [one, two, three])
    expect(await takeOutOfCollection(officer, id, materialId)).toBe(true);
  expect(await takeOutOfCollection(officer, id, one.id)).toBe(false);
  expect(await removeCollection(officer, id)).toBe(true);
  const trail = await db.auditLine.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action.split(".")[1])).toEqual([
    ...["added", "put_in", "put_in", "moved", "taken_out", "taken_out", "taken_out", "removed"],
  ]);
});

test("is listed, chosen and changed within reach alone", async () => {
  const title = "Chuyên đề biển đảo quê hương";
  const id = await addCollection(officer, facts({ kind: "topic", title, heldOn: "" }));
  const query = { q: "bien dao", kind: null, year: null, page: 1 };
  expect((await listCollections(officer, query)).collections.map((one) => one.id)).toEqual([id]);
  expect(await listCollections(elsewhere, query)).toEqual({ collections: [], total: 0 });
  expect(await listCollectionChoices(officer, "dao bien", null)).toEqual([
    { id, name: title, path: undefined },
  ]);
  expect(await listCollectionChoices(officer, "dao bien", "conference")).toEqual([]);
  expect(await updateCollection(elsewhere, id, facts({ revision: 1 }))).toBe(false);
  const changed = facts({ kind: "other", title: "Biển đảo", heldOn: "", revision: 1 });
  expect(await updateCollection(officer, id, changed)).toBe(true);
  await expect(updateCollection(officer, id, changed)).rejects.toThrow(words.vi.errors.changedMeanwhile);
  expect(await findCollection(officer, id)).toMatchObject({ title: "Biển đảo", kind: "other", revision: 2 });
  expect(await findCollection(elsewhere, id)).toBeNull();
});
