/** Tables as departments build them: the head anywhere, sections, totals, signatures; nothing vanishes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell, Row, Sheet } from "~/roster/import/sheet";
import { textOf } from "~/roster/import/sheet";
import { type RowReading, understand } from "~/roster/import/understand";
import { type Made, sheetsOf } from "./workbooks";

async function read(made: Made) {
  const { sheets, decision } = understand(await sheetsOf(made));
  const [sheet] = sheets;
  return {
    fields: sheet!.columns.map(({ field }) => field),
    head: sheet!.head,
    rows: sheet!.rows.map(told),
    decision,
  };
}

/** "3 person Nguyễn Văn An @Phường Ba Đình", "9 left_out total" */
function told(reading: RowReading): string {
  if (reading.is === "left_out") return `${reading.row} ${reading.reason}`;
  if (reading.is === "section") return `${reading.row} section`;
  const where = [reading.unit, reading.kind].filter(Boolean).join(" ");
  return `${reading.row} ${textOf(reading.cells.fullName)}${where ? ` @${where}` : ""}`;
}

test("a head of one line, without sections, columns in another order", async () => {
  const found = await read({
    rows: [
      ["SĐT", "Chức vụ", "Họ tên", "Đơn vị", "Ngày sinh", "Chức danh", "Cấp BCV"],
      ["0912345678", "Bí thư", "Nguyễn Văn An", "Phường Ba Đình", "1975", "BCV", "xã"],
    ],
  });
  expect(found).toEqual({
    fields: ["phone", "position", "fullName", "unit", "birth", "kind", "ignored"],
    head: [1],
    rows: ["1 head", "2 Nguyễn Văn An"],
    decision: null,
  });
});

test("a head of two lines under a title, with sections, totals and a signature", async () => {
  const found = await read({
    rows: [
      ["ĐẢNG BỘ TỈNH", null, null, null, null],
      ["DANH SÁCH BÁO CÁO VIÊN ĐƯỢC KIỆN TOÀN", null, null, null, null],
      [
        "(Kèm theo Quyết định số: 278 - QĐ/TU, ngày 05 tháng 02 năm 2025 của Ban Thường vụ Tỉnh ủy)",
        null,
        null,
        null,
        null,
      ],
      [null, null, null, null, null],
      ["TT", "Họ và tên", "Năm sinh", null, "Chức vụ"],
      [null, null, "Nam", "Nữ", null],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      ["I", "ĐẢNG ỦY PHƯỜNG BA ĐÌNH", null, null, null],
      [1, "Nguyễn Văn An", 1975, null, "Bí thư"],
      [2, "Trần Thị Bình", null, 1980, "Chủ tịch"],
      [null, "Cộng: 2 đồng chí", null, null, null],
      ["II", "Xã Ô Diên (1 đồng chí)", null, null, null],
      ["TT", "Họ và tên", "Năm sinh", null, "Chức vụ"],
      [1, "Lê Văn Cường", 1990, null, null],
      [null, "Tổng cộng: 3", null, null, null],
      [null, null, null, null, "Hà Nội, ngày 05 tháng 02 năm 2025"],
      [null, "Người lập biểu", null, null, "T/M BAN THƯỜNG VỤ"],
      [null, "Phạm Thị Dung", null, null, "Nguyễn Văn Mẫu"],
    ],
    merges: ["A5:A6", "B5:B6", "C5:D5", "E5:E6", "A2:E2", "A3:E3"],
  });
  expect(found).toEqual({
    fields: ["ordinal", "fullName", "male", "female", "position"],
    head: [5, 6],
    rows: [
      "1 title",
      "2 title",
      "3 title",
      "5 head",
      "6 head",
      "7 column_numbers",
      "8 section",
      "9 Nguyễn Văn An @ĐẢNG ỦY PHƯỜNG BA ĐÌNH rapporteur",
      "10 Trần Thị Bình @ĐẢNG ỦY PHƯỜNG BA ĐÌNH rapporteur",
      "11 total",
      "12 section",
      "13 head_again",
      "14 Lê Văn Cường @Xã Ô Diên rapporteur",
      "15 total",
      "16 signature",
      "17 signature",
      "18 signature",
    ],
    decision: {
      number: "278-QĐ/TU",
      decidedOn: "2025-02-05",
      issuer: "Ban Thường vụ Tỉnh ủy",
      kind: "consolidation",
      isRelease: false,
    },
  });
});

