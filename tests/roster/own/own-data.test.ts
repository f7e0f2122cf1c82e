/** Everything about oneself, taken out as data and as a document: all of it, unmasked, and nothing of anybody else. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { trailBooks } from "~/nav/trail";
import type { Actor } from "~/platform/actor";
import { dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { writeDocument } from "~/platform/document-writer.server";
import { propose } from "~/roster/own/own-corrections.server";
import { exportOwnData } from "~/roster/own/own-data.server";
import { sectionsOf } from "~/roster/own/own-data-text";
import { asOneself, type Oneself } from "~/roster/own/own-record.server";
import { versionOf } from "~/roster/record/changes.server";
import { savePart } from "~/roster/record/parts.server";
import { loader as jsonLoader } from "~/routes/me.export[.]json";
import { loader as pdfLoader } from "~/routes/me.export[.]pdf";
import { makeActor, makeAppointment, makeDecision, makeImport, makeSpeaker, makeUnit } from "../../factories";
import { get } from "../../requests";

/** Of poppler-utils; where it is missing the documents are not read. */
const mayRead = existsSync("/usr/bin/pdftotext");

const letters = "Ẵng ữ ỡ ặ ỵ Ẵ ẫ ợ đ Đ Ừ ĩ ũ";
let actor: Actor;
let self: Oneself;
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  const unit = await makeUnit({ name: "Đảng ủy phường Cửa Lam" });
  officer = await makeActor({
    role: "commune_officer",
    unit,
    name: "Trần Thu Hà",
    permission: "roster.edit",
  });
  const speaker = await makeSpeaker({
    fullName: "Đặng Thị Hồng Ánh",
    unit,
    phone: "+84912345678",
    birthYear: 1976,
  });
  await makeSpeaker({ fullName: "Người Khác Hẳn", unit });
  actor = await makeActor({ role: "speaker", unit, name: speaker.fullName, speakerId: speaker.id });
  self = (await asOneself(actor)) as Oneself;
  const decision = await makeDecision({ unit, number: "45-QĐ/ĐU" });
  const { id } = await makeAppointment({ speaker, startsOn: "2025-08-12" });
  await db.appointment.update({
    where: { id },
    data: { decisionId: decision.id, endReason: "discipline", endsOn: dayToColumn("2026-10-31") },
  });
  await db.speakerPrivate.create({
    data: { speakerId: speaker.id, ethnicGroup: "Tày", identityNumber: "001176012345" },
  });
  await db.speakerLanguage.create({ data: { speakerId: speaker.id, language: "tay", level: "fluent" } });
  const topic = await db.topic.findFirstOrThrow({ orderBy: { position: "asc" } });
  await db.speakerTopic.create({ data: { speakerId: speaker.id, topicId: topic.id, level: "certified" } });
  const { id: importId } = await makeImport({ unit });
  await db.rosterImportRow.create({
    data: {
      importId,
      sheet: "Sheet1",
      row: 7,
      raw: ["3", "Đặng Thị Hồng Ánh", "1976"],
      outcome: "added",
      speakerId: speaker.id,
    },
  });
  const none = { position: null, workplace: null, education: null, politicalTheory: null };
  await savePart(officer, speaker.id, "work", {
    ...{ ...none, position: letters, version: versionOf(none) },
  });
  await propose(self, "work", { ...none, position: "Trưởng ban", note: "Từ tháng 9" });
});

test("the data hold everything, the sensitive part and the true reason too, and name nobody else", async () => {
  const data = await exportOwnData(self, trailBooks, "JSON");
  expect(data).toMatchObject({
    record: { fullName: "Đặng Thị Hồng Ánh", phone: "+84912345678", position: letters },
    sensitive: { ethnicGroup: "Tày", identityNumber: "001176012345", homeAddress: null },
    appointments: [{ startsOn: "2025-08-12", decision: { number: "45-QĐ/ĐU" }, endReason: "discipline" }],
    languages: [{ language: "tay", level: "fluent" }],
    topics: [{ level: "certified" }],
    corrections: [{ state: "waiting", note: "Từ tháng 9" }],
    imports: [{ fileName: "danh-sach.xlsx", row: 7 }],
    account: { name: "Đặng Thị Hồng Ánh", roles: [{ role: "speaker", unit: "Đảng ủy phường Cửa Lam" }] },
    history: [
      { action: "Đề nghị sửa hồ sơ của mình", byOneself: true },
      { byOneself: false, address: null },
    ],
  });
  expect(data?.account.sessions).toHaveLength(1);
  const text = JSON.stringify(data);
  for (const foreign of ["Người Khác Hẳn", "Trần Thu Hà", officer.userId])
    expect(text).not.toContain(foreign);
});

test("each download is a line in the trail", async () => {
  const before = await db.auditLine.count({ where: { action: "speaker.own_exported" } });
  const answer = await (jsonLoader as Handler)({
    request: get("/me/export.json", actor),
    params: {},
    context: {},
  });
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  expect(await answer.json()).toMatchObject({ record: { fullName: "Đặng Thị Hồng Ánh" } });
  const lines = await db.auditLine.findMany({ where: { action: "speaker.own_exported" } });
  expect(lines).toHaveLength(before + 1);
  expect(lines.at(-1)).toMatchObject({
    actorId: self.userId,
    subjectId: self.speakerId,
    after: { fileType: "JSON" },
  });
});

type Handler = (args: { request: Request; params: object; context: object }) => Promise<Response>;

test.skipIf(!mayRead)(
  "the document says the same in words, and its letters are copied out as they were typed",
  async () => {
    const answer = await (pdfLoader as Handler)({
      request: get("/me/export.pdf", actor),
      params: {},
      context: {},
    });
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    const text = await textOf(Buffer.from(await answer.arrayBuffer()));
    for (const told of [
      ...["Thông tin hệ thống đang lưu về tôi", "Đặng Thị Hồng Ánh", letters, "0912 345 678", "001176012345"],
      ...["Bị kỷ luật", "45-QĐ/ĐU", "Tày", "Đề nghị sửa hồ sơ của mình", "Trang 1/"],
    ]) {
      expect(text).toContain(told);
    }
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toContain("Trần Thu Hà");
  },
);

test.skipIf(!mayRead)("a long history goes on over the pages, each with its number", async () => {
  const data = await exportOwnData(self, trailBooks, "PDF");
  if (!data) throw new Error("no data");
  const [line] = data.history;
  const many = { ...data, history: Array.from({ length: 200 }, () => line as typeof line & object) };
  const pdf = await writeDocument({
    ...{ title: "Dài", intro: [], sections: sectionsOf(many, "vi"), language: "vi" },
    pageOf: (page, pages) => `Trang ${page}/${pages}`,
  });
  const pages = (await textOf(pdf)).split("\f").filter(Boolean);
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, at) => {
    expect(page).toContain(`Trang ${at + 1}/${pages.length}`);
  });
});

/** What a reader copies out of the document. */
async function textOf(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "own-data-"));
  const [from, to] = [join(folder, "a.pdf"), join(folder, "a.txt")];
  await writeFile(from, pdf);
  execFileSync("pdftotext", ["-layout", from, to]);
  const text = await readFile(to, "utf8");
  await rm(folder, { recursive: true });
  return text.replace(/[ \t]+/g, " ");
}
