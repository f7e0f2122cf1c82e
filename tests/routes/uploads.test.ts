/** The addresses of uploads and of stored files: who is told what, and that nobody reaches another's. */
import { expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { fileLink, storeFile } from "~/platform/files.server";
import { uploadWords } from "~/platform/uploads/words";
import { loader as loadContent } from "~/routes/files.content.$token";
import { action as begin, loader as listUnfinished } from "~/routes/uploads";
import { loader as ask, action as change } from "~/routes/uploads_.$uploadId";
import { galleryWords } from "~/ui/gallery/words";
import { makeActor } from "../factories";
import { answerOf, get } from "../requests";

type Somebody = Awaited<ReturnType<typeof makeActor>> | null;

test("tells whoever sends files, and is not signed in any more, that what came is kept", async () => {
  const { status, body } = await answerOf(() => begin(argsOf(tus("POST", "/uploads", null))));
  expect([status, body]).toEqual([401, uploadWords.vi.signInAgain]);
});

test("knows only the purposes that are declared", async () => {
  const actor = await makeActor();
  for (const purpose of ["", "none"]) {
    const request = tus("POST", "/uploads", actor, { purpose });
    expect((await answerOf(() => begin(argsOf(request)))).status).toBe(404);
  }
});

test("takes an upload from its beginning to its end, and lists what has not come to it", async () => {
  const actor = await makeActor();
  const id = await beginAs(actor);
  const unfinished = await answerOf(() =>
    listUnfinished(argsOf(get("/uploads?purpose=ui.sample&subject=sample", actor))),
  );
  expect(unfinished.body).toEqual({ unfinished: [{ id, name: "a.txt", size: 4, received: 0 }] });
  const piece = await answerOf(() => change(argsOf(tus("PATCH", `/uploads/${id}`, actor, {}, "12"), id)));
  expect([piece.status, piece.headers.get("Upload-Offset")]).toEqual([204, "2"]);
  const head = await answerOf(() => ask(argsOf(tus("HEAD", `/uploads/${id}`, actor), id)));
  expect([head.status, head.headers.get("Upload-Offset")]).toEqual([200, "2"]);
  const rest = tus("PATCH", `/uploads/${id}`, actor, { offset: "2" }, "34");
  const whole = await answerOf(() => change(argsOf(rest, id)));
  expect([whole.status, whole.body]).toEqual([422, galleryWords.vi.uploadsNot]);
});

test("is 404 to everybody but its owner, whatever they ask", async () => {
  const id = await beginAs(await makeActor());
  const other = await makeActor({ role: "system_administrator" });
  const answers = await Promise.all([
    answerOf(() => ask(argsOf(tus("HEAD", `/uploads/${id}`, other), id))),
    answerOf(() => change(argsOf(tus("PATCH", `/uploads/${id}`, other, {}, "12"), id))),
    answerOf(() => change(argsOf(tus("DELETE", `/uploads/${id}`, other), id))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await db.upload.count({ where: { id } })).toBe(1);
});

test("asks for the permission again with every piece", async () => {
  const actor = await makeActor();
  const id = await beginAs(actor);
  await db.grant.deleteMany({ where: { userId: actor.userId } });
  const { status } = await answerOf(() =>
    change(argsOf(tus("PATCH", `/uploads/${id}`, actor, {}, "12"), id)),
  );
  expect(status).toBe(403);
});

test.skipIf(env.FILES_URL)("a link to a stored file opens for its person alone", async () => {
  const [me, other] = [await makeActor(), await makeActor({ role: "system_administrator" })];
  const file = await storeFile(db, theSystem, {
    name: "a.txt",
    type: "text/plain",
    content: Buffer.from("abc"),
  });
  const link = await fileLink(me, file.id, { name: "Kế hoạch.txt" });
  const token = link.split("/").at(-1) ?? "";
  const mine = await answerOf(() => loadContent(contentArgs(get(link, me), token)));
  expect([mine.status, mine.body]).toEqual([200, "abc"]);
  expect(mine.headers.get("Content-Disposition")).toContain(
    "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.txt",
  );
  expect(await placeAfter(get(link, other), token)).toBe("/files/closed-link");
  expect(await placeAfter(get(link), token)).toMatch("/sign-in?to=");
});

test.skipIf(env.FILES_URL)(
  "a link whose time is over leads its person to another one, or to what says why",
  async () => {
    const [me, other] = [await makeActor(), await makeActor()];
    const content = Buffer.from("abc");
    const file = await storeFile(db, theSystem, { name: "a.txt", type: "text/plain", content });
    const linkWith = (again?: string) => fileLink(me, file.id, { seconds: -1, again });
    const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
    const [renewed, closed] = [await linkWith("/materials/files/1/download"), await linkWith()];
    expect(await placeAfter(get(renewed, me), tokenOf(renewed))).toBe("/materials/files/1/download");
    expect(await placeAfter(get(renewed, other), tokenOf(renewed))).toBe("/files/closed-link");
    expect(await placeAfter(get(closed, me), tokenOf(closed))).toBe("/files/closed-link");
  },
);

async function placeAfter(request: Request, token: string): Promise<string | null> {
  const { status, headers } = await answerOf(() => loadContent(contentArgs(request, token)));
  expect(status).toBe(302);
  return headers.get("Location");
}

async function beginAs(actor: Somebody): Promise<string> {
  const request = tus("POST", "/uploads", actor, { purpose: "ui.sample" });
  const { status, headers } = await answerOf(() => begin(argsOf(request)));
  expect(status).toBe(201);
  return headers.get("Location")?.split("/").at(-1) ?? "";
}

function tus(
  method: string,
  path: string,
  who: Somebody,
  { purpose = "", offset = "0" }: { purpose?: string; offset?: string } = {},
  body?: string,
): Request {
  const facts = { filename: "a.txt", purpose, subject: "sample", declared: "1" };
  const metadata = Object.entries(facts).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
  );
  const headers = new Headers(get(path, who).headers);
  headers.set("Tus-Resumable", "1.0.0");
  if (method === "POST") headers.set("Upload-Length", "4");
  if (method === "POST") headers.set("Upload-Metadata", metadata.join(","));
  if (method === "PATCH") headers.set("Upload-Offset", offset);
  if (method === "PATCH") headers.set("Content-Type", "application/offset+octet-stream");
  return new Request(`http://localhost:3000${path}`, { method, headers, body });
}

function argsOf(request: Request, uploadId = "") {
  return { request, params: { uploadId }, context: {} as never };
}

function contentArgs(request: Request, token: string) {
  return { request, params: { token }, context: {} as never };
}
