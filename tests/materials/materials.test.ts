/** Materials: put in with a first draft, changed by one at a time, closed while somebody decides. */
import { beforeAll, describe, expect, test } from "vitest";
import { findMaterial } from "~/materials/index.server";
import { type MaterialInput, materialSchema } from "~/materials/material";
import { addMaterial, updateMaterial } from "~/materials/materials.server";
import { openDraft } from "~/materials/versions/drafts.server";
import { words } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeMaterial, makeUnit } from "../factories";

let commune: { id: string };
let officer: Actor;
let leader: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  officer = await makeActor({ role: "commune_officer", unit: commune, permission: "materials.edit" });
  leader = await makeActor({ role: "commune_leader", unit: commune, permission: "materials.view" });
  elsewhere = await makeActor({ role: "commune_officer", permission: "materials.edit" });
});

const facts = (more: Partial<MaterialInput> = {}) =>
  materialSchema.parse({
    ...{ title: "  Đề cương  tháng 11 ", number: "12-ĐC/BTGDV", issuer: "", issuedOn: "2026-11-02" },
    ...{ kind: "outline", language: "vi", circulation: "internal", summary: "" },
    ...{ topicIds: [], audienceGroups: ["youth"], validFrom: "", validUntil: "", conferenceId: "" },
    unitId: commune.id,
    ...more,
  });

describe("what a material is", () => {
  test("its last day is not before its first", () => {
    const parsed = () => facts({ validFrom: "2026-11-02", validUntil: "2026-11-01" });
    expect(parsed).toThrow(/validUntil/);
    expect(facts({ validFrom: "2026-11-02", validUntil: "2026-11-02" }).validUntil).toBe("2026-11-02");
  });
});

describe("putting in and changing", () => {
  test("an entry begins with a draft of its first version, and the trail tells it", async () => {
    const topic = await db.topic.create({ data: { name: `Chủ đề ${crypto.randomUUID()}`, position: 900 } });
    const { id, versionId } = await addMaterial(officer, facts({ topicIds: [topic.id] }));
    expect(await findMaterial(leader, id)).toMatchObject({
      ...{ title: "Đề cương tháng 11", number: "12-ĐC/BTGDV", issuer: null, issuedOn: "2026-11-02" },
      ...{ kind: "outline", audienceGroups: ["youth"], unitName: "Đảng ủy phường Cửa Lam" },
      ...{ topics: [{ id: topic.id }], state: "draft", stage: "draft", current: null, revision: 1 },
      draft: { id: versionId, number: 1 },
    });
    expect(await findMaterial(elsewhere, id)).toBeNull();
    const [line] = await db.auditLine.findMany({ where: { subjectId: id } });
    expect(line).toMatchObject({ action: "material.added", unitId: commune.id, actorName: officer.name });
  });

  test("who comes second is told, and nothing is lost under them", async () => {
    const { id } = await addMaterial(officer, facts());
    expect(await updateMaterial(elsewhere, id, facts({ revision: 1 }))).toBe(false);
    expect(await updateMaterial(officer, id, facts({ revision: 1, title: "Đề cương mới" }))).toBe(true);
    await expect(updateMaterial(officer, id, facts({ revision: 1 }))).rejects.toThrow(
      words.vi.errors.changedMeanwhile,
    );
    expect(await findMaterial(officer, id)).toMatchObject({ title: "Đề cương mới", revision: 2 });
  });

  test("units, topics and conferences are those one may name", async () => {
    const other = await makeUnit();
    await expect(addMaterial(officer, facts({ unitId: other.id }))).rejects.toThrow(
      words.vi.errors.unitUnknown,
    );
    await expect(addMaterial(officer, facts({ topicIds: [other.id] }))).rejects.toThrow(
      words.vi.errors.topicUnknown,
    );
    await expect(addMaterial(officer, facts({ conferenceId: other.id }))).rejects.toThrow(
      words.vi.errors.conferenceUnknown,
    );
  });
});

describe("a draft is open", () => {
  test("to who keeps it, not to others, and not once it went out or lies in the trash", async () => {
    const { versionId, id } = await makeMaterial({ unit: commune, title: "Bản tin" });
    expect(await openDraft(officer, versionId)).toEqual({
      ...{ versionId, materialId: id, unitId: commune.id, title: "Bản tin" },
    });
    expect(await openDraft(elsewhere, versionId)).toBeNull();
    await db.material.update({ where: { id }, data: { trashedAt: new Date() } });
    await expect(openDraft(officer, versionId)).rejects.toThrow(words.vi.errors.trashed);
    const out = await makeMaterial({ unit: commune, published: true });
    await expect(openDraft(officer, out.versionId)).rejects.toThrow(words.vi.errors.versionIsOut);
  });

  test("not to its writer while a leader decides", async () => {
    const { versionId, id } = await makeMaterial({ unit: commune });
    const note = { materialId: id, byId: officer.userId, byName: officer.name };
    await db.materialReviewNote.create({ data: { ...note, verdict: "asked" } });
    await expect(openDraft(officer, versionId)).rejects.toThrow(words.vi.errors.underReview);
    expect(await openDraft(leader, versionId)).not.toBeNull();
    await db.materialReviewNote.create({ data: { ...note, verdict: "returned" } });
    expect(await openDraft(officer, versionId)).not.toBeNull();
  });
});
