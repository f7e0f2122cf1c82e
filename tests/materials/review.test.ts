/** From draft to published and back: who asks, who decides, who is told; withdrawn, superseded, thrown away, restored. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findMaterial } from "~/materials/index.server";
import { listMaterials } from "~/materials/list/material-list.server";
import { readMaterialQuery } from "~/materials/list/material-query";
import {
  approve,
  askReview,
  listNotes,
  returnDraft,
  takeBackRequest,
} from "~/materials/review/review.server";
import { words } from "~/materials/review/words";
import { listTrash, removeForGood, restore, throwAway } from "~/materials/trash/trash.server";
import { words as trashWords } from "~/materials/trash/words";
import { supersede, withdraw } from "~/materials/withdrawals.server";
import { words as materialWords } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeMaterial, makeMaterialFile, makeMaterialVersion, makeUnit } from "../factories";

let commune: { id: string };
let officer: Actor;
let leader: Actor;
let chief: Actor;

beforeAll(async () => {
  const province = await makeUnit();
  commune = await makeUnit({ parent: province });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "materials.edit" });
  leader = await makeActor({ role: "commune_leader", unit: commune, permission: "materials.publish" });
  chief = await makeActor({ role: "department_officer", unit: province, permission: "materials.edit" });
});

let id: string;
let versionId: string;
beforeEach(async () => {
  ({ id, versionId } = await makeMaterial({ unit: commune, title: "Đề cương" }));
});

const noticesOf = (actor: Actor) => db.notice.findMany({ where: { userId: actor.userId, subjectId: id } });
const waiting = async () => {
  const { materials } = await listMaterials(leader, readMaterialQuery(new URL("http://x/?state=in_review")));
  return materials.some((one) => one.id === id);
};

describe("review", () => {
  test("needs a title and an accepted file, each said in words", async () => {
    await expect(askReview(officer, id, null)).rejects.toThrow(words.vi.errors.noFile);
    const file = await makeMaterialFile({ versionId, state: "checking" });
    await expect(askReview(officer, id, null)).rejects.toThrow(words.vi.errors.checking);
    await db.materialFile.update({ where: { id: file.id }, data: { state: "accepted" } });
    await db.material.update({ where: { id }, data: { title: materialWords.vi.untitled } });
    await expect(askReview(officer, id, null)).rejects.toThrow(materialWords.vi.errors.untitled);
  });

  test("goes to those nearest who decide, comes back with a note, and is approved", async () => {
    await makeMaterialFile({ versionId });
    expect(await askReview(officer, id, "Nhờ anh xem sớm")).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ state: "in_review", stage: "in_review" });
    expect(await waiting()).toBe(true);
    expect([(await noticesOf(leader)).length, (await noticesOf(chief)).length]).toEqual([1, 0]);
    await expect(askReview(officer, id, null)).rejects.toThrow(words.vi.errors.stage.in_review);

    expect(await returnDraft(leader, id, "Thiếu số liệu quý III")).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ state: "draft", stage: "returned" });
    expect(await noticesOf(leader)).toEqual([]);
    expect(await noticesOf(officer)).toMatchObject([{ kind: "materials.reviewed", readAt: null }]);

    await askReview(officer, id, null);
    expect(await takeBackRequest(officer, id)).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ state: "draft", stage: "draft" });
    await askReview(officer, id, null);
    expect(await approve(leader, id, null)).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ state: "approved", stage: "approved" });
    expect(await waiting()).toBe(false);
    await expect(approve(leader, id, null)).rejects.toThrow(words.vi.errors.stage.approved);
    expect((await listNotes(id)).map(({ verdict }) => verdict)).toEqual([
      ...["approved", "asked", "taken_back", "asked", "returned", "asked"],
    ]);
  });

  test("of a further version leaves what is out as it is", async () => {
    await makeMaterialFile({ versionId });
    await askReview(officer, id, null);
    await approve(leader, id, null);
    await db.materialVersion.update({ where: { id: versionId }, data: { publishedAt: new Date() } });
    await db.material.update({ where: { id }, data: { state: "published", currentId: versionId } });
    expect(await findMaterial(officer, id)).toMatchObject({ stage: "none" });
    const next = await makeMaterialVersion({ material: { id } });
    await makeMaterialFile({ versionId: next.id });
    expect(await findMaterial(officer, id)).toMatchObject({ stage: "draft" });
    await askReview(officer, id, null);
    expect(await findMaterial(officer, id)).toMatchObject({ state: "published", stage: "in_review" });
    expect(await waiting()).toBe(true);
  });

  test("is out of reach elsewhere", async () => {
    const stranger = await makeActor({ role: "commune_leader", permission: "materials.publish" });
    expect(await approve(stranger, id, null)).toBe(false);
  });
});

describe("what is to be used no more", () => {
  test("is withdrawn with a reason, which its readers are told", async () => {
    await expect(withdraw(leader, id, "Sai số liệu")).rejects.toThrow(materialWords.vi.errors.notPublished);
    const out = await makeMaterial({ unit: commune, published: true });
    const receipt = { versionId: out.versionId, userId: officer.userId, openedAt: new Date() };
    await db.materialReceipt.create({ data: receipt });
    expect(await withdraw(leader, out.id, "Sai số liệu")).toBe(true);
    expect(await findMaterial(leader, out.id)).toMatchObject({
      ...{ state: "withdrawn", withdrawnReason: "Sai số liệu" },
    });
    const told = await db.notice.findMany({ where: { subjectId: out.id } });
    expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([[officer.userId, "materials.withdrawn"]]);
  });

  test("names what supersedes it, never itself, not even in a circle", async () => {
    const other = await makeMaterial({ unit: commune, title: "Đề cương mới" });
    expect(await supersede(officer, id, other.id)).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ supersededBy: { title: "Đề cương mới" } });
    expect(await findMaterial(officer, other.id)).toMatchObject({ supersedes: [{ id }] });
    await expect(supersede(officer, id, id)).rejects.toThrow(materialWords.vi.errors.circle);
    await expect(supersede(officer, other.id, id)).rejects.toThrow(materialWords.vi.errors.circle);
    expect(await supersede(officer, id, null)).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ supersededBy: null });
  });
});

describe("the trash", () => {
  test("keeps for thirty days and gives back", async () => {
    expect(await throwAway(officer, id)).toBe(true);
    expect(await throwAway(officer, id)).toBe(false);
    expect((await listTrash(officer)).some((one) => one.id === id)).toBe(true);
    expect(await restore(officer, id)).toBe(true);
    expect(await findMaterial(officer, id)).toMatchObject({ trashedAt: null });
    const out = await makeMaterial({ unit: commune, published: true });
    await expect(throwAway(officer, out.id)).rejects.toThrow(trashWords.vi.errors.isOut);
    expect(await throwAway(chief, out.id)).toBe(true);
  });

  test("lets go for good what lay there long enough, with its files", async () => {
    const file = await makeMaterialFile({ versionId, pages: ["một"] });
    await throwAway(officer, id);
    await removeForGood(id);
    expect(await db.material.count({ where: { id } })).toBe(1);
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await db.material.update({ where: { id }, data: { trashedAt: longAgo } });
    await removeForGood(id);
    expect(await db.material.count({ where: { id } })).toBe(0);
    expect(await db.storedFile.count({ where: { id: file.fileId ?? "" } })).toBe(0);
    const [line] = await db.auditLine.findMany({
      where: { subjectId: id },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(line?.action).toBe("material.removed");
  });
});
