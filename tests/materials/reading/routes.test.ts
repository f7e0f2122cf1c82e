/** What a reader gets at each address of the library: who may, what is written down, and what a copy of theirs is. */
import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { removeCopiesJob } from "~/materials/reading/copies.server";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { loader as libraryLoader } from "~/routes/_app.library._index";
import { loader as entryLoader } from "~/routes/_app.library.$materialId._index";
import { loader as linkLoader } from "~/routes/files.content.$token";
import { action as acknowledgeAction } from "~/routes/library.$materialId.acknowledgement";
import { loader as viewerLoader } from "~/routes/library.$materialId.files.$fileId._index";
import { loader as hitsLoader } from "~/routes/library.$materialId.files.$fileId.hits";
import { action as placeAction } from "~/routes/library.$materialId.files.$fileId.place";
import { loader as textLoader } from "~/routes/library.$materialId.files.$fileId.text";
import { action as saveAction } from "~/routes/library.$materialId.saving";
import { loader as contentLoader } from "~/routes/materials.files.$fileId.content";
import { loader as downloadLoader } from "~/routes/materials.files.$fileId.download";
import {
  makeActor,
  makeAppointment,
  makeMaterial,
  makeMaterialFile,
  makeMaterialVersion,
  makeSpeaker,
  makeUnit,
} from "../../factories";
import { answerOf, get, post, postPlain } from "../../requests";

type Params = { materialId?: string; fileId?: string; token?: string };
type Handler = (args: { request: Request; params: Params; context: object }) => unknown;

let unit: { id: string };
let reader: Actor;
/** Another speaker, whom no rule names. */
let stranger: Actor;
let keeper: Actor;
let neighbour: Actor;

beforeAll(async () => {
  unit = await makeUnit({ name: "Tỉnh ủy" });
  const other = await makeUnit({ name: "Tỉnh khác" });
  reader = await makeReader("Đặng Thị Hồng Ánh", unit);
  stranger = await makeReader("Sùng A Tủa", other);
  keeper = await makeActor({ role: "department_officer", unit });
  neighbour = await makeActor({ role: "department_officer", unit: other });
});

async function makeReader(name: string, at: { id: string }) {
  const speaker = await makeSpeaker({ fullName: name, unit: at });
  await makeAppointment({ speaker });
  return makeActor({ role: "speaker", unit: at, name, speakerId: speaker.id });
}

/** Published for the speakers of the unit, with one PDF of two pages. */
async function makeRead(values: { circulation?: string; acknowledgeBy?: string } = {}) {
  const { circulation = "internal", acknowledgeBy } = values;
  const { id } = await makeMaterial({ unit, circulation, state: "draft" });
  await db.materialVersion.deleteMany({ where: { materialId: id } });
  const version = await makeMaterialVersion({ material: { id }, published: true, acknowledgeBy });
  await db.audienceRule.create({ data: { materialId: id, unitIds: [unit.id] } });
  const content = await twoPages();
  const file = await makeMaterialFile({
    versionId: version.id,
    content,
    pages: ["Trang một nói về Quận ủy Ba Đình", "Trang hai nói về ba đình làng"],
  });
  return { materialId: id, versionId: version.id, fileId: file.id, storedId: file.fileId ?? "", content };
}

async function twoPages(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const text of ["First page", "Second page"]) pdf.addPage([595, 842]).drawText(text, { x: 50, y: 700 });
  return Buffer.from(await pdf.save());
}

function call(handler: unknown, request: Request, params: Params) {
  return answerOf(() => (handler as Handler)({ request, params, context: {} }));
}

async function bytesOf(handler: unknown, request: Request, params: Params): Promise<Buffer> {
  const answer = (await (handler as Handler)({ request, params, context: {} })) as Response;
  return Buffer.from(await answer.arrayBuffer());
}

async function wordsOf(bytes: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((one) => ("str" in one ? one.str : "")).join(" ");
    }),
  );
  await loading.destroy();
  return pages;
}

function readingsOf({ userId }: Actor, fileId: string) {
  return db.materialReading
    .findMany({ where: { userId, fileId }, orderBy: { id: "asc" }, select: { how: true } })
    .then((rows) => rows.map(({ how }) => how));
}

