/** What is wrong with a row keeps that row back, and no other. */
import { expect, test } from "vitest";
import { type CheckSettings, checkRows, type TypedValues } from "~/roster/import/check";
import { findDoubles } from "~/roster/import/doubles";
import { hasOldLetters } from "~/roster/import/encoding";
import { understand } from "~/roster/import/understand";
import { unitFinder } from "~/roster/import/unit-matching";
import { against, sheetsOf, units } from "./workbooks";

const head = ["Họ và tên", "Ngày sinh", "Đơn vị", "Điện thoại", "Chức danh"];
const lan = ["Nguyễn Thị Lan", "5/3/1980", "Phường Ba Đình", 912345678, "BCV"];

interface Given {
  typed?: [string, TypedValues][];
  settings?: Partial<CheckSettings>;
}

async function checked(rows: (string | number | null)[][], { typed = [], settings }: Given = {}) {
  const understanding = understand(await sheetsOf({ rows: [head, ...rows] }));
  const all = checkRows(
    understanding,
    {
      ...{ unitId: "city", kind: null, level: null, decision: null, startsOn: "2025-09-01", units: {} },
      ...settings,
    },
    against({ typed: new Map(typed) }),
  );
  findDoubles(all);
  return all.slice(1);
}

async function problemsOf(row: (string | number | null)[], given?: Given) {
  return (await checked([row, ["Trần Thị Cuối", "1970", null, null, "BCV"]], given))[0]!.problems.map(
    ({ code, text }) => `${code} ${text}`.trim(),
  );
}

test("a good row is ready, with what was read differently beside what stood there", async () => {
  const [row] = await checked([["ĐỒNG CHÍ: NGUYỄN THỊ LAN (nữ)", "5/3/80", "p. Ba Đình", 912345678, "BCV"]]);
  expect(row).toMatchObject({
    state: "ready",
    problems: [],
    values: {
      fullName: "Nguyễn Thị Lan",
      gender: "female",
      birth: { year: 1980, month: 3, day: 5 },
      phone: "+84912345678",
      kind: "rapporteur",
      unitId: "ba-dinh",
    },
    written: { fullName: "ĐỒNG CHÍ: NGUYỄN THỊ LAN (nữ)", birth: "5/3/80", phone: "912345678" },
  });
});

test("what looks the same as in the file is not told as different", async () => {
  const [row] = await checked([
    ["Trần Thị  Hà ".normalize("NFD"), "05/03/1980", "Phường Ba Đình", null, "BCV"],
  ]);
  expect(row).toMatchObject({ values: { fullName: "Trần Thị Hà" }, written: {} });
});

test.each([
  ["no name", [null, "1980", "Phường Ba Đình", null, "BCV"], ["noName"]],
  ["a name with digits", ["Lan 2", "1980", "Phường Ba Đình", null, "BCV"], ["badName Lan 2"]],
  [
    "a post behind the name",
    ["Lê Thị Lan - Bí thư", "1980", "Phường Ba Đình", null, "BCV"],
    ["badName Lê Thị Lan - Bí Thư"],
  ],
  ["an impossible day", ["Lan Anh", "31/02/1980", "Phường Ba Đình", null, "BCV"], ["badBirth 31/02/1980"]],
  ["a bad phone", ["Lan Anh", "1980", "Phường Ba Đình", "12345", "BCV"], ["badPhone 12345"]],
  ["no such unit", ["Lan Anh", "1980", "Phường Không Có", null, "BCV"], ["unitNotFound Phường Không Có"]],
  ["neither role", ["Lan Anh", "1980", "Phường Ba Đình", null, "Chuyên viên"], ["badKind Chuyên viên"]],
  ["no role", ["Lan Anh", "1980", "Phường Ba Đình", null, null], ["noKind"]],
])("%s", async (_, row, problems) => expect(await problemsOf(row)).toEqual(problems));

test.each([
  ["TCVN3", "tcvn3", "TrÞnh Minh Qu©n", "Trịnh Minh Quân"],
  ["TCVN3", "tcvn3", "NguyÔn ThÞ H\u00adêng", "Nguyễn Thị Hường"],
  ["VNI", "vni", "Ñoã Thò Yeán", "Đỗ Thị Yến"],
  ["VNI", "vni", "Huyønh Vaên Taøi", "Huỳnh Văn Tài"],
])("a row in %s is repaired, and says so", async (_, kind, name, fullName) => {
  const [row] = await checked([[name, "1980", "Phường Ba Đình", null, "BCV"]]);
  expect(row).toMatchObject({ state: "ready", values: { fullName } });
  expect(row!.repairs).toContainEqual(
    expect.objectContaining({ field: "fullName", kind, original: name, repaired: fullName }),
  );
});

