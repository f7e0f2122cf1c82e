/** What is put in: checked before anybody sees it, refused without a trace where it is marked, purged everywhere. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { linkSchema } from "~/materials/intake/link";
import { addLink } from "~/materials/intake/links.server";
import { materialUpload } from "~/materials/intake/material-upload.server";
import { purge } from "~/materials/intake/purging.server";
import { readAgain } from "~/materials/intake/reading-again.server";
import { listRefusals } from "~/materials/intake/refusals.server";
import { words } from "~/materials/intake/words";
import { words as textWords } from "~/materials/text/words";
import { listFiles, takeOutFile } from "~/materials/versions/files.server";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { cancelJobRun } from "~/platform/jobs.server";
import { makeActor, makeMaterial, makeUnit } from "../../factories";
import { docxOf, paragraph, pdfOf, pictureOf, stampedPdfOf, stampOf, zipOf } from "../text/made-files";
import { check, readPictures, sendIn } from "./sent-in";

let unit: { id: string };
let officer: Actor;
let elsewhere: Actor;
let draft: { materialId: string; versionId: string };

beforeAll(async () => {
  await makeUnit();
  unit = await makeUnit();
  officer = await makeActor({ role: "commune_officer", unit, permission: "materials.edit" });
  elsewhere = await makeActor({ role: "commune_officer", permission: "materials.edit" });
  draft = await newDraft();
});

async function newDraft(of = unit) {
  const material = await makeMaterial({ unit: of });
  const version = await db.materialVersion.findFirstOrThrow({ where: { materialId: material.id } });
  return { materialId: material.id, versionId: version.id };
}

const plan = [
  "Thực hiện Chỉ thị số 30 của Ban Bí thư về công tác tuyên truyền miệng",
  "trong tình hình mới, Ban Thường vụ Đảng ủy phường xây dựng kế hoạch",
  "nâng cao chất lượng đội ngũ báo cáo viên, tuyên truyền viên cơ sở.",
];
const head = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Ba Đình, ngày 10 tháng 6 năm 2024"];
let count = 0;
const ordinary = () => docxOf(paragraph(`${plan.join(" ")} ${++count}`));
const marked = () =>
  docxOf(["QUẬN ỦY BA ĐÌNH", ...head, "TỐI MẬT", `BÁO CÁO ${++count}`].map(paragraph).join(""));

/** Every text that any table holds, as one. */
async function everythingKept(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`;
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM ${name} t`);
      return rows.map(({ text }) => text).join("\n");
    }),
  );
  return texts.join("\n");
}

function filesKept(): string[] {
  return readdirSync(env.DATA_DIR, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(path.join(env.DATA_DIR, name)).isFile(),
  );
}