describe("every address of a file", () => {
  const loaders: [string, unknown, number][] = [
    ["viewer", viewerLoader, 200],
    ["text", textLoader, 200],
    ["hits", hitsLoader, 200],
    ["content", contentLoader, 200],
    ["download", downloadLoader, 302],
  ];

  async function statuses(who: Actor, params: Params) {
    const found: Record<string, number> = {};
    for (const [name, handler] of loaders)
      found[name] = (await call(handler, get("/?q=ba", who), params)).status;
    return found;
  }
  const all = (status?: number) =>
    Object.fromEntries(loaders.map(([name, , usual]) => [name, status ?? usual]));

  test("opens to whom it is meant for and who keeps it, to nobody else", async () => {
    const read = await makeRead();
    expect(await statuses(reader, read)).toEqual(all());
    expect(await statuses(keeper, read)).toEqual(all());
    expect(await statuses(stranger, read)).toEqual(all(404));
    expect(await statuses(neighbour, read)).toEqual(all(404));
    expect((await call(entryLoader, get("/", stranger), read)).status).toBe(404);
    expect((await call(placeAction, post("/", { page: 2 }, stranger), read)).status).toBe(404);
    expect((await call(saveAction, post("/", {}, stranger), read)).status).toBe(404);
  });

  test("closes when it is withdrawn, thrown away, or being checked", async () => {
    for (const change of [{ state: "withdrawn" }, { trashedAt: new Date() }]) {
      const read = await makeRead();
      await db.material.update({ where: { id: read.materialId }, data: change });
      expect(await statuses(reader, read)).toEqual(all(404));
    }
    const read = await makeRead();
    await db.materialFile.update({ where: { id: read.fileId }, data: { state: "checking" } });
    expect(await statuses(reader, read)).toEqual(all(404));
    expect(await statuses(keeper, read)).toEqual(all(404));
  });
});

describe("a copy", () => {
  test("carries its reader's name on every page; the original stays as it was", async () => {
    const read = await makeRead();
    const content = await bytesOf(contentLoader, get("/", reader), read);
    const pages = await wordsOf(content);
    expect(pages.map((page) => page.split("Đặng Thị Hồng Ánh").length - 1)).toEqual([3, 3]);
    expect(pages.map((page) => page.split(" Đặng")[0]?.trim())).toEqual(["First page", "Second page"]);
    expect(checksum(await readFile(read.storedId))).toBe(checksum(read.content));
  });

  test("is the same for an hour, so that its parts fit together", async () => {
    const read = await makeRead();
    const whole = await bytesOf(contentLoader, get("/", reader), read);
    const part = new Request(get("/", reader), { headers: { ...headers(reader), Range: "bytes=100-199" } });
    expect(await bytesOf(contentLoader, part, read)).toEqual(whole.subarray(100, 200));
    const download = await call(downloadLoader, get("/", reader), read);
    const token = download.headers.get("Location")?.split("/").at(-1) ?? "";
    expect(await bytesOf(linkLoader, get("/", reader), { token })).toEqual(whole);
    // The link is the reader's alone, and nobody changes it.
    for (const refused of [
      await call(linkLoader, get("/", keeper), { token }),
      await call(linkLoader, get("/", reader), { token: `x${token}` }),
    ]) {
      expect([refused.status, refused.headers.get("Location")]).toEqual([302, "/files/closed-link"]);
    }
    expect(await bytesOf(contentLoader, get("/", keeper), read)).not.toEqual(whole);
  });

  test("is not made of what everybody may pass on", async () => {
    const read = await makeRead({ circulation: "public" });
    expect(await bytesOf(contentLoader, get("/", stranger), read)).toEqual(read.content);
    expect(await db.materialCopy.count({ where: { fileId: read.fileId } })).toBe(0);
  });

  test("that cannot be made is refused in words, and the download leads back", async () => {
    const read = await makeRead();
    const broken = await makeMaterialFile({ versionId: read.versionId, content: Buffer.from("%PDF-1.7 x") });
    const params = { ...read, fileId: broken.id };
    const { status, body } = await call(contentLoader, get("/", reader), params);
    expect([status, body]).toEqual([422, { errors: { form: expect.stringContaining("bị hỏng") } }]);
    const download = await call(downloadLoader, get("/", reader), params);
    expect(download.headers.get("Location")).toBe(`/library/${read.materialId}`);
    expect(await readingsOf(reader, broken.id)).toEqual([]);
  });

  test("goes after its hour, and with its material", async () => {
    const [late, gone, kept] = [await makeRead(), await makeRead(), await makeRead()];
    for (const read of [late, gone, kept]) await call(contentLoader, get("/", reader), read);
    await db.materialCopy.updateMany({ where: { fileId: late.fileId }, data: { expiresAt: new Date(0) } });
    await db.material.update({ where: { id: gone.materialId }, data: { state: "withdrawn" } });
    const stored = await db.materialCopy.findMany({ where: { fileId: { in: [late.fileId, gone.fileId] } } });
    await removeCopiesJob.work({}, {} as never);
    const left = await db.materialCopy.findMany({ where: { userId: reader.userId } });
    expect(left.map(({ fileId }) => fileId)).toContain(kept.fileId);
    expect(left.some(({ fileId }) => [late.fileId, gone.fileId].includes(fileId))).toBe(false);
    const ids = stored.map(({ storedId }) => storedId);
    expect([ids.length, await db.storedFile.count({ where: { id: { in: ids } } })]).toEqual([2, 0]);
  });
});

