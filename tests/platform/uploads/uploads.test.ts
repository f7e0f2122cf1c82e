/** Uploads that resume: each its owner's, whole or not taken, whatever is cut or killed on the way. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { readFile } from "~/platform/files.server";
import { freePort } from "~/platform/host/postgres";
import {
  forgetUploadsJob,
  listUnfinished,
  placeOf,
  removeStrayPieces,
} from "~/platform/uploads/pieces.server";
import { uploadWords } from "~/platform/uploads/words";
import { cutLine } from "./cut-line";
import { receive, takenOf } from "./receiver";
import { makeSample, type Sample, send } from "./sender";

let port: number;
let stop: () => Promise<unknown>;
let sample: Sample;

beforeAll(async () => {
  ({ port, stop } = await receive());
  sample = await makeSample(1);
});
afterAll(() => stop());

const tus = { "Tus-Resumable": "1.0.0", "X-Test-User": "somebody" };
const piece = { ...tus, "Content-Type": "application/offset+octet-stream" };

test("a file arrives whole, with its checksum, and is taken once", async () => {
  const id = await send(port, sample);
  expect(await takenOf(id)).toEqual({
    ...{ userId: "somebody", name: "mẫu.bin", sha256: sample.sha256, size: sample.size, storedId: id },
  });
  expect((await readFile(id)).length).toBe(sample.size);
  expect(existsSync(placeOf(id))).toBe(false);
  // Whoever lost the last answer hears that all is there.
  const again = await ask(id, "HEAD", tus);
  expect([again.status, again.headers.get("Upload-Offset")]).toEqual([200, String(sample.size)]);
});

test("arrives whole over a slow line that is cut again and again", async () => {
  const { megabytes = "20", every = "1000" } = {
    megabytes: process.env.CUT_MEGABYTES,
    every: process.env.CUT_EVERY,
  };
  const large = await makeSample(Number(megabytes));
  const line = await cutLine(port, { every: Number(every), rate: 6 * 1024 * 1024 });
  const id = await send(line.port, large);
  expect(line.cuts()).toBeGreaterThan(1);
  line.stop();
  expect((await takenOf(id))?.sha256).toBe(large.sha256);
}, 180_000);

test("goes on after the program was killed in the middle, and after it was killed while taking", async () => {
  const large = await makeSample(24);
  const wanted = await freePort();
  let program = await start(wanted);
  const line = await cutLine(wanted, { every: 3_600_000, rate: 8 * 1024 * 1024 });
  let restarted: Promise<unknown> | undefined;
  const id = await send(line.port, large, {
    subject: "killed",
    onChunkComplete: (_size, accepted) => {
      if (accepted < 12 * 1024 * 1024 || restarted) return;
      program.kill("SIGKILL");
      restarted = start(wanted).then(async (next) => {
        program = next;
        // It kills itself once more when all has come and is being taken; the third one may finish.
        await new Promise((resolve) => next.once("exit", resolve));
        program = await start(wanted, { WHOLE: "1" });
      });
    },
  });
  await restarted;
  program.kill("SIGKILL");
  line.stop();
  expect((await takenOf(id))?.sha256).toBe(large.sha256);
  expect(await db.storedFile.count({ where: { sha256: large.sha256 } })).toBe(1);
}, 120_000);

test("is its owner's alone", async () => {
  const id = await begin(10);
  const other = { ...piece, "X-Test-User": "another" };
  for (const method of ["HEAD", "PATCH", "DELETE"]) {
    const headers = { ...other, "Upload-Offset": "0" };
    expect((await ask(id, method, headers, method === "PATCH" ? "x" : undefined)).status).toBe(404);
  }
  expect(await listUnfinished({ userId: "another" }, "test.trial", "here")).toEqual([]);
  expect((await listUnfinished({ userId: "somebody" }, "test.trial", "here")).map((one) => one.id)).toContain(
    id,
  );
  expect((await ask(id, "DELETE", tus)).status).toBe(204);
  expect(await db.upload.findUnique({ where: { id } })).toBeNull();
  expect(existsSync(placeOf(id))).toBe(false);
});

test("refuses in words what is too large, empty, not declared, or for a place that is not there", async () => {
  const tooLarge = await create({ size: 161 * 1024 * 1024 });
  expect([tooLarge.status, await tooLarge.text()]).toEqual([413, uploadWords.vi.tooLarge(160)]);
  const empty = await create({ size: 0 });
  expect([empty.status, await empty.text()]).toEqual([422, uploadWords.vi.empty]);
  const undeclared = await create({ size: 5, declared: "0" });
  expect([undeclared.status, await undeclared.text()]).toEqual([422, "Chưa cam kết"]);
  expect((await create({ size: 5, subject: "nowhere" })).status).toBe(404);
});

test("refuses more bytes than were declared, and pieces for another place of the file", async () => {
  const id = await begin(4);
  const more = await ask(id, "PATCH", { ...piece, "Upload-Offset": "0" }, "12345678");
  expect(more.status).toBe(413);
  expect((await ask(id, "PATCH", { ...piece, "Upload-Offset": "3" }, "1")).status).toBe(409);
  expect(await takenOf(id)).toBeUndefined();
});

test("keeps nothing of what the feature refuses in the end", async () => {
  const before = await db.storedFile.count();
  const id = await begin(4, "too late");
  const refused = await ask(id, "PATCH", { ...piece, "Upload-Offset": "0" }, "1234");
  expect([refused.status, await refused.text()]).toEqual([422, "Đã muộn"]);
  expect(await db.upload.findUnique({ where: { id } })).toBeNull();
  expect(existsSync(placeOf(id))).toBe(false);
  expect(await db.storedFile.count()).toBe(before);
});

test("a fault while it is taken loses nothing: asking again brings it to its end", async () => {
  const id = await begin(4, "broken");
  expect((await ask(id, "PATCH", { ...piece, "Upload-Offset": "0" }, "1234")).status).toBe(500);
  expect(await takenOf(id)).toBeUndefined();
  process.env.WHOLE = "1";
  expect((await ask(id, "HEAD", tus)).status).toBe(200);
  delete process.env.WHOLE;
  expect(await takenOf(id)).toMatchObject({ size: 4 });
});

test("says that the disk is full, and goes on from there once it is not", async () => {
  const id = await begin(4);
  // Whatever is written there meets a full disk.
  rmSync(placeOf(id));
  symlinkSync("/dev/full", placeOf(id));
  const full = await ask(id, "PATCH", { ...piece, "Upload-Offset": "0" }, "1234");
  expect([full.status, await full.text()]).toEqual([507, uploadWords.vi.noRoom]);
  rmSync(placeOf(id));
  writeFileSync(placeOf(id), "");
  expect((await ask(id, "PATCH", { ...piece, "Upload-Offset": "0" }, "1234")).status).toBe(204);
  expect(await takenOf(id)).toMatchObject({ size: 4 });
});

test("gives up after 48 hours what nobody went on with, and sweeps bytes without a row at start", async () => {
  const [old, young] = [await begin(4), await begin(4)];
  const longAgo = new Date(Date.now() - 49 * 3_600_000);
  await db.upload.update({ where: { id: old }, data: { updatedAt: longAgo } });
  await forgetUploadsJob.work({}, undefined as never);
  expect([existsSync(placeOf(old)), existsSync(placeOf(young))]).toEqual([false, true]);
  expect((await ask(old, "HEAD", tus)).status).toBe(404);
  mkdirSync(path.join(env.DATA_DIR, "uploads"), { recursive: true });
  await db.upload.delete({ where: { id: young } });
  await removeStrayPieces();
  expect(existsSync(placeOf(young))).toBe(false);
});

function ask(id: string, method: string, headers: Record<string, string>, body?: string) {
  return fetch(`http://127.0.0.1:${port}/uploads/${id}`, { method, headers, body });
}

function create({
  size,
  subject = "here",
  declared = "1",
}: {
  size: number;
  subject?: string;
  declared?: string;
}) {
  const facts = { filename: "a.txt", purpose: "test.trial", subject, declared };
  const metadata = Object.entries(facts).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
  );
  const headers = { ...tus, "Upload-Length": String(size), "Upload-Metadata": metadata.join(",") };
  return fetch(`http://127.0.0.1:${port}/uploads`, { method: "POST", headers });
}

async function begin(size: number, subject?: string): Promise<string> {
  const answer = await create({ size, subject });
  expect(answer.status).toBe(201);
  return answer.headers.get("Location")?.split("/").at(-1) ?? "";
}

/** The receiver as a program of its own, on the same database and folder. */
function start(onPort: number, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/platform/uploads/receiver.ts"], {
    env: { ...process.env, PORT: String(onPort), ...more },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise<typeof child>((resolve, reject) => {
    child.stdout.once("data", () => resolve(child));
    child.once("exit", (code) => reject(new Error(`The receiver ended with ${code}`)));
  });
}
