/** The routes of a record: its parts, its sensitive fields, its timeline, where merged ones lead, and the settings behind them. */
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { switchOff } from "~/roster/record/private-settings.server";
import { loader as listLoader } from "~/routes/_app.roster._index";
import { loader as recordLoader } from "~/routes/_app.roster.$speakerId";
import { loader as overviewLoader } from "~/routes/_app.roster.$speakerId._index";
import { loader as historyLoader } from "~/routes/_app.roster.$speakerId.history";
import { loader as timelineLoader } from "~/routes/_app.roster.$speakerId.timeline";
import { action as partAction, loader as partLoader } from "~/routes/_app.roster.$speakerId_.$part";
import { action as privateAction, loader as privateLoader } from "~/routes/_app.roster.$speakerId_.private";
import {
  action as qualificationAction,
  loader as qualificationLoader,
} from "~/routes/_app.roster.$speakerId_.qualifications.$qualificationId";
import { loader as privateSettingsLoader } from "~/routes/_app.settings.roster.private";
import { action as addTopicAction } from "~/routes/_app.settings.roster.topics";
import { action as photoAction } from "~/routes/roster.$speakerId.photo";
import { action as photoRemovalAction } from "~/routes/roster.$speakerId.photo.removal";
import { action as revealAction } from "~/routes/roster.$speakerId.private.$field.reveal";
import { action as removalAction } from "~/routes/roster.$speakerId.qualifications.$qualificationId.removal";
import { action as undoingAction } from "~/routes/roster.$speakerId.undoing";
import { loader as valuesLoader } from "~/routes/roster.$speakerId.values";
import { loader as exportLoader } from "~/routes/roster.export[.]xlsx";
import { action as switchAction } from "~/routes/settings.roster.private.$field";
import { action as closingAction } from "~/routes/settings.roster.private.$field.closing";
import { action as purgeAction } from "~/routes/settings.roster.private.$field.purge";
import { action as moveAction } from "~/routes/settings.roster.topics.$topicId.move";
import { action as nameAction } from "~/routes/settings.roster.topics.$topicId.name";
import { action as retirementAction } from "~/routes/settings.roster.topics.$topicId.retirement";
import { makeActor, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

const secret = "Bố Y Tu Dí 987";
const reason = "Phân công người tuyên truyền bằng tiếng dân tộc.";
let commune: { id: string };
let officer: Actor;
let leader: Actor;
let administrator: Actor;
let elsewhere: Actor;
let id: string;

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy xã Pá Lau" });
  officer = await makeActor({ role: "commune_officer", unit: commune });
  leader = await makeActor({ role: "commune_leader", unit: commune });
  administrator = await makeActor({ role: "system_administrator", unit: commune });
  elsewhere = await makeActor({ role: "commune_officer" });
  id = (await makeSpeaker({ fullName: "Giàng Thị Mỷ", unit: commune })).id;
});
afterAll(() => switchOff(administrator, "ethnicGroup"));

type Handler = (args: { request: Request; params: object; context: object }) => unknown;

function call(handler: unknown, request: Request, params: Record<string, string> = {}) {
  return answerOf(() => (handler as Handler)({ request, params: { speakerId: id, ...params }, context: {} }));
}

async function saved(part: string, changes: object) {
  const { body } = await call(valuesLoader, get(`/?part=${part}`, officer));
  const { values, version } = body as { values: object; version: string };
  return call(partAction, post("/", { ...values, ...changes, version }, officer), { part });
}

async function toastOf(headers: Headers) {
  const cookie = headers.get("Set-Cookie")?.split(";")[0]?.replace("toast=", "") ?? "";
  return JSON.parse(Buffer.from(decodeURIComponent(cookie).split(".")[0] ?? "", "base64").toString()) as {
    text: string;
    undo?: string;
  };
}