test("sections that name the role, with units inside them", async () => {
  const found = await read({
    rows: [
      ["STT", "Họ và tên", "Năm sinh"],
      ["A", "BÁO CÁO VIÊN", null],
      ["I", "Phường Ba Đình", null],
      [1, "Nguyễn Văn An", 1975],
      ["B", "TUYÊN TRUYỀN VIÊN", null],
      ["I", "Phường Ngọc Hà", null],
      [1, "Trần Thị Bình", 1980],
    ],
  });
  expect(found.rows).toEqual([
    "1 head",
    "2 section",
    "3 section",
    "4 Nguyễn Văn An @Phường Ba Đình rapporteur",
    "5 section",
    "6 section",
    "7 Trần Thị Bình @Phường Ngọc Hà communicator",
  ]);
});

test("a section merged over the whole width, and a unit merged over several people", async () => {
  const sections = await read({
    rows: [
      ["STT", "Họ và tên", "Năm sinh"],
      ["1. Chi bộ Tổ dân phố số 1", null, null],
      [1, "Nguyễn Văn An", 1975],
    ],
    merges: ["A2:C2"],
  });
  expect(sections.rows).toEqual(["1 head", "2 section", "3 Nguyễn Văn An @Chi bộ Tổ dân phố số 1"]);
  const { sheets } = understand(
    await sheetsOf({
      rows: [
        ["Họ và tên", "Đơn vị", "Năm sinh"],
        ["Nguyễn Văn An", "Phường Ba Đình", 1975],
        ["Trần Thị Bình", null, 1980],
      ],
      merges: ["B2:B3"],
    }),
  );
  const units = sheets[0]!.rows.flatMap((row) => (row.is === "person" ? [textOf(row.cells.unit)] : []));
  expect(units).toEqual(["Phường Ba Đình", "Phường Ba Đình"]);
});

test("a name in two columns, crosses for the gender and the role", async () => {
  const { sheets } = understand(
    await sheetsOf({
      rows: [
        ["STT", "Họ và đệm", "Tên", "Nam", "Nữ", "BCV", "TTV"],
        [1, "Nguyễn Văn", "An", "x", null, "x", null],
      ],
    }),
  );
  expect(sheets[0]!.rows[1]).toMatchObject({
    is: "person",
    cells: { fullName: { value: "Nguyễn Văn An" }, male: { value: "x" }, rapporteur: { value: "x" } },
  });
});

test("rows without a name, hidden rows, and a number that starts again", async () => {
  const { sheets } = understand(
    await sheetsOf({
      rows: [
        ["STT", "Họ và tên", "Đơn vị"],
        [1, "Nguyễn Văn An", "Phường Ba Đình"],
        [2, null, "Phường Ba Đình"],
        [3, null, null],
        [null, null, null],
        [1, "Trần Thị Bình", "Phường Ngọc Hà"],
      ],
      hiddenRows: [2],
    }),
  );
  expect(sheets[0]!.rows.map(({ row, is, hidden }) => [row, is, hidden])).toEqual([
    [1, "left_out", false],
    [2, "person", true],
    [3, "person", false],
    [4, "left_out", false],
    [6, "person", false],
  ]);
});

test("a sheet without a table is left out row by row, a second table sheet is read", async () => {
  const { sheets } = understand(
    await sheetsOf(
      { name: "Bìa", rows: [["Ghi chú chung"]] },
      {
        name: "Xã",
        rows: [
          ["Họ và tên", "Năm sinh"],
          ["Nguyễn Văn An", 1975],
        ],
      },
      {
        name: "Phường",
        rows: [
          ["Họ và tên", "Năm sinh"],
          ["Trần Thị Bình", 1980],
        ],
      },
    ),
  );
  expect(sheets.map(({ sheet, rows }) => [sheet, ...rows.map(told)])).toEqual([
    ["Bìa", "1 no_table"],
    ["Xã", "1 head", "2 Nguyễn Văn An"],
    ["Phường", "1 head", "2 Trần Thị Bình"],
  ]);
});

test("a workplace beside unit sections is no unit; what is sensitive is not read", async () => {
  const found = await read({
    rows: [
      ["STT", "Họ và tên", "Đơn vị công tác", "Dân tộc", "Ngày vào Đảng"],
      ["I", "ĐẢNG ỦY PHƯỜNG BA ĐÌNH", null, null, null],
      [1, "Nguyễn Văn An", "Trường THCS Giảng Võ", "Kinh", "1/1/2000"],
    ],
  });
  expect(found.fields).toEqual(["ordinal", "fullName", "workplace", "sensitive", "sensitive"]);
});

test("the officer's word about the head and the columns holds", async () => {
  const sheets = await sheetsOf({ rows: [["Danh bạ"], ["Cột 1", "Cột 2"], ["Nguyễn Văn An", "1975"]] });
  const [sheet] = understand(sheets, {
    Sheet1: { headRow: 2, columns: { 0: "fullName", 1: "birth" } },
  }).sheets;
  expect(sheet!.rows.map(told)).toEqual(["1 title", "2 head", "3 Nguyễn Văn An"]);
});

