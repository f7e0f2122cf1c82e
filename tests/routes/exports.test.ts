/** Lists handed out: what the page asks and starts, who may fetch the file a job has made, and how long. */
import { randomUUID } from "node:crypto";
import * as xlsx from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db, pool } from "~/platform/db.server";
import { expireExportsJob, listExports } from "~/platform/exports.server";
import { readFile } from "~/platform/files.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { cancelJobRun, type Run } from "~/platform/jobs.server";
import { listNotices } from "~/platform/notices.server";
import { largeExport } from "~/roster/exports/export-choice";
import { rosterExportJob } from "~/roster/exports/exports.server";
import { sortNameOf } from "~/roster/speaker-name";
import { action as askAction, loader as askLoader } from "~/routes/_app.roster.export";
import { loader as fileLoader } from "~/routes/exports.$exportId.file";
import { action as removalAction } from "~/routes/exports.$exportId.removal";
import { loader as csvLoader } from "~/routes/roster.export[.]csv";
import { loader as printLoader } from "~/routes/roster.print";
import { makeActor, makeSpeaker, makeUnit, type UnitLike } from "../factories";
import { answerOf, get, postPlain } from "../requests";

let province: UnitLike;
let commune: UnitLike;
let large: UnitLike;
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Lam Giang", level: "province" });
  commune = await makeUnit({ name: "Đảng ủy phường Cửa Lam", parent: province });
  large = await makeUnit({ name: "Đảng ủy Công an tỉnh", parent: province });
  officer = await makeActor({ role: "department_officer", unit: province, permission: "roster.export" });
  await makeSpeaker({ fullName: "Đặng Hồng Ánh", unit: commune, phone: "+84912345678" });
  await makeSpeaker({ fullName: "=Trần Thị Anh", unit: commune, phone: "+12125550123" });
  const people = Array.from(
    { length: largeExport + 1 },
    (_, at) => `Phạm Văn ${"Ba Bốn Năm".split(" ")[at % 3]}`,
  );
  await db.speaker.createMany({
    data: people.map((fullName) => ({ fullName, sortName: sortNameOf(fullName), unitId: large.id })),
  });
});

afterAll(stopJobs);

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
const call = (handler: unknown, request: Request, params: Record<string, string> = {}) =>
  answerOf(() => (handler as Handler)({ request, params, context: {} }));
const ask = (search: string, fields: Record<string, string>, actor = officer) =>
  call(askAction, postPlain(`/roster/export${search}`, fields, actor));

describe("the page that asks", () => {
  test("says how many, which filters, and proposes a name", async () => {
    const { body } = await call(askLoader, get(`/roster/export?unit=${commune.id}&role=rapporteur`, officer));
    const [year, month, day] = today().split("-");
    expect(body).toEqual({
      count: { total: 0, more: false },
      isLarge: false,
      filters: ["Thuộc Đảng ủy phường Cửa Lam", "Báo cáo viên"],
      name: `Báo cáo viên – Đảng ủy phường Cửa Lam – ${day}-${month}-${year}`,
      backTo: `/roster?unit=${commune.id}&role=rapporteur`,
    });
  });

  test("leads to the stream of a short list, with its filters, columns and name", async () => {
    const search = `?unit=${commune.id}&sort=-name&page=3`;
    const answer = await ask(search, { format: "csv", columns: "all", name: " Đội: ngũ / 1 " });
    const to = new URL(answer.headers.get("Location") ?? "", "http://x");
    expect([answer.status, to.pathname, to.searchParams.get("name"), to.searchParams.get("sort")]).toEqual([
      302,
      "/roster/export.csv",
      "Đội ngũ 1",
      "-name",
    ]);
    expect(to.searchParams.get("columns")).toContain("phone,email,birth");
    expect(to.searchParams.has("page")).toBe(false);
  });

  test("makes a file that waits of a short list too, if asked", async () => {
    const fields = { format: "csv", columns: "all", name: "Hai người", later: "yes" };
    const answer = await ask(`?unit=${commune.id}`, fields);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/exports"]);
    const [listed] = await listExports(officer);
    expect(listed).toMatchObject({ name: "Hai người.csv", state: "waiting", rows: null });
    expect(await cancelJobRun(officer, listed?.run?.id ?? "")).toBe(true);
  });

  test.each([
    [{ format: "xlsx", name: "  " }, "Nhập tên tệp."],
    [{ format: "exe", name: "x" }, undefined],
  ])("refuses %j in words", async (fields, why) => {
    const { status, body } = await ask("", fields as unknown as Record<string, string>);
    expect(status).toBe(422);
    if (why) expect((body as { error: string }).error).toBe(why);
  });
});