describe("a part", () => {
  test("that there is not has no page", async () => {
    for (const handler of [partLoader, partAction]) {
      const answer = await call(
        handler,
        handler === partLoader ? get("/", officer) : post("/", {}, officer),
        {
          part: "salary",
        },
      );
      expect(answer.status).toBe(404);
    }
    expect((await call(valuesLoader, get("/?part=salary", officer))).status).toBe(404);
  });

  test("is saved, and taken back by the address that the answer names", async () => {
    const answer = await saved("contact", { phone: "0912.345.678" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/roster/${id}`]);
    const { text, undo = "" } = await toastOf(answer.headers);
    expect(text).toBe("Đã lưu: Liên hệ.");
    expect((await call(undoingAction, post(undo, {}, leader))).status).toBe(403);
    expect((await call(undoingAction, post(undo, {}, elsewhere))).status).toBe(404);
    expect((await toastOf((await call(undoingAction, post(undo, {}, officer))).headers)).text).toBe(
      "Đã hoàn tác.",
    );
    expect((await db.speaker.findUniqueOrThrow({ where: { id } })).phone).toBeNull();
  });

  test("with something wrong is answered at its field", async () => {
    const wrong = await saved("availability", {
      weekly: [],
      exceptions: [
        { firstDay: "2026-12-05", lastDay: "2026-12-01", part: "all_day", available: "no", note: "" },
      ],
    });
    expect(wrong).toMatchObject({
      ...{ status: 422, body: { errors: { "exceptions.0.lastDay": "Ngày cuối phải sau ngày đầu." } } },
    });
    const note = await saved("note", { note: "Nguyễn Văn A, tổ 5" });
    expect(note).toMatchObject({
      status: 422,
      body: { errors: { note: expect.stringContaining("Ghi chú") } },
    });
    expect((await saved("note", { note: "Nguyễn Văn A, tổ 5", noteChecked: true })).status).toBe(302);
  });
});

test("a qualification is added, opened, changed and removed; one that is gone has no page", async () => {
  const qualificationId = randomUUID();
  const values = {
    id: qualificationId,
    name: "Chứng nhận",
    issuedOn: "2025-01-04",
    expiresOn: "",
    version: "",
  };
  const added = await call(qualificationAction, post("/", values, officer), { qualificationId: "new" });
  expect(added.status).toBe(302);
  const opened = await call(qualificationLoader, get("/", officer), { qualificationId });
  const { version } = (opened.body as { values: { version: string } }).values;
  const wrong = { ...values, expiresOn: "2024-01-04", version };
  expect(await call(qualificationAction, post("/", wrong, officer), { qualificationId })).toMatchObject({
    ...{ status: 422, body: { errors: { expiresOn: "Ngày hết hạn phải sau ngày cấp." } } },
  });
  expect((await call(removalAction, post("/", {}, officer), { qualificationId })).status).toBe(302);
  expect((await call(qualificationLoader, get("/", officer), { qualificationId })).status).toBe(404);
  expect((await call(qualificationLoader, get("/", elsewhere), { qualificationId: "new" })).status).toBe(404);
});

describe("a sensitive field", () => {
  const field = { field: "ethnicGroup" };

  test("is switched on by the administrator, with a reason in words", async () => {
    expect((await call(switchAction, post("/", { reason }, officer), field)).status).toBe(403);
    expect((await call(switchAction, post("/", { reason: "cần" }, administrator), field)).status).toBe(422);
    expect((await call(switchAction, post("/", { reason }, administrator), { field: "salary" })).status).toBe(
      404,
    );
    expect((await call(switchAction, post("/", { reason }, administrator), field)).status).toBe(302);
  });

  test("is in no loader's data and in no export until it is revealed; the reveal is in the trail", async () => {
    const values = { ethnicGroup: secret, erase: [] };
    expect((await call(privateAction, post("/", values, officer))).status).toBe(302);
    // What could leak is there.
    expect((await db.speakerPrivate.findUniqueOrThrow({ where: { speakerId: id } })).ethnicGroup).toBe(
      secret,
    );

    const pages: [unknown, string][] = [
      ...([recordLoader, overviewLoader, timelineLoader, historyLoader, privateLoader] as const).map(
        (loader): [unknown, string] => [loader, `/roster/${id}`],
      ),
      [partLoader, `/roster/${id}/person`],
      [valuesLoader, `/roster/${id}/values?part=person`],
      [listLoader, "/roster?q=my"],
    ];
    for (const [loader, path] of pages) {
      const { status, body } = await call(loader, get(path, officer), { part: "person" });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect((await call(overviewLoader, get("/", officer))).body).toMatchObject({
      ...{ mayReveal: true, masked: [{ field: "ethnicGroup", reason, isHeld: true }] },
    });
    expect((await call(overviewLoader, get("/", leader))).body).toMatchObject({ mayReveal: false });
    const settings = await call(privateSettingsLoader, get("/", administrator));
    expect(JSON.stringify(settings.body)).not.toContain(secret);
    expect(await exportedText()).toContain("Giàng Thị Mỷ");
    expect(await exportedText()).not.toContain(secret);

    const before = await db.auditLine.count({ where: { subjectId: id, action: "speaker.private_revealed" } });
    expect((await call(revealAction, post("/", {}, leader), field)).status).toBe(403);
    expect((await call(revealAction, post("/", {}, elsewhere), field)).status).toBe(404);
    expect(await db.auditLine.count({ where: { subjectId: id, action: "speaker.private_revealed" } })).toBe(
      before,
    );

    const revealed = await call(revealAction, post("/", {}, officer), field);
    expect([revealed.status, revealed.body]).toEqual([200, { value: secret }]);
    expect(revealed.headers.get("Cache-Control")).toBe("private, no-store");
    const line = await db.auditLine.findFirst({ where: { subjectId: id }, orderBy: { id: "desc" } });
    expect(line).toMatchObject({
      ...{
        action: "speaker.private_revealed",
        actorId: officer.userId,
        title: "Giàng Thị Mỷ",
        unitId: commune.id,
      },
      after: { privateFields: ["ethnicGroup"], privateReason: reason },
    });
    const trail = await call(historyLoader, get("/", officer));
    expect(JSON.stringify(trail.body)).toContain("Xem thông tin nhạy cảm");
    expect(JSON.stringify(trail.body)).not.toContain(secret);
    expect(JSON.stringify((await call(overviewLoader, get("/", officer))).body)).not.toContain(secret);
  });

  test("switched off is gone from the page, and can be erased only then", async () => {
    expect((await call(purgeAction, post("/", {}, administrator), field)).status).toBe(422);
    expect((await call(closingAction, post("/", {}, administrator), field)).status).toBe(302);
    expect((await call(overviewLoader, get("/", officer))).body).toMatchObject({ masked: [] });
    expect((await call(revealAction, post("/", {}, officer), field)).status).toBe(422);
    expect((await call(purgeAction, post("/", {}, administrator), field)).status).toBe(302);
    const fields = (await call(privateSettingsLoader, get("/", administrator))).body as {
      fields: { field: string }[];
    };
    expect(fields.fields.find((one) => one.field === "ethnicGroup")).toMatchObject({
      ...{ on: null, held: 1, purge: { state: "waiting" } },
    });
  });
});

test("a photo is uploaded and removed while its field is on", async () => {
  const photo = { field: "photo" };
  await call(switchAction, post("/", { reason: "In thẻ báo cáo viên." }, administrator), photo);
  const bytes = await sharp({ create: { width: 90, height: 90, channels: 3, background: "#135" } })
    .png()
    .toBuffer();
  const upload = (content: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set("file", new File([content], "ảnh.png", { type: "image/png" }));
    const { headers } = get("/", officer);
    return call(photoAction, new Request("http://localhost:3000/", { method: "POST", body: form, headers }));
  };
  expect((await upload(new Uint8Array(bytes))).status).toBe(302);
  expect(await upload(new Uint8Array([1, 2, 3]))).toMatchObject({
    ...{ status: 422, body: { errors: { file: "Không đọc được ảnh này. Dùng ảnh JPG, PNG hoặc WebP." } } },
  });
  const revealed = await call(revealAction, post("/", {}, officer), photo);
  expect((revealed.body as { value: string }).value).toMatch(/^data:image\/jpeg;base64,/);
  expect((await call(photoRemovalAction, post("/", {}, officer))).status).toBe(302);
  expect((await call(revealAction, post("/", {}, officer), photo)).status).toBe(404);
  await call(closingAction, post("/", {}, administrator), photo);
});

test("the old address of a merged record leads to the one that is left", async () => {
  const old = randomUUID();
  const data = { kind: "roster.merge", title: "x", actorId: "system", actorName: "x" };
  const { id: changeSetId } = await db.changeSet.create({ data });
  await db.speakerAlias.create({ data: { id: old, speakerId: id, fullName: "Giàng Mỷ", changeSetId } });
  const moved = await call(recordLoader, get(`/roster/${old}/timeline`, officer), { speakerId: old });
  expect([moved.status, moved.headers.get("Location")]).toEqual([302, `/roster/${id}/timeline`]);
  expect((await call(recordLoader, get(`/roster/${old}`, elsewhere), { speakerId: old })).status).toBe(404);
});

test("topics are kept by the administrator", async () => {
  const name = `Chuyên đề ${randomUUID()}`;
  expect((await call(addTopicAction, post("/", { name }, officer))).status).toBe(403);
  expect((await call(addTopicAction, post("/", { name }, administrator))).status).toBe(302);
  const twice = await call(addTopicAction, post("/", { name }, administrator));
  expect(twice).toMatchObject({ status: 422, body: { errors: { name: "Đã có chuyên đề tên này." } } });
  const topic = await db.topic.findUniqueOrThrow({ where: { name } });
  const of = { topicId: topic.id };
  expect((await call(nameAction, post("/", { name: `${name} 2` }, administrator), of)).status).toBe(302);
  expect((await call(moveAction, post("/", { by: -1 }, administrator), of)).status).toBe(302);
  expect((await call(retirementAction, post("/", { retired: true }, administrator), of)).status).toBe(302);
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    name: `${name} 2`,
    retired: true,
  });
  const gone = { topicId: randomUUID() };
  expect((await call(nameAction, post("/", { name }, administrator), gone)).status).toBe(404);
});

/** Every text of the exported workbook. */
async function exportedText(): Promise<string> {
  const args = { request: get("/roster/export.xlsx", officer), params: {}, context: {} };
  const answer = (await (exportLoader as Handler)(args)) as Response;
  const { default: xlsx } = await import("@e965/xlsx");
  const book = xlsx.read(new Uint8Array(await answer.arrayBuffer()));
  return Object.values(book.Sheets)
    .map((sheet) => xlsx.utils.sheet_to_csv(sheet))
    .join("\n");
}