describe("an ordinary file", () => {
  test("is nobody's while it is checked, then has its pages and is accepted", async () => {
    const fileId = await sendIn(officer, draft.versionId, "ke-hoach.docx", await ordinary());
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toMatchObject({
      ...{ state: "checking", textState: "waiting", declaredBy: officer.userId },
    });
    expect(await check(officer, fileId)).toEqual({ outcome: "accepted" });
    const file = await db.materialFile.findUniqueOrThrow({ where: { id: fileId }, include: { text: true } });
    expect(file).toMatchObject({
      state: "accepted",
      format: "docx",
      textState: "done",
      pages: 1,
      needsLook: false,
    });
    expect(file.text).toMatchObject([
      { page: 1, source: "layer", text: expect.stringContaining("tuyên truyền miệng") },
    ]);
    const [line] = await db.auditLine.findMany({ where: { action: "material.file_added" } });
    expect(line).toMatchObject({ subjectId: draft.materialId, after: { file: "ke-hoach.docx" } });
    expect(readdirSync(path.join(env.DATA_DIR, "reading"))).toEqual([]);
  });

  test("gets the ending that its content has", async () => {
    const fileId = await sendIn(officer, draft.versionId, "ke-hoach.pdf", await ordinary());
    await check(officer, fileId);
    const file = await db.materialFile.findUniqueOrThrow({ where: { id: fileId } });
    expect([file.name, file.format]).toEqual(["ke-hoach.docx", "docx"]);
  });

  test("is not begun without the declaration, by a stranger, or for what is out", async () => {
    const begin = (actor: Actor, more = {}) =>
      materialUpload.begin(actor, draft.versionId, { name: "a.pdf", size: 1, declared: true, ...more });
    await expect(begin(officer, { declared: false })).rejects.toThrow(words.vi.notDeclared);
    await expect(begin(elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(begin(officer, { name: "../../etc/passwd" })).rejects.toThrow(textWords.vi.badName);
    await expect(begin(officer, { name: "anh\u202Efdp.exe" })).rejects.toThrow(textWords.vi.badName);
  });

  test("that is not fit is told by its name and leaves nothing", async () => {
    const { materialId, versionId } = await newDraft();
    const before = filesKept().length;
    const secret = await pdfOf(["mật khẩu"], { userPassword: "1234", pdfVersion: "1.7" });
    const entities = await docxOf("&x;").then(async () =>
      zipOf({ "word/document.xml": '<!DOCTYPE x [<!ENTITY x "y">]><x>&x;</x>' }),
    );
    for (const [name, content] of [
      ["khoa.pdf", secret],
      ["xml.docx", entities],
      ["chương trình.exe", Buffer.from("MZ this is a program")],
    ] as const) {
      const fileId = await sendIn(officer, versionId, name, content);
      expect(await check(officer, fileId)).toEqual({ outcome: "unfit" });
      expect(await db.materialFile.findUnique({ where: { id: fileId } })).toBeNull();
    }
    expect(filesKept()).toHaveLength(before);
    const told = await listRefusals(officer, materialId);
    expect(told.map(({ text }) => text).sort()).toEqual(
      [
        words.vi.unfit("khoa.pdf", textWords.vi.encrypted),
        words.vi.unfit("xml.docx", textWords.vi.entities),
        words.vi.unfit("chương trình.exe", textWords.vi.unknownFormat),
      ].sort(),
    );
  });
});

describe("a file with a mark of secrecy", () => {
  test("leaves its checksum, the person and the time, and nothing else", async () => {
    const { materialId, versionId } = await newDraft();
    const before = filesKept();
    const content = await marked();
    const fileId = await sendIn(officer, versionId, "ten-rat-la-rieng.docx", content);
    const { sha256 } = await db.materialFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(await check(officer, fileId)).toEqual({ outcome: "refused" });
    expect(await db.refusedFile.findMany({ where: { sha256: sha256 as string } })).toMatchObject([
      { userId: officer.userId, why: "mark" },
    ]);
    expect(filesKept()).toEqual(before);
    const kept = await everythingKept();
    expect(kept).not.toContain("ten-rat-la-rieng");
    expect(kept).not.toContain("TỐI MẬT");
    const [told] = await listRefusals(officer, materialId);
    expect(told?.text).toMatch(/117\/2025\/QH15/);
    // The same again is refused at once.
    await expect(sendIn(officer, versionId, "ten-khac.docx", content)).rejects.toThrow(words.vi.known);
    expect(await db.refusedFile.count({ where: { sha256: sha256 as string } })).toBe(2);
  });

  test("is refused by its name before a byte has come", async () => {
    const begin = materialUpload.begin(officer, draft.versionId, {
      name: "TOI MAT - a.docx",
      size: 1,
      declared: true,
    });
    await expect(begin).rejects.toThrow(words.vi.markInName);
    expect(await everythingKept()).not.toContain("TOI MAT - a");
  });

  test("that is a scan is refused once it has been read, and none of its text is kept", {
    timeout: 60_000,
  }, async () => {
    const { versionId } = await newDraft();
    const content = await pdfOf([
      pictureOf(["Bìa của tập tài liệu", ...plan]),
      pictureOf([...head, "TUYỆT MẬT", "BÁO CÁO"]),
      pictureOf(plan),
    ]);
    const fileId = await sendIn(officer, versionId, "quet.pdf", content);
    const told: [string | undefined, number, number | undefined][] = [];
    expect(await check(officer, fileId, { told })).toEqual({ outcome: "refused" });
    expect(told.filter(([step]) => step === "scans").map(([, done]) => done)).toEqual([0, 1]);
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toBeNull();
    expect(await everythingKept()).not.toContain("Bìa của tập");
  });
});

describe("a text with a picture at its head", () => {
  const text = [...head, "BÁO CÁO", ...plan, ...plan, ...plan].join("\n");

  test("is refused where the picture is a stamp of secrecy", { timeout: 60_000 }, async () => {
    const { versionId } = await newDraft();
    const content = await stampedPdfOf([text, text], stampOf("TỐI MẬT"));
    const fileId = await sendIn(officer, versionId, "dong-dau.pdf", content);
    expect(await check(officer, fileId)).toEqual({ outcome: "refused" });
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toBeNull();
    expect(await everythingKept()).not.toContain("dong-dau");
  });

  test("keeps its own text where it is another", { timeout: 60_000 }, async () => {
    const { versionId } = await newDraft();
    const content = await stampedPdfOf([text, text], stampOf("SAO Y"));
    const fileId = await sendIn(officer, versionId, "sao-y.pdf", content);
    const told: [string | undefined, number, number | undefined][] = [];
    expect(await check(officer, fileId, { told })).toEqual({ outcome: "accepted" });
    // Only the page with the picture is read as one.
    expect(told.filter(([step]) => step === "scans")).toEqual([
      ["scans", 1, 2],
      ["scans", 2, 2],
    ]);
    const pages = await db.materialPage.findMany({ where: { fileId }, orderBy: { page: "asc" } });
    expect(pages.map(({ source }) => source)).toEqual(["layer", "layer"]);
    expect(pages[0]?.text).toBe(pages[1]?.text);
  });
});

describe("a scan", () => {
  test("goes on after a stop where it was, and tells which pages need a look", {
    timeout: 90_000,
  }, async () => {
    const { versionId } = await newDraft();
    const noise = createNoise();
    const content = await pdfOf([pictureOf(plan), pictureOf(plan, 1), noise]);
    const fileId = await sendIn(officer, versionId, "quet.pdf", content);
    await expect(check(officer, fileId, { told: [], stopsAt: 1 })).rejects.toThrow("stopped");
    const kept = await db.materialPage.findMany({ where: { fileId } });
    expect(kept).toMatchObject([
      { page: 1, source: "ocr", text: expect.stringContaining("tuyên truyền miệng") },
    ]);
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toMatchObject({ state: "checking" });
    const told: [string | undefined, number, number | undefined][] = [];
    expect(await readPictures(officer, fileId, { told })).toEqual({ outcome: "accepted" });
    expect(told).toEqual([
      ["scans", 1, 3],
      ["scans", 2, 3],
      ["scans", 3, 3],
    ]);
    const pages = await db.materialPage.findMany({ where: { fileId }, orderBy: { page: "asc" } });
    // The second page lay on its side.
    expect(pages[1]?.text).toMatch(/tuyên truyền miệng/);
    expect(pages[1]?.confidence).toBeGreaterThan(80);
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toMatchObject({
      ...{ state: "accepted", textState: "done", pages: 3, needsLook: (pages[2]?.confidence ?? 100) < 70 },
    });
  });
});

function createNoise(): Buffer {
  return pictureOf(["~ ^ ; | _ ' , . ` : ¬ ° ´ ~ ^ | _", "xqzw vbkj wzzq", "| ; ' ~ : ^ ° ´"]);
}

describe("links, twins, reading again", () => {
  test("a link is an address of the web in a draft", async () => {
    expect(linkSchema.safeParse({ name: "Phim", url: "javascript:alert(1)" }).success).toBe(false);
    expect(linkSchema.safeParse({ name: "Phim", url: "file:///etc" }).success).toBe(false);
    const values = linkSchema.parse({ name: " Phim  tài liệu ", url: "https://vtv.vn/phim" });
    const { versionId } = await newDraft();
    expect(await addLink(elsewhere, versionId, values)).toBe(false);
    expect(await addLink(officer, versionId, values)).toBe(true);
    expect(await db.materialFile.findMany({ where: { versionId } })).toMatchObject([
      { name: "Phim tài liệu", url: "https://vtv.vn/phim", format: "link", state: "accepted", fileId: null },
    ]);
  });

  test("a twin is named only to whom may see it, be it in the same version", async () => {
    const [one, other, far] = [await newDraft(), await newDraft(), await newDraft(await makeUnit())];
    const content = await ordinary();
    await sendIn(officer, one.versionId, "a.docx", content);
    await sendIn(officer, other.versionId, "b.docx", content);
    await sendIn(officer, other.versionId, "b again.docx", await ordinary());
    await sendIn(officer, one.versionId, "a again.docx", content);
    const { sha256 } = await db.materialFile.findFirstOrThrow({ where: { versionId: one.versionId } });
    await db.materialFile.create({
      data: {
        ...{ versionId: far.versionId, name: "c.docx", format: "docx", state: "accepted", sha256 },
        ...{ declaredBy: "system", declaredAt: new Date() },
      },
    });
    const twins = async (actor: Actor, versionId: string) =>
      (await listFiles(actor, [versionId])).map(({ twin }) => twin?.id ?? null);
    expect(await twins(officer, other.versionId)).toEqual([one.materialId, null]);
    expect(await twins(officer, one.versionId)).toEqual([other.materialId, other.materialId]);
    await db.material.delete({ where: { id: other.materialId } });
    expect(await twins(officer, one.versionId)).toEqual([null, one.materialId]);
    expect(await twins(elsewhere, far.versionId)).toEqual([null]);
  });

  test("a check that was cancelled may be begun again, and tells its name nobody", async () => {
    const { versionId } = await newDraft();
    const fileId = await sendIn(officer, versionId, "dung-giua-chung.docx", await ordinary());
    const stopped = async () => (await listFiles(officer, [versionId])).map((file) => file.isStopped);
    expect(await stopped()).toEqual([false]);
    const { jobRunId } = await db.materialFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(await cancelJobRun(officer, jobRunId as string)).toBe(true);
    expect(await stopped()).toEqual([true]);
    expect(await readAgain(officer, fileId)).not.toBeNull();
    expect(await stopped()).toEqual([false]);
    const line = await db.auditLine.findFirstOrThrow({
      where: { action: "material.file_reread" },
      orderBy: { at: "desc" },
    });
    expect(JSON.stringify(line.after)).not.toContain("dung-giua-chung");
    expect(await takeOutFile(officer, fileId)).toBe(true);
    expect(await everythingKept()).not.toContain("dung-giua-chung");
  });

  test("what is read again stays with its readers meanwhile", async () => {
    const fileId = await sendIn(officer, draft.versionId, "lai.docx", await ordinary());
    await check(officer, fileId);
    await db.jobRun.updateMany({ where: { state: "waiting" }, data: { state: "done" } });
    expect(await readAgain(elsewhere, fileId)).toBeNull();
    expect(await readAgain(officer, fileId)).not.toBeNull();
    // It is under way already.
    expect(await readAgain(officer, fileId)).toBeNull();
    expect(await db.materialFile.findUnique({ where: { id: fileId } })).toMatchObject({ state: "accepted" });
    expect(await check(officer, fileId)).toEqual({ outcome: "accepted" });
  });
});

describe("purging", () => {
  test("removes the content wherever it lies and leaves the record of it", async () => {
    const [one, other] = [await newDraft(), await newDraft()];
    const content = await ordinary();
    const [first, second] = [
      await sendIn(officer, one.versionId, "lo-ra.docx", content),
      await sendIn(officer, other.versionId, "lo-ra-2.docx", content),
    ];
    for (const id of [first, second]) await check(officer, id);
    await db.materialReading.create({ data: { userId: officer.userId, fileId: first, how: "opened" } });
    const { fileId: storedId } = await db.materialFile.findUniqueOrThrow({ where: { id: first } });
    const place = path.join(env.DATA_DIR, "files", (storedId as string).slice(0, 2), storedId as string);
    expect(existsSync(place) && readFileSync(place).equals(content)).toBe(true);
    const administrator = await makeActor({
      role: "system_administrator",
      unit,
      permission: "materials.purge",
    });
    await expect(purge(administrator, first, "  ")).rejects.toThrow(words.vi.noReason);
    expect(await purge(elsewhere, first, "lộ bí mật")).toBe(false);
    expect(await purge(administrator, first, "Phát hiện nội dung mật")).toBe(true);
    expect(await purge(administrator, first, "lần nữa")).toBe(false);
    const files = await db.materialFile.findMany({
      where: { id: { in: [first, second] } },
      include: { text: true },
    });
    const gone = { state: "purged", fileId: null, name: "—", textState: "none", text: [] };
    expect(files).toMatchObject([gone, gone]);
    expect(existsSync(place)).toBe(false);
    expect(await db.materialReading.count({ where: { fileId: first } })).toBe(1);
    const line = await db.auditLine.findFirstOrThrow({ where: { action: "material.file_purged" } });
    expect(line).toMatchObject({
      subjectId: one.materialId,
      after: { reason: "Phát hiện nội dung mật", copies: 2 },
    });
    await expect(sendIn(officer, one.versionId, "lai.docx", content)).rejects.toThrow(words.vi.known);
  });
});

test("a file that is taken out while it is read is simply gone", { timeout: 60_000 }, async () => {
  const { versionId } = await newDraft();
  const fileId = await sendIn(officer, versionId, "quet.pdf", await pdfOf([pictureOf(plan)]));
  const told = { told: [] as [string | undefined, number, number | undefined][] };
  const push = told.told.push.bind(told.told);
  // Somebody is quicker than the reader of the first page.
  told.told.push = (step) => {
    if (step[0] === "scans") taken ??= takeOutFile(officer, fileId);
    return push(step);
  };
  let taken: Promise<boolean> | undefined;
  expect(await check(officer, fileId, told)).toEqual({ outcome: "gone" });
  expect(await taken).toBe(true);
});
