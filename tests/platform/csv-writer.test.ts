/** CSV we write: other programs read back what was meant, and no cell becomes a formula. */
import * as xlsx from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "~/platform/csv-writer.server";

const columns = [
  { label: "Họ và tên", value: (row: (string | number | null)[]) => row[0] },
  { label: "Ghi chú; thêm", value: (row: (string | number | null)[]) => row[1] },
];

async function written(rows: (string | number | null)[][]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeCsv({ columns, rows })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("begins with the mark of UTF-8, and ends each line as the standard says", async () => {
  expect((await written([["Lò Thị Ưởng", null]])).toString()).toBe(
    '\ufeffHọ và tên,"Ghi chú; thêm"\r\nLò Thị Ưởng,\r\n',
  );
});

test("cells that a program could take for formulas are text; phone numbers and signed numbers stay as they are", async () => {
  const cells = [
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ["+84 912 345 678", "+84 912 345 678"],
    ["+84912345678", "+84912345678"],
    ["0912 345 678", "0912 345 678"],
    ["-5,2", "-5,2"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ["+cmd", "'+cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["＝1+1", "'＝1+1"],
    ["An = Bình", "An = Bình"],
    [-5, "-5"],
  ] as const;
  const sheet = xlsx.read(await written(cells.map(([typed]) => [typed, "x"])), { raw: true });
  const rows = xlsx.utils.sheet_to_json<string[]>(sheet.Sheets.Sheet1 ?? {}, { header: 1, raw: false });
  expect(rows.slice(1).map(([first]) => first)).toEqual(cells.map(([, read]) => read));
});

test("whatever stands in a cell, another reader finds it there", async () => {
  const text = fc
    .string({ unit: fc.constantFrom("a", "ữ", '"', ",", ";", "\n", " ", "Đ", "1") })
    .filter((typed) => typed !== "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1 }), async (rows) => {
      expect(parsed((await written(rows)).toString())).toEqual([
        ["Họ và tên", "Ghi chú; thêm"],
        ...rows.map((row) => row.map((cell) => (/^\n/.test(cell) ? `'${cell}` : cell))),
      ]);
    }),
  );
});

/** RFC 4180, read sign by sign. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g;
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(pattern)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
