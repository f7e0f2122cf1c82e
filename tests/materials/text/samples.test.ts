/** The samples read as their README says: text per page, words put together, scans by OCR, marks found and no others. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findSecrecyMark } from "~/materials/text/marks/secrecy-mark";
import type { PageText } from "~/materials/text/page";
import { readScansInThread, readTextInThread } from "~/materials/text/read-file.server";
import { fold } from "~/platform/text";

const folder = fileURLToPath(new URL("../../../../shared/samples/materials/", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not here: its tests are left out.`);

async function read(name: string) {
  const path = `${folder}${name}`;
  const found = await readTextInThread({ path, name }, async () => true);
  const scans: PageText[] = [];
  if (found.scans.length > 0) {
    await readScansInThread({ path, format: found.format, pages: found.scans }, async (page) => {
      scans.push(page);
    });
  }
  return { ...found, all: [...found.pages, ...scans] };
}

const pagesWith = (pages: PageText[], words: string) =>
  pages.filter(({ text }) => fold(text).replace(/\s+/g, " ").includes(words)).map(({ page }) => page);

describe.runIf(isThere)("the samples", () => {
  test.each([
    ["ke-hoach-229.docx", "layer"],
    ["ke-hoach-229.pdf", "repaired"],
    ["ke-hoach-229-scan.pdf", "ocr"],
  ])("the plan is found in %s", { timeout: 60_000 }, async (name, source) => {
    const { all, count } = await read(name);
    expect(all.map((page) => page.source)).toEqual(Array(count ?? 0).fill(source));
    expect(pagesWith(all, "tuyen truyen mieng")).toEqual([1, 2]);
    expect(pagesWith(all, "quan ba dinh luon")).toEqual([1]);
    expect(findSecrecyMark(all, name)).toBeNull();
    if (source === "ocr")
      expect(Math.min(...all.map(({ confidence = 0 }) => confidence))).toBeGreaterThan(85);
  });

  test.each([
    ["toi-mat-gia-dinh.docx", false],
    ["toi-mat-gia-dinh.pdf", false],
    ["toi-mat-gia-dinh-scan.pdf", true],
  ])("the mark is found in %s", { timeout: 60_000 }, async (name, isScan) => {
    const { all, pages, scans } = await read(name);
    expect(scans).toEqual(isScan ? [1] : []);
    expect(findSecrecyMark(pages, "bao-cao.pdf")).toEqual(
      isScan ? null : { level: "top_secret", where: "text", page: 1 },
    );
    expect(findSecrecyMark(all, "bao-cao.pdf")).toEqual({ level: "top_secret", where: "text", page: 1 });
  });

  test.each(["hoi-dap-bi-mat-nha-nuoc.docx", "hoi-dap-bi-mat-nha-nuoc.pdf"])(
    "%s only speaks of secrets",
    async (name) => {
      const { all } = await read(name);
      expect(pagesWith(all, "tuyet mat, toi mat va mat")).toEqual([1]);
      expect(findSecrecyMark(all, name)).toBeNull();
    },
  );

  test("slides are pages", async () => {
    const { format, count, all } = await read("chi-thi-30.pptx");
    expect([format, count]).toEqual(["pptx", 2]);
    expect(all[0]?.text.split("\n")[0]).toBe("Chỉ thị số 30-CT/TW: công tác tuyên truyền miệng");
    expect(pagesWith(all, "dong bao dan toc")).toEqual([2]);
  });
});
