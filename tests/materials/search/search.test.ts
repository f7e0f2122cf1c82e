/** What the search in materials finds, in which order, and what it shows of it. */
import { beforeEach, expect, test } from "vitest";
import { searchMaterials } from "~/materials/search/search.server";
import { queryOf } from "~/materials/search/search-query";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeUnit } from "../../factories";
import { addPages, makeSaid } from "./said";

let reader: Actor;

beforeEach(async () => {
  await db.material.deleteMany();
  reader = await makeActor({ role: "speaker", unit: await makeUnit() });
});

async function found(q: string, actor: Actor = reader, others = {}): Promise<string[]> {
  const { documents } = await searchMaterials(actor, queryOf(q, others));
  return documents.map(({ title }) => title.map(({ text }) => text).join(""));
}

test("finds words in any order, without tone marks, by the beginning of the last one", async () => {
  await makeSaid({ title: "Kế hoạch", pages: ["Về công tác tuyên truyền miệng", "Trang khác"] });
  await makeSaid({ title: "Khác", pages: ["Tuyên dương, truyền thống"] });

  for (const q of ["tuyen truyen mieng", "miệng tuyên truyền", "TUYÊN TRUYỀN MIỆNG", "tuyen truyen mie"]) {
    expect(await found(q)).toEqual(["Kế hoạch"]);
  }
  expect(await found("tuyen truyen mie ")).toEqual([]);
  expect(await found("tuyen")).toEqual(["Khác", "Kế hoạch"]);
  expect(await found("ke hoach mieng")).toEqual(["Kế hoạch"]);
  expect(await found("")).toEqual([]);
});

test("finds phrases whole, and leaves out minus-words", async () => {
  await makeSaid({ title: "A", pages: ["tại quận Ba Đình, Hà Nội"] });
  await makeSaid({ title: "B", pages: ["quận ba ... ba đình quận", "Đình Ba Quận"] });
  await makeSaid({ title: "C", pages: ["quận", "ba", "đình"] });

  expect(await found('"quan ba dinh"')).toEqual(["A"]);
  expect(await found('"ba dinh"')).toEqual(["B", "A"]);
  expect((await found("quan ba dinh")).sort()).toEqual(["A", "B", "C"]);
  // Where the words follow one another comes before where they are scattered.
  expect((await found("quan ba dinh"))[2]).toBe("C");
  expect(await found("quan -ha")).toEqual(["C", "B"]);
  expect(await found('dinh -"ba dinh"')).toEqual(["C"]);
  expect(await found('dinh -"quan ba dinh"')).toEqual(["C", "B"]);
});

test("with tone marks typed, what has them so comes first; titles before texts; whole words before beginnings", async () => {
  await makeSaid({ title: "Toned", pages: ["giữ bí mật nhà nước"] });
  await makeSaid({ title: "Other", pages: ["bị mất giấy tờ; bí thư, mật ong"] });
  expect(await found("bí mật")).toEqual(["Toned", "Other"]);
  expect(await found("bi mat")).toEqual(["Other", "Toned"]);

  await makeSaid({ title: "Hỏi đáp về bí mật", pages: ["x"] });
  await makeSaid({ title: "Newest", pages: ["lời bí mật"] });
  expect(await found("bí mật")).toEqual(["Hỏi đáp về bí mật", "Newest", "Toned", "Other"]);

  await makeSaid({ title: "Whole", pages: ["một ca"] });
  await makeSaid({ title: "Begun", pages: ["cán bộ"] });
  expect(await found("ca")).toEqual(["Whole", "Begun"]);
});

test("finds document numbers in any spelling, in the field and in the text", async () => {
  await makeSaid({ title: "Field", number: "241-KH/TU", pages: [] });
  await makeSaid({ title: "Text", pages: ["Căn cứ Kế hoạch số 241 - KH/TU ngày 15/8/2023"] });
  await makeSaid({ title: "Other", number: "229-KH/QU", pages: ["24 KH, TU 1"] });

  for (const q of ["241-KH/TU", "241 - kh/tu", "241 -KH/TU", "241KH/TU", '"241 kh tu"', "241 kh tu"]) {
    expect(await found(q)).toEqual(["Field", "Text"]);
  }
  expect(await found("241khtu")).toEqual(["Field"]);
  expect(await found("229-KH/QU")).toEqual(["Other"]);
  const { documents } = await searchMaterials(reader, queryOf("241-KH/TU"));
  expect(documents[0]?.number).toEqual([{ text: "241-KH/TU", isHit: true }]);
});

test("shows the best pages, and how many there are", async () => {
  const said = await makeSaid({
    title: "Kế hoạch 229",
    pages: [
      "mở đầu tuyên truyền",
      "Công tác tuyên truyền miệng",
      "miệng tuyên truyền",
      "Tuyên truyền miệng",
      "hết",
    ],
  });
  const { documents, count } = await searchMaterials(reader, queryOf("tuyen truyen mieng"));
  expect(count).toEqual({ total: 1, more: false });
  expect(documents).toMatchObject([{ id: said.id, hitPages: 3, isCurrent: true, version: 1 }]);
  expect(documents[0]?.pages.map(({ page }) => page)).toEqual([2, 4, 3]);
  expect(documents[0]?.pages[0]).toEqual({
    fileId: said.fileId,
    fileName: "de-cuong.pdf",
    page: 2,
    pieces: [{ text: "Công tác " }, { text: "tuyên truyền miệng", isHit: true }],
  });
});

