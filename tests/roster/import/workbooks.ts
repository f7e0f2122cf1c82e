/** Small workbooks made in code, and the units that their rows name. */
import ExcelJS from "exceljs";
import type { CheckAgainst } from "~/roster/import/check";
import { readWorkbook } from "~/roster/import/read.server";
import type { Sheet } from "~/roster/import/sheet";
import { type MatchableUnit, unitFinder } from "~/roster/import/unit-matching";

type Value = string | number | null;

export interface Made {
  rows: Value[][];
  /** "A1:C1" */
  merges?: string[];
  hiddenRows?: number[];
  name?: string;
  date1904?: boolean;
}

export async function workbook(...sheets: Made[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [at, { rows, merges = [], hiddenRows = [], name }] of sheets.entries()) {
    const sheet = book.addWorksheet(name ?? `Sheet${at + 1}`);
    sheet.addRows(rows);
    for (const range of merges) sheet.mergeCells(range);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    if (sheets[at]?.date1904) book.properties.date1904 = true;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function sheetsOf(...sheets: Made[]): Promise<Sheet[]> {
  return readWorkbook(await workbook(...sheets));
}

/** What rows are checked against, with these units. */
export function against(more: Partial<CheckAgainst> = {}): CheckAgainst {
  return {
    findUnit: unitFinder(units, "city"),
    levelOf: () => "commune",
    lastDistrictDay: "2025-06-30",
    topics: [],
    typed: new Map(),
    added: new Map(),
    ...more,
  };
}

const commune = (id: string, name: string, more: Partial<MatchableUnit> = {}): MatchableUnit => ({
  id,
  name,
  shortName: null,
  code: null,
  parentId: "city",
  formerNames: [],
  ...more,
});

export const units: MatchableUnit[] = [
  commune("city", "Thành phố Hà Nội", { parentId: null, code: "01" }),
  commune("ba-dinh", "Phường Ba Đình", { code: "00004", formerNames: ["Phường Quán Thánh"] }),
  commune("ngoc-ha", "Phường Ngọc Hà", { code: "00008" }),
  commune("giang-vo", "Phường Giảng Võ"),
  commune("o-dien", "Xã Ô Diên"),
  commune("hoa-xa", "Xã Hòa Xá"),
  commune("duong-noi", "Phường Dương Nội"),
  commune("tan-lap", "Xã Tân Lập"),
  commune("other-city", "Tỉnh Thái Nguyên", { parentId: null }),
  commune("other-tan-lap", "Xã Tân Lập", { parentId: "other-city" }),
];
