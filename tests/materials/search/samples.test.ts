/** The samples, read as they come in, are found on the right page: Word, a PDF with broken words, a scan. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { searchMaterials } from "~/materials/search/search.server";
import { queryOf } from "~/materials/search/search-query";
import type { PageText } from "~/materials/text/page";
import { readScansInThread, readTextInThread } from "~/materials/text/read-file.server";
import { db } from "~/platform/db.server";
import { makeActor, makeUnit } from "../../factories";
import { makeSaid } from "./said";

const folder = fileURLToPath(new URL("../../../../shared/samples/materials/", import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not here: its tests are left out.`);

/** Each page is written as soon as it is read, as the intake does. */
async function putIn(name: string) {
  const path = `${folder}${name}`;
  const said = await makeSaid({ title: name });
  const write = async ({ page, text, source }: PageText) => {
    await db.materialPage.create({ data: { fileId: said.fileId, page, text, source } });
  };
  const { pages, scans, format } = await readTextInThread({ path, name }, async () => true);
  for (const page of pages) await write(page);
  if (scans.length > 0) await readScansInThread({ path, format, pages: scans }, write);
}

describe.runIf(isThere)("the samples", () => {
  test("are found on the right page", { timeout: 240_000 }, async () => {
    const plans = ["ke-hoach-229-scan.pdf", "ke-hoach-229.docx", "ke-hoach-229.pdf"];
    for (const name of [...plans, "hoi-dap-bi-mat-nha-nuoc.docx", "chi-thi-30.pptx"]) await putIn(name);
    const reader = await makeActor({ role: "speaker", unit: await makeUnit() });
    const pagesOf = async (q: string) => {
      const { documents } = await searchMaterials(reader, queryOf(q));
      const found = documents.map(({ title, pages }) => [
        title.map(({ text }) => text).join(""),
        pages.map(({ page }) => page).sort(),
      ]);
      return Object.fromEntries(found);
    };
    const onPages = (pages: number[]) => Object.fromEntries(plans.map((name) => [name, pages]));

    expect(await pagesOf("tuyen truyen mieng")).toMatchObject({ ...onPages([1, 2]), "chi-thi-30.pptx": [1] });
    expect(await pagesOf('"tuyen truyen mieng" -slide')).toMatchObject(onPages([1, 2]));
    expect(await pagesOf('"quan ba dinh luon"')).toEqual(onPages([1]));
    expect(await pagesOf("quan Ba Dinh")).toMatchObject({ "ke-hoach-229.pdf": expect.arrayContaining([1]) });
    expect(await pagesOf('"bí mật nhà nước"')).toMatchObject({ "hoi-dap-bi-mat-nha-nuoc.docx": [1] });

    const { documents } = await searchMaterials(reader, queryOf('"quan ba dinh"'));
    const marked = documents.flatMap(({ pages }) =>
      pages.flatMap(({ pieces }) => pieces.flatMap(({ text, isHit }) => (isHit ? [text.toLowerCase()] : []))),
    );
    expect(new Set(marked)).toEqual(new Set(["quận ba đình"]));
  });
});
