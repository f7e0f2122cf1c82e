/** A web page that calls itself a workbook: its tables are read, and what is no table is not. */
import { expect, test } from "vitest";
import { readHtmlFile } from "~/roster/import/html-file";
import { textOf } from "~/roster/import/sheet";

test("reads cells, entities, line ends and spans", () => {
  const page = `<html><head><style>td > p { }</style></head><body><!-- <table> --><table>
    <tr><th rowspan=2>STT</th><th colspan="2">H&#7885; v&agrave;
      t&ecirc;n</th></tr>
    <tr><td>H&#x1ECD;</td><td>T&ecirc;n</td></tr>
    <tr><td>1<td>Trần<br>Văn<td>&nbsp;</tr></table></body></html>`;
  const [sheet] = readHtmlFile(Buffer.from(page))!;
  expect(sheet!.rows.map(({ cells }) => cells.map(textOf))).toEqual([
    ["STT", "Họ và tên", "Họ và tên"],
    ["STT", "Họ", "Tên"],
    ["1", "Trần\nVăn", ""],
  ]);
  expect(sheet!.rows[1]!.cells[0]!.merged).toBe("down");
});

test("each table is a sheet, and a table in a cell is the cell's text", () => {
  const page =
    "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table><table><tr><td>c</td></tr></table>";
  expect(readHtmlFile(Buffer.from(page))!.map(({ name, rows }) => [name, textOf(rows[0]!.cells[0])])).toEqual(
    [
      ["Table1", "ab"],
      ["Table2", "c"],
    ],
  );
});

test("a page without a table is none", () => {
  expect(readHtmlFile(Buffer.from("<html><body>Không có gì</body></html>"))).toBeNull();
});

test("a page made to fill the memory does not", () => {
  const wide = `<table>${'<tr><td rowspan="999" colspan="999">x</td></tr>'.repeat(3_000)}</table>`;
  expect(readHtmlFile(Buffer.from(wide))![0]!.rows.length).toBe(3_000);
  const long = `<table><tr>${"<td>x".repeat(200_000)}`;
  expect(readHtmlFile(Buffer.from(long))![0]!.rows).toHaveLength(1);
});