test("letters that no script explains hold a row back until it is typed anew", async () => {
  const row = ["NguyÔn Văn Taøi", "1980", "Phường Ba Đình", null, "BCV"];
  expect(await problemsOf(row)).toContain("oldEncoding");
  const typed: [string, TypedValues][] = [["2 Sheet1", { fullName: "Nguyễn Văn Tài" }]];
  expect((await checked([row], { typed }))[0]?.state).toBe("ready");
});

test.each(["Hoàng Thuỳ Linh", "Nguyễn Văn Hùng", "Hùng Quý", "H'Hen Niê", "Ksor H'Lơ", "Đặng Thị Hoà"])(
  "%s is no old encoding, composed or decomposed",
  async (name) => {
    expect(await problemsOf([name.normalize("NFD"), "1980", "Phường Ba Đình", null, "BCV"])).toEqual([]);
  },
);

test("signs beside words are no old encoding", () => {
  expect(["Tổ trưởng · Bí thư", "Lớp «Đảng viên»", "5° C", "Xã\u00adhội"].filter(hasOldLetters)).toEqual([]);
});

test("bad rows do not touch good ones", async () => {
  const rows = await checked([["Lan 2", "1980", "Phường Ba Đình", null, "BCV"], lan]);
  expect(rows.map(({ state }) => state)).toEqual(["problem", "ready"]);
});

test("the role for rows that say none", async () => {
  const [row] = await checked([["Lan Anh", "1980", null, null, null]], {
    settings: { kind: "communicator" },
  });
  expect(row).toMatchObject({ state: "ready", values: { kind: "communicator", unitId: "city" } });
});

test("units by former name, by code, near the importing unit first, and as the officer chose", async () => {
  const unitOf = async (text: string, settings = {}) =>
    (await checked([["Lan Anh", "1980", text, null, "BCV"]], { settings }))[0]!.values!.unitId;
  expect(await unitOf("Đảng ủy phường Quán Thánh")).toBe("ba-dinh");
  expect(await unitOf("00008")).toBe("ngoc-ha");
  expect(await unitOf("Xã Tân Lập")).toBe("tan-lap");
  expect(await unitOf("Ba Đình")).toBe(null);
  expect(await unitOf("Ba Đình", { units: { "Ba Đình": "ba-dinh" } })).toBe("ba-dinh");
});

test("of two units with one name outside the importing unit neither is taken", async () => {
  const find = unitFinder(units, "ba-dinh");
  expect(find("Xã Tân Lập")).toEqual({ is: "ambiguous", unitIds: ["tan-lap", "other-tan-lap"] });
});

test("of a unit that is not found the closest are offered, with how close they are", async () => {
  const find = unitFinder(units, "city");
  expect(find("CT phường Ngọc Hà")).toEqual({
    is: "not_found",
    unitIds: ["ngoc-ha"],
    likeness: [expect.closeTo(0.53, 1)],
  });
  expect(find("Đảng ủy Quân sự")).toEqual({ is: "not_found", unitIds: [], likeness: [] });
});

test("the same person twice in the file", async () => {
  const rows = await checked([lan, ["nguyễn thị lan", "1980", "Đảng ủy phường Ba Đình", null, "BCV"]]);
  expect(rows.map(({ problems }) => problems)).toEqual([[], [{ code: "twiceInFile", text: "2" }]]);
});

test("namesakes: another year, another unit, or another telephone where no year is known", async () => {
  const rows = await checked([
    lan,
    ["Nguyễn Thị Lan", "1990", "Phường Ba Đình", "0911111111", "BCV"],
    ["Nguyễn Thị Lan", "1980", "Phường Ngọc Hà", null, "BCV"],
    ["Nguyễn Thị Lan", null, "Phường Ba Đình", "0987654321", "BCV"],
  ]);
  expect(rows.map(({ state }) => state)).toEqual(["ready", "ready", "ready", "ready"]);
});

test("the officer says that it is somebody else", async () => {
  const typed: [string, TypedValues][] = [["3 Sheet1", { isOther: "yes" }]];
  const rows = await checked([lan, lan], { typed });
  expect(rows.map(({ state }) => state)).toEqual(["ready", "ready"]);
});