test("readers find what is out, keepers also drafts and what stood there before", async () => {
  const unit = await makeUnit();
  const keeper = await makeActor({ role: "commune_officer", unit });
  const said = await makeSaid({ title: "Đề cương", unit, pages: ["bản đầu cũ"] });
  const second = await db.materialVersion.create({
    data: {
      ...{ materialId: said.id, number: 2, createdBy: "x" },
      files: {
        create: {
          name: "hai.pdf",
          format: "pdf",
          state: "accepted",
          declaredBy: "x",
          declaredAt: new Date(),
        },
      },
    },
    include: { files: true },
  });
  await addPages(second.files[0]?.id ?? "", ["bản sau mới"]);
  const versions = async (q: string, actor: Actor) =>
    (await searchMaterials(actor, queryOf(q))).documents.map(({ version, isCurrent }) => [
      version,
      isCurrent,
    ]);

  expect(await versions("ban sau", reader)).toEqual([]);
  expect(await versions("ban sau", keeper)).toEqual([[2, false]]);
  expect(await versions("ban ", keeper)).toEqual([[1, true]]);

  await db.material.update({ where: { id: said.id }, data: { currentId: second.id } });
  expect(await versions("ban sau", reader)).toEqual([[2, true]]);
  expect(await versions("cu ", reader)).toEqual([]);
  expect(await versions("cu ", keeper)).toEqual([[1, false]]);

  await db.materialFile.updateMany({ where: { versionId: second.id }, data: { state: "purged" } });
  expect(await versions("ban sau", keeper)).toEqual([]);
  await db.material.update({ where: { id: said.id }, data: { title: "Bản sau cùng" } });
  expect(await versions("ban sau", reader)).toEqual([[2, true]]);
  await db.material.update({ where: { id: said.id }, data: { trashedAt: new Date() } });
  expect(await versions("ban sau", keeper)).toEqual([]);
});

test("asks for kind, topic, year and conference; pages follow one another", async () => {
  const topic = await db.topic.create({ data: { name: "Biển đảo" } });
  const conference = await db.materialCollection.create({
    data: { unitId: (await makeUnit()).id, kind: "conference", title: "Hội nghị tháng 11" },
  });
  for (let place = 0; place < 12; place++)
    await makeSaid({ title: `Tài liệu ${place}`, pages: ["biển đảo"] });
  const asked = await makeSaid({ title: "Bản tin", pages: ["biển đảo"] });
  await db.material.update({
    where: { id: asked.id },
    data: {
      ...{ kind: "bulletin", issuedOn: new Date("2024-05-01"), conferenceId: conference.id },
      topics: { create: { topicId: topic.id } },
    },
  });
  for (const filter of [
    { kind: "bulletin" },
    { topic: topic.id },
    { year: 2024 },
    { conference: conference.id },
  ]) {
    expect(await found("bien dao", reader, filter)).toEqual(["Bản tin"]);
  }
  expect(await found("bien dao", reader, { year: 2023 })).toEqual([]);
  const pages = [await found("bien dao"), await found("bien dao", reader, { page: 2 })];
  expect(pages.map(({ length }) => length)).toEqual([10, 3]);
  expect(new Set(pages.flat()).size).toBe(13);
  expect((await searchMaterials(reader, queryOf("bien dao", { page: 9 }))).count.total).toBe(13);
});

test("a document too long for the pairs of its words is searched all the same", async () => {
  const said = await makeSaid({ title: "Dài", pages: ["quận Ba Đình"] });
  const sheet = Array.from({ length: 70_000 }, (_, place) => `số${place}`).join(" ");
  await db.materialPage.create({ data: { fileId: said.fileId, page: 2, text: sheet, source: "layer" } });
  expect((await db.materialWords.findUniqueOrThrow({ where: { versionId: said.versionId } })).isLong).toBe(
    true,
  );

  expect(await found('"ba dinh"')).toEqual(["Dài"]);
  expect(await found('"dinh ba"')).toEqual([]);
  expect(await found("dinh ba")).toEqual(["Dài"]);
});

test("phrases of three words are looked for in the pages, and counted no further than is told", async () => {
  for (let place = 0; place < 103; place++)
    await makeSaid({ title: `Bản ${place}`, pages: ["quận Ba Đình"] });
  await makeSaid({ title: "Khác", pages: ["quận ba, ba đình"] });
  await makeSaid({ title: "Quận Ba Đình", pages: [] });

  const page = (page: number) => searchMaterials(reader, queryOf('"quan ba dinh"', { page }));
  const first = await page(1);
  expect(first.count).toEqual({ total: 100, more: true });
  expect(first.documents[0]?.title).toEqual([{ text: "Quận Ba Đình", isHit: true }]);
  const last = await page(11);
  expect(last.count).toEqual({ total: 104, more: false });
  expect(last.documents).toHaveLength(4);
});

test("who keeps the materials of hundreds of units finds them as the others do", async () => {
  const centre = await makeUnit({ kind: "central_commission", level: "central" });
  const keeper = await makeActor({ role: "department_officer", unit: centre });
  const unit = await makeUnit({ parent: centre });
  const facts = { kind: unit.kind, level: unit.level, openedOn: unit.openedOn, parentId: centre.id };
  const others = await db.unit.createManyAndReturn({
    data: Array.from({ length: 400 }, (_, place) => ({ ...facts, name: `Xã ${place}` })),
  });
  await db.unitScope.createMany({
    data: others.map(({ id }) => ({ ancestorId: centre.id, unitId: id, depth: 1 })),
  });
  await makeSaid({ title: "Lưu hành nội bộ", unit, circulation: "internal", pages: ["biển đảo"] });
  await makeSaid({ title: "Nơi khác", unit: await makeUnit(), circulation: "internal", pages: ["biển đảo"] });
  await makeSaid({ title: "Cho mọi người", pages: ["biển đảo"] });

  expect(await found("bien dao", keeper)).toEqual(["Cho mọi người", "Lưu hành nội bộ"]);
  expect(await found("bien dao")).toEqual(["Cho mọi người"]);
});
