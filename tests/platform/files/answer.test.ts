/** Stored files as answers, on disk or with FILES_URL on an S3-compatible server: ranges, checksums as ETags, names, links. */
import { createHash, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { openTicket, wayToAnother } from "~/platform/files/links.server";
import { answerFile, fileLink, removeFile, storeFile } from "~/platform/files.server";
import type { StoredFile } from "~/platform/prisma/client";

const content = randomBytes(700_000);
let file: StoredFile;
let etag: string;

beforeAll(async () => {
  file = await storeFile(db, theSystem, { name: "Đề cương tháng 11.pdf", type: "application/pdf", content });
  etag = `"${createHash("sha256").update(content).digest("hex")}"`;
});

test("answers the whole file with its checksum, and says that parts may be asked for", async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache, no-transform",
    "content-disposition":
      "attachment; filename=\"De cuong thang 11.pdf\"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng%20th%C3%A1ng%2011.pdf",
    "content-length": "700000",
    "content-type": "application/pdf",
    etag,
    "x-content-type-options": "nosniff",
  });
  expect(await bytesOf(answer)).toEqual(content);
});

test.each([
  ["bytes=0-99", 0, 100],
  ["bytes=699990-", 699_990, 700_000],
  ["bytes=-10", 699_990, 700_000],
  ["bytes=-9999999", 0, 700_000],
  ["bytes=100-99999999", 100, 700_000],
  ["bytes=300000-300000", 300_000, 300_001],
])("answers the part %s", async (Range, from, to) => {
  const answer = await ask({ Range });
  expect([answer.status, answer.headers.get("Content-Range"), answer.headers.get("Content-Length")]).toEqual([
    206,
    `bytes ${from}-${to - 1}/700000`,
    String(to - from),
  ]);
  expect(await bytesOf(answer)).toEqual(content.subarray(from, to));
});

test("refuses a part beyond the end, and answers the whole where the question is no single part", async () => {
  for (const Range of ["bytes=700000-", "bytes=-0"]) {
    const beyond = await ask({ Range });
    expect([beyond.status, beyond.headers.get("Content-Range")]).toEqual([416, "bytes */700000"]);
  }
  for (const Range of ["bytes=0-1,5-6", "bytes=9-3", "bytes=-", "pages=1-2"]) {
    const whole = await ask({ Range });
    expect(whole.status).toBe(200);
    await whole.body?.cancel();
  }
});

test("goes on with a download only while the file is the same", async () => {
  const same = await ask({ Range: "bytes=5-9", "If-Range": etag });
  expect([same.status, await bytesOf(same)]).toEqual([206, content.subarray(5, 10)]);
  const other = await ask({ Range: "bytes=5-9", "If-Range": '"another"' });
  expect([other.status, await bytesOf(other)]).toEqual([200, content]);
});

test("sends nothing to who has it already, and no bytes to who asks for the head alone", async () => {
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    const unchanged = await ask({ "If-None-Match": known });
    expect([unchanged.status, unchanged.body]).toEqual([304, null]);
  }
  const head = await answerFile(new Request("http://localhost/", { method: "HEAD" }), file.id);
  expect([head.status, head.headers.get("Content-Length"), head.body]).toEqual([200, "700000", null]);
});

test("shows in the browser what is harmless there, and saves the rest", async () => {
  const dispositions = await Promise.all(
    ["application/pdf", "image/png", "image/svg+xml", "text/html", "text/plain; charset=utf-8"].map(
      async (type) => {
        const answer = await answerFile(new Request("http://localhost/", { method: "HEAD" }), file.id, {
          name: "a",
          type,
          inline: true,
        });
        return answer.headers.get("Content-Disposition")?.split(";")[0];
      },
    ),
  );
  expect(dispositions).toEqual(["inline", "inline", "attachment", "attachment", "inline"]);
});

test("stops reading when nobody takes the rest", async () => {
  const answer = await ask();
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const inside = (answer.body as unknown as Record<symbol, { destroyed: boolean }>)[
    Symbol.for("bytes as a Node stream")
  ];
  expect(inside?.destroyed).toBe(true);
});

test("answers 404 to an id without a file, and fails on a file that is gone from the store", async () => {
  await expect(answerFile(new Request("http://localhost/"), crypto.randomUUID())).rejects.toMatchObject({
    status: 404,
  });
  const gone = await storeFile(db, theSystem, { name: "a", type: "text/plain", content: Buffer.from("a") });
  await removeFile(db, gone.id);
  await db.storedFile.create({ data: gone });
  await expect(answerFile(new Request("http://localhost/"), gone.id)).rejects.toThrow();
});

test.skipIf(env.FILES_URL)("a link of ours holds for its person, unchanged, for its time", async () => {
  const me = { userId: "me" };
  const link = await fileLink(me, file.id, { name: "Đề cương.pdf", inline: true });
  const [place, token = ""] = link.split(/(?<=content\/)/);
  expect(place).toBe("/files/content/");
  expect(openTicket(me, token)).toMatchObject({ file: file.id, name: "Đề cương.pdf", inline: true });
  expect(openTicket({ userId: "another" }, token)).toBeNull();
  for (const changed of [`x${token}`, token.slice(0, -2), token.split(".")[0] ?? "", "", "a.b.c"]) {
    expect(openTicket(me, changed)).toBeNull();
  }
  const past = await fileLink(me, file.id, { seconds: -1 });
  expect(openTicket(me, past.split("/").at(-1) ?? "")).toBeNull();
});

test.skipIf(env.FILES_URL)(
  "a link whose time is over says to its person, unchanged, where another is had",
  async () => {
    const again = "/somewhere/download";
    const over = await fileLink({ userId: "me" }, file.id, { seconds: -1, again });
    const token = over.split("/").at(-1) ?? "";
    expect(openTicket({ userId: "me" }, token)).toBeNull();
    expect(wayToAnother({ userId: "me" }, token)).toBe(again);
    expect(wayToAnother({ userId: "another" }, token)).toBeUndefined();
    expect(wayToAnother({ userId: "me" }, `x${token}`)).toBeUndefined();
  },
);

test.runIf(env.FILES_URL)(
  "the store's own link hands the file out by name and by part, and no changed one does",
  async () => {
    const link = await fileLink({ userId: "me" }, file.id, { name: "Đề cương.pdf", inline: true });
    const whole = await fetch(link);
    expect([whole.status, whole.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect(whole.headers.get("Content-Disposition")).toMatch(
      /^inline; filename="De cuong.pdf"; filename\*=UTF-8''/,
    );
    expect(await bytesOf(whole)).toEqual(content);
    const part = await fetch(link, { headers: { Range: "bytes=10-19" } });
    expect([part.status, await bytesOf(part)]).toEqual([206, content.subarray(10, 20)]);
    expect((await fetch(link.replace(file.id, crypto.randomUUID()))).status).toBe(403);
  },
);

function ask(headers: Record<string, string> = {}): Promise<Response> {
  return answerFile(new Request("http://localhost/", { headers }), file.id);
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}
