/** Versions under one entry: begun while readers keep what is out, with or without its files; files parted and taken out. */
import { beforeAll, expect, test } from "vitest";
import { findMaterial } from "~/materials/index.server";
import { takeOutFile } from "~/materials/versions/files.server";
import { splitMaterial, titleFrom } from "~/materials/versions/splitting.server";
import {
  addVersion,
  describeVersion,
  giveUpVersion,
  listVersions,
} from "~/materials/versions/versions.server";
import { words } from "~/materials/versions/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeMaterial, makeMaterialFile, makeUnit } from "../factories";

let unit: { id: string };
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit, permission: "materials.edit" });
});

const change = { change: "Cập nhật số liệu", asksAgain: "no" as const };

test("a further version begins beside what is out, and shares the files it keeps", async () => {
  const { id, versionId } = await makeMaterial({ unit, published: true });
  const file = await makeMaterialFile({ versionId, pages: ["một", "hai"] });
  expect(await addVersion(officer, id, { ...change, keepFiles: true })).toBe(2);
  await expect(addVersion(officer, id, { ...change, keepFiles: false })).rejects.toThrow(
    words.vi.errors.draftThere,
  );
  expect(await findMaterial(officer, id)).toMatchObject({ current: { number: 1 }, draft: { number: 2 } });
  const [second, first] = await listVersions(officer, id);
  expect(second).toMatchObject({
    number: 2,
    change: "Cập nhật số liệu",
    asksAgain: false,
    publishedAt: null,
  });
  const copy = second?.files[0];
  expect([copy?.name, first?.files[0]?.id]).toEqual([file.name, file.id]);
  expect(await db.materialPage.count({ where: { fileId: copy?.id ?? "" } })).toBe(2);

  expect(await describeVersion(officer, id, { change: "Sửa chính tả", asksAgain: "yes" })).toBe(true);
  expect((await listVersions(officer, id))[0]).toMatchObject({ change: "Sửa chính tả", asksAgain: true });
  expect(await takeOutFile(officer, copy?.id ?? "")).toBe(true);
  expect(await db.storedFile.count({ where: { id: file.fileId ?? "" } })).toBe(1);
  await expect(takeOutFile(officer, file.id)).rejects.toThrow(/đã phát hành/);
  expect(await giveUpVersion(officer, id)).toBe(true);
  expect(await giveUpVersion(officer, id)).toBe(false);
  expect(await listVersions(officer, id)).toHaveLength(1);
});

test("files that came together become entries of their own", async () => {
  const { id, versionId } = await makeMaterial({ unit, title: "Chưa rõ", circulation: "public" });
  await makeMaterialFile({ versionId, name: "a.pdf" });
  await expect(splitMaterial(officer, id)).rejects.toThrow(words.vi.errors.nothingToSplit);
  const other = await makeMaterialFile({ versionId, name: "ke_hoach_229.docx" });
  expect(await splitMaterial(officer, id)).toBe(2);
  const moved = await db.materialFile.findUniqueOrThrow({
    where: { id: other.id },
    include: { version: { include: { material: true } } },
  });
  expect(moved.version.material).toMatchObject({
    title: "ke hoach 229",
    circulation: "public",
    state: "draft",
  });
  expect(await db.materialFile.count({ where: { versionId } })).toBe(1);
});

test("a title is read off a file's name", () => {
  expect(titleFrom("Đề_cương  tháng 11.docx")).toBe("Đề cương tháng 11");
  expect(titleFrom(".pdf")).toBe(".pdf");
});

test("a twin in another entry is named", async () => {
  const content = Buffer.from(`%PDF-1.4 ${crypto.randomUUID()}`);
  const [one, two] = [await makeMaterial({ unit, title: "Bản gốc" }), await makeMaterial({ unit })];
  await makeMaterialFile({ versionId: one.versionId, content });
  await makeMaterialFile({ versionId: two.versionId, content });
  expect((await listVersions(officer, two.id))[0]?.files[0]?.twin).toEqual({ id: one.id, title: "Bản gốc" });
});