describe("what is read", () => {
  test("is written down once an opening, each download anew", async () => {
    const read = await makeRead();
    await call(viewerLoader, get("/", reader), read);
    for (let part = 0; part < 3; part++) await call(contentLoader, get("/", reader), read);
    await call(textLoader, get("/", reader), read);
    for (let time = 0; time < 2; time++) await call(downloadLoader, get("/", reader), read);
    expect(await readingsOf(reader, read.fileId)).toEqual(["opened", "text", "downloaded", "downloaded"]);
  });

  test("is found again where the reader stopped", async () => {
    const read = await makeRead();
    expect((await call(placeAction, post("/", { page: 2 }, reader), read)).status).toBe(200);
    expect((await call(placeAction, post("/", { page: 0 }, reader), read)).status).toBe(422);
    const { body } = await call(viewerLoader, get("/", reader), read);
    expect(body).toMatchObject({ start: 2, count: 2, text: { text: "Trang hai nói về ba đình làng" } });
    const asked = await call(viewerLoader, get("/?page=1", reader), read);
    expect(asked.body).toMatchObject({ start: 1 });
  });

  test("is searched without tone marks", async () => {
    const read = await makeRead();
    const hits = (q: string) => call(hitsLoader, get(`/?q=${encodeURIComponent(q)}`, reader), read);
    expect((await hits("ba dinh")).body).toEqual({
      marks: ["badinh"],
      pages: [
        { page: 1, count: 1 },
        { page: 2, count: 1 },
      ],
    });
    expect((await hits("quan uy")).body).toEqual({ marks: ["quanuy"], pages: [{ page: 1, count: 1 }] });
    expect((await hits("%")).body).toEqual({ marks: [], pages: [] });
  });

  test("marks words that stand apart one by one, and none that a minus leaves out", async () => {
    const read = await makeRead();
    const { body } = await call(hitsLoader, get("/?q=dinh+lang+uy+-hop", reader), read);
    expect(body).toMatchObject({ marks: ["dinh", "lang", "uy"] });
    const viewed = await call(viewerLoader, get("/?page=2&q=lang+dinh", reader), read);
    const { pieces } = (viewed.body as { text: { pieces: { text: string; isHit?: boolean }[] } }).text;
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["đình làng"]);
  });
});

describe("my materials", () => {
  test("begin with what waits for my word, then what is new", async () => {
    const me = await makeReader("Giàng Thị Mỷ", unit);
    const due = await makeRead({ acknowledgeBy: addDays(today(), 2) });
    const { body } = await call(libraryLoader, get("/library", me), {});
    const { rows, total } = body as { rows: { id: string; part: string }[]; total: number };
    expect(rows[0]).toMatchObject({ id: due.materialId, part: "due", acknowledgeBy: addDays(today(), 2) });
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(["due", "fresh"]));
    expect(total).toBe(rows.length);
    const word = postPlain("/", { version: due.versionId }, me);
    expect((await call(acknowledgeAction, word, due)).headers.get("Location")).toBe(
      `/library/${due.materialId}`,
    );
    const after = await call(entryLoader, get("/", me), due);
    expect(after.body).toMatchObject({ entry: { hasAcknowledged: true, isReader: true } });
    const without = await call(libraryLoader, get("/library", me), {});
    expect((without.body as { rows: { id: string }[] }).rows[0]?.id).not.toBe(due.materialId);
  });

  test("ask again for a version that changed what counts, and not for one that did not", async () => {
    const read = await makeRead({ acknowledgeBy: today() });
    await call(acknowledgeAction, postPlain("/", { version: read.versionId }, reader), read);
    const publish = (asksAgain: boolean) =>
      makeMaterialVersion({
        material: { id: read.materialId },
        ...{ published: true, asksAgain, acknowledgeBy: today() },
      });
    const stands = async () =>
      ((await call(entryLoader, get("/", reader), read)).body as { entry: { hasAcknowledged: boolean } })
        .entry.hasAcknowledged;
    await publish(false);
    expect(await stands()).toBe(true);
    await publish(true);
    expect(await stands()).toBe(false);
  });

  test("are narrowed by what is saved, by kind, by month", async () => {
    const read = await makeRead();
    await call(saveAction, post("/", {}, reader), read);
    const count = async (query: string) =>
      ((await call(libraryLoader, get(`/library?${query}`, reader), {})).body as { total: number }).total;
    expect(await count("saved=yes")).toBe(1);
    expect(await count("saved=yes&kind=media")).toBe(0);
    expect(await count(`saved=yes&month=${today().slice(0, 7)}`)).toBe(1);
    expect(await count("saved=yes&month=2020-01")).toBe(0);
    expect(await count("saved=yes&month=never&topic=x")).toBe(1);
  });
});

function checksum(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function headers(who: Actor): Record<string, string> {
  return Object.fromEntries(get("/", who).headers);
}
