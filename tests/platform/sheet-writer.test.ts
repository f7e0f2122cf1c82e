/** Sheets we write: other programs read them as they were meant, and nothing is made before somebody takes it. */
import * as xlsx from "@e965/xlsx";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { streamSheet, withoutFormula } from "~/platform/sheet-writer.server";

interface Person {
  name: string;
  age: number | null;
  stands?: boolean;
}

const columns = [
  { label: "Họ và tên", width: 30, value: (row: Person) => row.name },
  { label: "Tuổi", value: (row: Person) => row.age },
  { label: "Đang làm", value: (row: Person) => row.stands },
];

const people: Person[] = [
  { name: "Nguyễn Thị Ánh", age: 41, stands: true },
  { name: ' "Lò" & <Hà> ', age: null, stands: false },
  { name: "=HYPERLINK()", age: 0 },
  { name: "a\u0000b_x000D_\ud800c\nd", age: 1.5 },
];
const read = [
  ["Họ và tên", "Tuổi", "Đang làm"],
  ["Nguyễn Thị Ánh", 41, true],
  [' "Lò" & <Hà> ', null, false],
  ["'=HYPERLINK()", 0, null],
  ["ab_x000D_\ufffdc\nd", 1.5, null],
];

async function written(rows: Iterable<Person> | AsyncIterable<Person>, title = "Báo cáo viên: O'Hà & [1]") {
  return Buffer.from(await streamSheet({ name: "Đội ngũ", title, columns, rows }).arrayBuffer());
}

test("SheetJS reads back every cell", async () => {
  const book = xlsx.read(await written(people));
  expect(book.SheetNames).toEqual(["Báo cáo viên  O'Hà &  1 "]);
  const whole = "'Báo cáo viên  O''Hà &  1 '!$A$1:$C$5";
  expect(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toEqual([
    ["_xlnm._FilterDatabase", whole],
    ["_xlnm.Print_Area", whole],
    ["_xlnm.Print_Titles", "'Báo cáo viên  O''Hà &  1 '!$1:$1"],
  ]);
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  expect(xlsx.utils.sheet_to_json(sheet, { header: 1, defval: null })).toEqual(read);
});

test("exceljs reads back cells, frozen head, filter and print settings", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await written(people, "Đội ngũ: A & B")) as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  const rows: unknown[] = [];
  sheet?.eachRow((row) => rows.push([1, 2, 3].map((column) => row.getCell(column).value)));
  // It does not read "_x005F_" back as the sign that it stands for.
  expect(rows).toEqual([...read.slice(0, 4), ["ab_x005F_x000D_\ufffdc\nd", 1.5, null]]);
  expect(sheet?.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
  expect(sheet?.autoFilter).toBe("A1:C5");
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToHeight: 0,
    printArea: "A1:C5",
    printTitlesRow: "1:1",
  });
  expect(sheet?.headerFooter.oddHeader).toBe("&LĐội ngũ: A && B");
  expect(sheet?.getCell("A1").font.bold).toBe(true);
});

test("a table without rows is a head alone", async () => {
  const book = xlsx.read(await written([]));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  expect(xlsx.utils.sheet_to_json(sheet, { header: 1 })).toEqual([read[0]]);
});

test("rows are made only as fast as they are taken, and no more when the reader leaves", async () => {
  const made = { count: 0, isOver: false };
  function* endless(): Generator<Person> {
    try {
      for (;;) yield { name: Math.random().toString(36), age: made.count++ };
    } finally {
      made.isOver = true;
    }
  }
  const body = streamSheet({ name: "a", title: "a", columns, rows: endless() }).body?.getReader();
  for (let chunk = 0; chunk < 30; chunk++) await body?.read();
  await pause();
  const { count } = made;
  expect(count).toBeLessThan(100_000);
  await pause();
  expect(made).toEqual({ count, isOver: false });
  await body?.cancel();
  await expect.poll(() => made.isOver).toBe(true);
});

test("a fault in the rows reaches the reader", async () => {
  async function* broken(): AsyncGenerator<Person> {
    yield { name: "An", age: 1 };
    throw new Error("The database is gone.");
  }
  await expect(written(broken())).rejects.toThrow("The database is gone.");
});

test("text that could be a formula gets an apostrophe, phone numbers do not", () => {
  expect(["=1", "+84 912", "-x", "@a", "An"].map(withoutFormula)).toEqual([
    "'=1",
    "+84 912",
    "'-x",
    "'@a",
    "An",
  ]);
});

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