test("CSV holds the rows as they are filtered and sorted, its name, and no formula", async () => {
  const answer = await csvLoader({
    request: get(`/roster/export.csv?unit=${commune.id}&columns=name,phone&name=Đội%20ngũ`, officer),
    params: {},
    context: {},
  });
  expect(answer.headers.get("Content-Disposition")).toContain(encodeURIComponent("Đội ngũ.csv"));
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(
    "\ufeffHọ và tên,Điện thoại\r\n'=Trần Thị Anh,+12125550123\r\nĐặng Hồng Ánh,0912 345 678\r\n",
  );
});

test("the print holds the first rows, says how many there are, and is in the trail", async () => {
  const { body } = await call(printLoader, get(`/roster/print?unit=${large.id}&columns=name`, officer));
  const page = body as { count: number; lines: string[][]; heads: { label: string }[] };
  expect([page.count, page.lines.length, page.heads.map(({ label }) => label)]).toEqual([
    largeExport + 1,
    largeExport,
    ["Họ và tên"],
  ]);
  expect(await lastLine()).toMatchObject({ people: largeExport, format: "print" });
});

describe("a long list", () => {
  let id: string;

  test("becomes a job: the file is made, its maker is told, and the trail names it", async () => {
    await startJobs([rosterExportJob], true);
    const answer = await ask(`?unit=${large.id}&columns=name,unit`, {
      format: "xlsx",
      columns: "shown",
      name: "Công an tỉnh",
    });
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/exports"]);
    await expect.poll(async () => (await listExports(officer))[0]?.state, { timeout: 10_000 }).toBe("ready");
    const [listed] = await listExports(officer);
    expect(listed).toMatchObject({
      name: "Công an tỉnh.xlsx",
      about: "Thuộc Đảng ủy Công an tỉnh",
      rows: largeExport + 1,
      daysLeft: 7,
      run: null,
    });
    id = listed?.id ?? "";
    const [notice] = await listNotices(officer);
    expect(notice).toMatchObject({
      text: "Tệp “Công an tỉnh.xlsx” đã xuất xong, tải về trong 7 ngày.",
      path: "/exports",
    });
    expect(await lastLine()).toEqual({
      people: largeExport + 1,
      format: "xlsx",
      filter: ["Thuộc Đảng ủy Công an tỉnh"],
      columns: ["Họ và tên", "Đơn vị quản lý"],
    });
  });

  test("is fetched by its maker, whole", async () => {
    const answer = await fileLoader({
      request: get(`/exports/${id}/file`, officer),
      params: { exportId: id },
      context: {},
    });
    expect(answer.headers.get("Content-Disposition")).toContain(encodeURIComponent("Công an tỉnh.xlsx"));
    const book = xlsx.read(Buffer.from(await answer.arrayBuffer()));
    const rows = xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
    expect([rows.length, rows[1]]).toEqual([largeExport + 2, ["Phạm Văn Ba", "Đảng ủy Công an tỉnh"]]);
  });

  test("is not there for anybody else, nor for its maker once their reach or right is gone", async () => {
    const other = await makeActor({ role: "department_officer", unit: province });
    const fetch = (actor: Actor) => call(fileLoader, get(`/exports/${id}/file`, actor), { exportId: id });
    expect((await fetch(other)).status).toBe(404);
    expect((await call(removalAction, postPlain("/", {}, other), { exportId: id })).status).toBe(404);
    const grant = { where: { userId: officer.userId } };
    await db.grant.updateMany({ ...grant, data: { unitId: commune.id } });
    expect((await fetch(officer)).status).toBe(404);
    await db.grant.updateMany({ ...grant, data: { unitId: province.id, role: "auditor" } });
    expect((await fetch(officer)).status).toBe(403);
    await db.grant.updateMany({ ...grant, data: { role: "department_officer" } });
    expect((await fetch(officer)).status).toBe(200);
  });

  test("goes when its maker says so: file and notice; the line stays", async () => {
    const { fileId } = await db.exportFile.findUniqueOrThrow({ where: { id } });
    const answer = await call(removalAction, postPlain("/", {}, officer), { exportId: id });
    expect(answer.status).toBe(302);
    expect(await db.storedFile.findUnique({ where: { id: fileId ?? "" } })).toBeNull();
    expect((await listExports(officer))[0]).toMatchObject({ state: "removed", rows: largeExport + 1 });
    expect(await listNotices(officer)).toEqual([]);
    expect((await call(fileLoader, get("/", officer), { exportId: id })).status).toBe(404);
    expect((await call(removalAction, postPlain("/", {}, officer), { exportId: id })).status).toBe(404);
  });

  test("goes after its week; the line stays", async () => {
    await ask(`?unit=${large.id}`, { format: "csv", columns: "shown", name: "Hết hạn" });
    await expect.poll(async () => (await listExports(officer))[0]?.state, { timeout: 10_000 }).toBe("ready");
    const [{ id: late = "" } = {}] = await listExports(officer);
    const { fileId } = await db.exportFile.update({
      where: { id: late },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect((await call(fileLoader, get("/", officer), { exportId: late })).status).toBe(404);
    expect((await listExports(officer))[0]?.state).toBe("expired");
    await expireExportsJob.work({}, {} as Run);
    await expect(readFile(fileId ?? "")).rejects.toThrow();
    expect((await listExports(officer))[0]).toMatchObject({ state: "expired", rows: largeExport + 1 });
  });

  test("begun anew after a kill gives one file and one line in the trail", async () => {
    await stopJobs();
    await ask(`?unit=${large.id}`, { format: "csv", columns: "shown", name: "Sau khi mất điện" });
    const [{ run, id: killed } = {}] = await listExports(officer);
    // As a killed process leaves it: taken by nobody who lives.
    await pool.query("UPDATE pgboss.job SET state = 'active', started_on = now() WHERE id = $1", [run?.id]);
    await db.jobRun.updateMany({ where: { id: run?.id }, data: { state: "running", done: 500 } });
    await startJobs([rosterExportJob], true);
    await expect.poll(async () => (await listExports(officer))[0]?.state, { timeout: 20_000 }).toBe("ready");
    const lines = await db.auditLine.count({ where: { title: "Sau khi mất điện.csv" } });
    const files = await db.storedFile.count({ where: { name: "Sau khi mất điện.csv" } });
    expect([(await listExports(officer))[0]?.id, lines, files]).toEqual([killed, 1, 1]);
  }, 30_000);

  test("cancelled while it waits or runs leaves no file and no line in the trail", async () => {
    await stopJobs();
    const before = await lastLine();
    await ask(`?unit=${large.id}`, { format: "csv", columns: "shown", name: "Thôi" });
    const [waiting] = await listExports(officer);
    expect(waiting?.state).toBe("waiting");
    const files = await db.storedFile.count();
    const cancelled = new Error("cancelled");
    const run = { id: randomUUID(), actor: officer, progress: async () => {}, finish: async () => {} };
    const order = { exportId: waiting?.id ?? "", format: "csv" as const, search: "", day: "2026-11-23" };
    let looks = 0;
    const checkCancelled = async () => {
      if (++looks > 2) throw cancelled;
    };
    await expect(rosterExportJob.work(order, { ...run, checkCancelled })).rejects.toBe(cancelled);
    expect(await cancelJobRun(officer, waiting?.run?.id ?? "")).toBe(true);
    expect((await listExports(officer))[0]).toMatchObject({ state: "cancelled", size: null });
    expect([await db.storedFile.count(), await lastLine()]).toEqual([files, before]);
  });
});

async function lastLine() {
  const line = await db.auditLine.findFirst({
    where: { action: "roster.exported" },
    orderBy: { id: "desc" },
  });
  return line?.after;
}