test("what the officer typed takes the place of what stood there", async () => {
  const typed: [string, TypedValues][] = [["2 Sheet1", { birth: "28/02/1980", phone: "", unitId: "o-dien" }]];
  const [row] = await checked([["Lan Anh", "31/02/1980", "Phường Không Có", "12345", "BCV"]], { typed });
  expect(row).toMatchObject({
    state: "ready",
    values: { birth: { year: 1980, month: 2, day: 28 }, phone: null, unitId: "o-dien" },
  });
});

test("a row that was left out becomes a person when the officer says who it is", async () => {
  const typed: [string, TypedValues][] = [["3 Sheet1", { fullName: "Phạm Thị Dung", kind: "TTV" }]];
  const rows = await checked(
    [lan, [null, null, null, null, null], ["Phạm Thị Dung", null, null, null, null]],
    { typed: typed.map(([, v]) => ["4 Sheet1", v]) },
  );
  expect(rows.map(({ state }) => state)).toEqual(["ready", "ready"]);
});

test("nobody is newly appointed at the level of districts, which ended with June 2025", async () => {
  const row = ["Lan Anh", "1980", "Phường Ba Đình", null, "BCV"];
  const asked = (startsOn: string) => problemsOf(row, { settings: { level: "district_legacy", startsOn } });
  expect(await asked("2025-07-01")).toEqual(["levelClosed"]);
  expect(await asked("2025-06-30")).toEqual([]);
});

test("a role and a unit that only the title and the sheet's name say are told as assumed", async () => {
  const rows = [["DANH SÁCH TUYÊN TRUYỀN VIÊN"], ["Họ và tên", "Ngày sinh"], ["Lê Văn An", "1975"]];
  const understood = understand(await sheetsOf({ name: "P. Ba Đình", rows }));
  const settings = {
    ...{ unitId: "city", kind: null, level: null, decision: null },
    startsOn: null,
    units: {},
  };
  const [person] = checkRows(understood, settings, against()).filter(({ values }) => values);
  expect(person!.values).toMatchObject({ kind: "communicator", unitId: "ba-dinh" });
  expect(person!.repairs.filter(({ kind }) => kind === "assumed")).toEqual([
    { field: "unit", kind: "assumed", original: "P. Ba Đình", repaired: "P. Ba Đình", confidence: 0.9 },
    {
      ...{ field: "kind", kind: "assumed", original: "DANH SÁCH TUYÊN TRUYỀN VIÊN" },
      ...{ repaired: "communicator", confidence: 0.9 },
    },
  ]);
});

test("where nobody can tell old letters from Unicode, the text waits for an answer", async () => {
  const cells = { fullName: { value: "Lª Bé", doubt: "Lª Bé" } };
  const person = { row: 2, hidden: false, line: "", is: "person" as const, cells, unit: null, kind: null };
  const sheet = { sheet: "S", hidden: false, is1904: false, head: [1], columns: [], rows: [person] };
  const read = (answers: Record<string, string>) => {
    const settings = { ...{ unitId: "city", kind: null, level: null }, startsOn: null, units: {}, answers };
    const understood = {
      ...{ sheets: [sheet], decision: null, term: null, encoding: null },
      network: "party" as const,
    };
    return checkRows(understood, { ...settings, decision: null }, against())[0]!;
  };
  expect(read({}).problems).toContainEqual({ code: "unsureLetters", text: "Lª Bé" });
  expect(read({ "letters:Lª Bé": "Lê Bộ" }).values!.fullName).toBe("Lê Bộ");
});

test("in a sheet that puts the month first, a date that can be nothing else is read so, and the others are asked", async () => {
  const [first, second, third] = await checked([
    ["Nguyễn Thị Lan", "3/15/1981", "Phường Ba Đình", 912345678, "BCV"],
    ["Trần Thị Hà", "4/16/1982", "Phường Ba Đình", 912345679, "BCV"],
    ["Lê Thị Nga", "4/5/1983", "Phường Ba Đình", 912345670, "BCV"],
  ]);
  expect([first, second].map((row) => [row!.state, row!.values?.birth])).toEqual([
    ["ready", { year: 1981, month: 3, day: 15 }],
    ["ready", { year: 1982, month: 4, day: 16 }],
  ]);
  expect(third!.problems.map(({ code }) => code)).toEqual(["dateOrder"]);
});
