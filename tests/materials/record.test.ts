/** What the record offers: proposals that nobody takes silently, versions compared, refusals told. */
import { beforeAll, expect, test } from "vitest";
import { findMaterial } from "~/materials/index.server";
import { listRefusals } from "~/materials/intake/refusals.server";
import { refusedNotice } from "~/materials/intake/refusing.server";
import { words as intakeWords } from "~/materials/intake/words";
import { proposalsFor } from "~/materials/record/proposals";
import { listProposals, takeProposals } from "~/materials/record/proposals.server";
import { openRecord } from "~/materials/record/record.server";
import { compareNumbered } from "~/materials/versions/comparison.server";
import { words } from "~/materials/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { markRead, notify } from "~/platform/notices.server";
import { makeActor, makeMaterial, makeMaterialFile, makeMaterialVersion, makeUnit } from "../factories";

let unit: { id: string };
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit, permission: "materials.edit" });
});

const head = [
  "TỈNH ỦY LAM GIANG\tĐẢNG CỘNG SẢN VIỆT NAM",
  "*\tCửa Lam, ngày 05 tháng 02 năm 2026",
  "Số 229-KH/TU",
  "KẾ HOẠCH",
  "đổi mới công tác tuyên truyền miệng",
].join("\n");

test("proposes what differs from the entry, and nothing else", () => {
  const entry = { title: "A", number: "1-KH/TU", issuer: null, issuedOn: null };
  const read = { title: "A", number: "2-KH/TU", issuer: null, issuedOn: "2026-02-05" };
  expect(proposalsFor(entry, read)).toEqual([
    { field: "number", value: "2-KH/TU" },
    { field: "issuedOn", value: "2026-02-05" },
  ]);
});

test("what was read is taken over one by one or all at once, only when somebody says so", async () => {
  const { id, versionId } = await makeMaterial({ unit, title: words.vi.untitled });
  await makeMaterialFile({ versionId, name: "ke_hoach_229.pdf", pages: [head] });
  const look = async () => {
    const record = await openRecord(officer, id);
    if (!record) throw new Error("unreachable");
    return {
      material: record.material,
      proposed: await listProposals(officer, record.material, record.draftFiles),
    };
  };
  const first = await look();
  expect(first.material).toMatchObject({ title: words.vi.untitled, number: null });
  expect(first.proposed.find(({ field }) => field === "number")).toEqual({
    ...{ field: "number", value: "229-KH/TU" },
  });
  expect(await takeProposals(officer, first.material, first.proposed, "number")).toBe(true);
  const second = await look();
  expect(second.material).toMatchObject({ title: words.vi.untitled, number: "229-KH/TU" });
  expect(second.proposed.some(({ field }) => field === "number")).toBe(false);
  expect(await takeProposals(officer, second.material, second.proposed, "all")).toBe(true);
  expect(await findMaterial(officer, id)).toMatchObject({ issuedOn: "2026-02-05", revision: 3 });
  expect((await look()).proposed).toEqual([]);
});

test("two versions are compared file by file and page by page", async () => {
  const material = await makeMaterial({ unit, published: true });
  const pages = ["Trang một như cũ", "Thu gom rác vào thứ hai hằng tuần ở tất cả các tổ dân phố"];
  await makeMaterialFile({ versionId: material.versionId, name: "a.pdf", pages });
  await makeMaterialFile({ versionId: material.versionId, name: "bỏ.docx", format: "docx", pages: ["x"] });
  const next = await makeMaterialVersion({ material });
  const changed = [pages[0] ?? "", (pages[1] ?? "").replace("thứ hai", "thứ bảy")];
  await makeMaterialFile({ versionId: next.id, name: "a-moi.pdf", pages: changed });
  const compared = await compareNumbered(officer, material.id, 1, 2);
  expect(compared?.files.map(({ name, kind, formerName }) => [name, kind, formerName])).toEqual([
    ["a-moi.pdf", "changed", "a.pdf"],
    ["bỏ.docx", "gone", null],
  ]);
  expect(compared?.files[0]?.pages.map(({ kind }) => kind)).toEqual(["same", "changed"]);
  expect(await compareNumbered(officer, material.id, 1, 3)).toBeNull();
});

test("files refused for the same reason are told of once, and read with one press", async () => {
  const { id } = await makeMaterial({ unit });
  const file = (phrase: typeof intakeWords.known, subjectId: string) =>
    notify(db, {
      userIds: [officer.userId],
      kind: refusedNotice,
      subjectId,
      phrase,
      path: `/materials/${id}`,
    });
  await file(intakeWords.markInText, "one");
  await file(intakeWords.known, "two");
  await file(intakeWords.markInText, "three");
  const told = await listRefusals(officer, id);
  expect(told.map(({ noticeIds }) => noticeIds.length).sort()).toEqual([1, 2]);
  const twice = told.find(({ noticeIds }) => noticeIds.length === 2);
  expect(twice?.text).toBe(intakeWords.vi.markInText);
  await markRead(officer, twice?.noticeIds);
  expect((await listRefusals(officer, id)).map(({ text }) => text)).toEqual([intakeWords.vi.known]);
});
