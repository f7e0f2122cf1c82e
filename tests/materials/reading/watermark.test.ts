/** The reader's name on every page of a PDF, however it is turned, its own text still text. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { degrees, PDFDocument } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import PDFKit from "pdfkit";
import { expect, test } from "vitest";
import type { watermark } from "~/materials/reading/watermark";
import { words } from "~/materials/reading/words";
import { inThread } from "~/platform/threads.server";

const mark = inThread<typeof watermark>("materials/reading/watermark.ts", "watermark");
const plan = fileURLToPath(new URL("../../../../shared/samples/materials/ke-hoach-229.pdf", import.meta.url));
const who = "Đặng Thị Hồng Ánh · 23/11/2026 14:05";

/** Each page's words, those of the mark apart. */
async function textsOf(bytes: Uint8Array) {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: { own: string; marks: string[]; turns: number[] }[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((one) => ("str" in one && one.str.trim() ? [one] : []));
    const marks = texts.filter(({ str }) => str === who);
    const view = page.getViewport({ scale: 1 });
    pages.push({
      own: texts
        .filter(({ str }) => str !== who)
        .map(({ str }) => str)
        .join(" "),
      marks: marks.map(({ str }) => str),
      // As the reader sees it: from the lower left to the upper right.
      turns: marks.map(({ transform }) => {
        const [a, b] = view.convertToViewportPoint(transform[4], transform[5]);
        const [c, d] = view.convertToViewportPoint(transform[4] + transform[0], transform[5] + transform[1]);
        return Math.round((Math.atan2(b - d, c - a) * 180) / Math.PI);
      }),
    });
  }
  await loading.destroy();
  return pages;
}

async function pagesOf(shapes: { size: [number, number]; turned: number }[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const [index, { size, turned }] of shapes.entries()) {
    const page = pdf.addPage(size);
    page.setRotation(degrees(turned));
    page.drawText(`Page ${index + 1} of the plan`, { x: 40, y: 60, size: 12 });
  }
  return pdf.save();
}

test("stands on every page, upright for its reader, and the page's text stays text", async () => {
  const shapes = [
    { size: [595, 842], turned: 0 },
    { size: [595, 842], turned: 90 },
    { size: [842, 595], turned: 180 },
    { size: [420, 595], turned: 270 },
    { size: [1684, 1191], turned: -90 },
  ] as { size: [number, number]; turned: number }[];
  const pages = await textsOf(await mark({ bytes: await pagesOf(shapes), mark: who }));
  expect(pages.map(({ own }) => own)).toEqual(shapes.map((_, index) => `Page ${index + 1} of the plan`));
  expect(pages.map(({ marks }) => marks.length)).toEqual(shapes.map(() => 3));
  expect(pages.flatMap(({ turns }) => turns).every((turn) => turn > 20 && turn < 70)).toBe(true);
});

test.skipIf(!existsSync(plan))("leaves the words of a real document as they are", async () => {
  const bytes = new Uint8Array(readFileSync(plan));
  const before = await textsOf(bytes);
  const after = await textsOf(await mark({ bytes, mark: who }));
  expect(after.length).toBe(2);
  expect(after.every(({ own }, index) => own === before[index]?.own)).toBe(true);
  expect(after.every(({ marks }) => marks.length === 3)).toBe(true);
});

test("opens what is only closed to changes, refuses what asks for a password and what is damaged", async () => {
  const closed = await encrypted({ ownerPassword: "x" });
  expect((await textsOf(await mark({ bytes: closed, mark: who })))[0]).toMatchObject({
    own: "The plan",
    marks: [who, who, who],
  });
  const locked = mark({ bytes: await encrypted({ userPassword: "y", ownerPassword: "x" }), mark: who });
  await expect(locked).rejects.toThrow(words.vi.locked);
  const damaged = mark({ bytes: new TextEncoder().encode("%PDF-1.7\nno pages"), mark: who });
  await expect(damaged).rejects.toThrow(words.vi.damaged);
});

function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> {
  const pdf = new PDFKit({ pdfVersion: "1.7", ...passwords });
  const pieces: Buffer[] = [];
  pdf.on("data", (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Uint8Array>((resolve) =>
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(pieces)))),
  );
  pdf.text("The plan");
  pdf.end();
  return done;
}
