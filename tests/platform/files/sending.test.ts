/** Stored files over a real line: to many at once, fast and slow, to those who go away, and from a file that was cut off. */
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir, readlink, truncate } from "node:fs/promises";
import { Agent, get, type IncomingMessage, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import compression from "compression";
import express from "express";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { answerFile, storeFile } from "~/platform/files.server";
import { answerPages } from "~/platform/host/pages";
import type { StoredFile } from "~/platform/prisma/client";

// More than the system itself holds between two ends of a line.
const content = randomBytes(24_000_000);
let file: StoredFile;
let server: ReturnType<express.Express["listen"]>;
/** Until this is over, nothing is answered. */
let thinking: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  file = await storeFile(db, theSystem, { name: "a.bin", type: "text/plain", content });
  const app = express().use(compression());
  app.all(
    "*",
    answerPages(async (request) => {
      const answer = await answerFile(request, new URL(request.url).pathname.slice(1));
      await thinking;
      return answer;
    }),
  );
  app.use(((_error, _request, response, _next) => response.destroy()) as express.ErrorRequestHandler);
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("gives each of many its own bytes, whole or a part, whatever the others take", async () => {
  const parts = Array.from({ length: 12 }, (_, index) => ({
    from: index % 2 ? 0 : index * 1_000_003,
    to: index % 3 ? content.length : 20_000_007,
  }));
  const found = await Promise.all(
    parts.map(async ({ from, to }, index) => {
      const answer = await ask({ headers: { Range: `bytes=${from}-${to - 1}` } });
      // Some take their time, so that their pieces wait while others use the same memory.
      if (index % 4 === 0) await sleep(400);
      return sumOf(await buffer(answer));
    }),
  );
  expect(found).toEqual(parts.map(({ from, to }) => sumOf(content.subarray(from, to))));
});

test("sends to who asks again on the same line, and the head alone to who asks for it", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await ask({ agent, method });
    const body = await buffer(answer);
    expect([answer.statusCode, answer.headers["content-length"], body.length]).toEqual([
      200,
      String(content.length),
      method === "HEAD" ? 0 : content.length,
    ]);
    expect(answer.headers["content-encoding"]).toBeUndefined();
  }
  agent.destroy();
});

test("an empty file is an answer too", async () => {
  const empty = await storeFile(db, theSystem, { name: "a", type: "text/plain", content: Buffer.of() });
  const answer = await ask({ path: `/${empty.id}` });
  expect([answer.statusCode, (await buffer(answer)).length]).toEqual([200, 0]);
});

test.skipIf(env.FILES_URL)(
  "holds no file open for those who went away, in the middle or before anything came",
  async () => {
    for (let round = 0; round < 5; round++) {
      const middle = await ask({});
      await once(middle, "data");
      middle.destroy();
    }
    await vi.waitFor(async () => expect(await openNow()).toBe(0), 5_000);
    let answered: (() => void) | undefined;
    thinking = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const early = request({});
    early.on("error", () => {});
    await vi.waitFor(async () => expect(await openNow()).toBe(1), 5_000);
    early.destroy();
    await vi.waitFor(async () => expect(await openNow()).toBe(0), 5_000);
    answered?.();
    thinking = Promise.resolve();
    expect(sumOf(await buffer(await ask({})))).toBe(sumOf(content));
    await vi.waitFor(async () => expect(await openNow()).toBe(0), 5_000);
  },
);

test.skipIf(env.FILES_URL)(
  "cuts the line where the file on disk is shorter than what was stored: nobody waits for the rest",
  async () => {
    const short = await storeFile(db, theSystem, { name: "a", type: "text/plain", content });
    await truncate(path.resolve(env.DATA_DIR, "files", short.key), 1_000_000);
    const answer = await ask({ path: `/${short.id}` });
    await expect(buffer(answer)).rejects.toThrow("aborted");
    await vi.waitFor(async () => expect(await openNow(short)).toBe(0), 5_000);
  },
);

function request(options: RequestOptions) {
  const { port } = server.address() as AddressInfo;
  return get({ host: "127.0.0.1", port, path: `/${file.id}`, agent: false, ...options });
}

async function ask(options: RequestOptions): Promise<IncomingMessage> {
  const [answer] = await once(request(options), "response");
  return answer;
}

/** How often this process holds the file open. */
async function openNow({ key } = file): Promise<number> {
  const names = await readdir("/proc/self/fd");
  const places = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")));
  return places.filter((place) => place.endsWith(key)).length;
}

function sumOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
