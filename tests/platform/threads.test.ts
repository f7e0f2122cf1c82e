/** The thread for heavy work: what comes back from it, what it asks, and what becomes of its faults. */
import { expect, test } from "vitest";
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
  return {
    kept: keptSchema.parse(kept),
    stored: rows,
    unitId: "x",
    units: [],
    lastDistrictDay: "2025-06-30",
  };
}

test("a refusal there is one here, with its sentence", async () => {
  const refused = take(Buffer.from("a"));
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toThrow(sheetWords.vi.noWorkbook);
});

test("it asks back, and its answer is waited for", async () => {
  const asked: unknown[] = [];
  const { rows } = await check(await question(), async (people) => {
    asked.push(people);
    return "[]";
  });
  expect(asked).toEqual([{ people: expect.stringContaining('"name_words":"anh lan"') }]);
  expect(rows).toHaveLength(2);
});

test("what cannot be answered fails the one call, and no other", async () => {
  const unanswered = check(await question(), () => Promise.reject(new Error("no database")));
  await expect(unanswered).rejects.toThrow("no database");
  await expect(inThread<typeof takeIn>(steps, "nothing")(Buffer.alloc(0), async () => [])).rejects.toThrow(
    TypeError,
  );
  expect((await take(await workbook({ rows: [["A"]] }))).rows).toHaveLength(1);
});