test("of anything that can stand in a sheet, every row is told, once and in order", () => {
  const words = [
    "Họ và tên",
    "Năm sinh",
    "Nam",
    "STT",
    "I",
    "Tổng cộng: 3",
    "T/M BAN THƯỜNG VỤ",
    "Phường Ba Đình",
    "BCV",
    "1",
    "12/8/2025",
  ];
  const value = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: "binary", minLength: 1 }),
    fc.integer(),
    fc.double({ noNaN: true }),
  );
  const cell: fc.Arbitrary<Cell | null> = fc.option(
    fc.record({
      value,
      merged: fc.option(fc.constantFrom("down" as const, "across" as const), { nil: undefined }),
    }),
    { freq: 2 },
  );
  const row = fc.record({ hidden: fc.boolean(), cells: fc.array(cell, { minLength: 1, maxLength: 8 }) });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 25 }),
      fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
      (made, headRow) => {
        const rows: Row[] = made.map((one, at) => ({ ...one, number: at + 1 }));
        const sheet: Sheet = { name: "S", hidden: false, is1904: false, rows };
        const found = understand([sheet], { S: { headRow } });
        expect(found.sheets[0]!.rows.map(({ row }) => row)).toEqual(rows.map(({ number }) => number));
      },
    ),
    { numRuns: 500 },
  );
});

test("the term of a committee is read from the title", async () => {
  const table = [
    ["Họ và tên", "Ngày sinh", "Chức danh"],
    ["Lê Văn An", "1975", "BCV"],
  ];
  const title = ["DANH SÁCH BÁO CÁO VIÊN NHIỆM KỲ 2025 - 2030"];
  expect(understand(await sheetsOf({ rows: [title, ...table] })).term).toEqual({ from: 2025, until: 2030 });
  expect(understand(await sheetsOf({ rows: table })).term).toBeNull();
});

test("marks that repeat the row above are read as what they repeat, and told", async () => {
  const { sheets } = understand(
    await sheetsOf({
      rows: [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Chức danh", "Điện thoại"],
        [1, "Nguyễn Văn An", "Bí thư", "Phường Ba Đình", "BCV", "0912345678"],
        [2, "Lê Thị Bình", "-nt-", '"', "Như trên", "nt"],
        [3, "Vũ Văn Cường", "n.t", "''", "- nt -", null],
        [4, "Lò Thị Dung", null, '- " -', "TTV", null],
      ],
    }),
  );
  const people = sheets[0]!.rows.flatMap((row) => (row.is === "person" ? [row.cells] : []));
  expect(
    people.map((cells) =>
      [cells.position, cells.unit, cells.kind, cells.phone].map((cell) => textOf(cell)).join("|"),
    ),
  ).toEqual([
    "Bí thư|Phường Ba Đình|BCV|0912345678",
    "Bí thư|Phường Ba Đình|BCV|nt",
    "Bí thư|Phường Ba Đình|BCV|",
    "|Phường Ba Đình|TTV|",
  ]);
  expect(people[1]?.position?.was).toEqual([{ kind: "ditto", text: "-nt-", to: "Bí thư", confidence: 0.96 }]);
});

test("a section may begin with the short word for its kind of unit, or with its number", async () => {
  const { rows } = await read({
    rows: [
      ["TT", "Họ và tên", "Năm sinh", "Chức danh"],
      ["IX", "P. BA ĐÌNH", null, null],
      [1, "Nguyễn Văn An", 1975, "BCV"],
      [null, "X. PHƯỜNG NGỌC HÀ", null, null],
      [1, "Lê Thị Bình", 1976, "BCV"],
    ],
  });
  expect(rows).toEqual([
    ...["1 head", "2 section", "3 Nguyễn Văn An @P. BA ĐÌNH"],
    ...["4 section", "5 Lê Thị Bình @PHƯỜNG NGỌC HÀ"],
  ]);
});

test.each([
  ["the Party's", "DANH SÁCH BÁO CÁO VIÊN", "BCV", "party"],
  ["by its title", "DANH SÁCH BÁO CÁO VIÊN PHÁP LUẬT CẤP TỈNH", "BCV", "legal_education"],
  ["by its rows", "DANH SÁCH", "TTV pháp luật", "legal_education"],
  ["by the decree it cites", "Danh sách theo Nghị định 49/2024/NĐ-CP", "TTV", "grassroots_info"],
])("the network of a list: %s", async (_, title, kind, network) => {
  const rows = [[title], ["TT", "Họ và tên", "Năm sinh", "Chức danh"], [1, "Nguyễn Văn An", 1975, kind]];
  expect(understand(await sheetsOf({ rows })).network).toBe(network);
});
