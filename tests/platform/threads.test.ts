/** The thread for heavy work: what comes back from it, what it asks, and what becomes of its faults. */
import { expect, test } from "vitest";
import { textsAt } from "~/platform/packed";
import { Refusal } from "~/platform/refusal";
import { sheetWords } from "~/platform/sheet-words";
import { inThread } from "~/platform/threads.server";
import { keptSchema } from "~/roster/import/choices";
import type { checkImport, takeIn } from "~/roster/import/import-thread.server";
import { workbook } from "../roster/import/workbooks";

const steps = "roster/import/import-thread.server.ts";
const takeWith = inThread<typeof takeIn>(steps, "takeIn");
const take = (bytes: Buffer) => takeWith(bytes, async () => []);
const check = inThread<typeof checkImport>(steps, "checkImport");

async function question() {
  const { kept, rows } = await take(
    await workbook({
      rows: [
        ["Họ và tên", "Năm sinh"],
        ["Lan Anh", 1980],
      ],
    }),
  );
  const toCheck = {
    kept: keptSchema.parse(kept),
    unitId: "x",
    units: [],
    lastDistrictDay: "2025-06-30",
    topics: [],
  };
  return { toCheck, stored: textsAt(rows, [0])[0] ?? "" };
}

test("a refusal there is one here, with its sentence", async () => {
  const refused = take(Buffer.from("a"));
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toThrow(sheetWords.vi.noWorkbook);
});

test("it asks back, and its answer is waited for", async () => {
  const { toCheck, stored } = await question();
  const asked: unknown[] = [];
  const { rows } = await check(toCheck, async (about) => {
    asked.push(about);
    return "after" in about && about.after === null ? stored : "[]";
  });
  expect(asked).toEqual([
    { after: null },
    { after: { sheet: "Sheet1", row: 2 } },
    { people: expect.stringContaining('"name_words":"anh lan"') },
  ]);
  expect(rows.count).toBe(2);
});

test("what cannot be answered fails the one call, and no other", async () => {
  const { toCheck } = await question();
  const unanswered = check(toCheck, () => Promise.reject(new Error("no database")));
  await expect(unanswered).rejects.toThrow("no database");
  await expect(inThread<typeof takeIn>(steps, "nothing")(Buffer.alloc(0), async () => [])).rejects.toThrow(
    TypeError,
  );
  expect((await take(await workbook({ rows: [["A"]] }))).rows.count).toBe(1);
});
