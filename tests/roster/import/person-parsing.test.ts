/** What people write about a person, read leniently and never wrongly. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { today } from "~/platform/clock";
import { doubtfulYears, parseBirth, parseDate, showBirth } from "~/roster/date-parsing";
import { parseFullName } from "~/roster/name-parsing";
import { parseGender, parseKind, parsePoliticalTheory } from "~/roster/person-parsing";
import { parsePhone, readPhones } from "~/roster/phone-parsing";

describe("phones", () => {
  test.each([
    ["0912 345 678", "+84912345678"],
    ["0912.345.678", "+84912345678"],
    [912345678, "+84912345678"],
    ["+84 912345678", "+84912345678"],
    ["84912345678", "+84912345678"],
    ["(+84) 912-345-678", "+84912345678"],
    ["01689768615", "+84389768615"],
    [1689768615, "+84389768615"],
    ["01212881496", "+84792881496"],
    ["01887513209", "+84587513209"],
    ["0243 825 2123", "+842438252123"],
    ["0912345678, 0243 825 2123", "+84912345678"],
    ["ĐT: 0912345678", "+84912345678"],
    ["8.4912345678E10", "+84912345678"],
    ["9.12E+08", undefined],
    ["0912345678.0", "+84912345678"],
    ["", null],
    [null, null],
    ["12345", undefined],
    ["không có", null],
    ["0112345678", undefined],
  ])("reads %j as %j", (written, phone) => expect(parsePhone(written)).toBe(phone));
});

test("what is left of a second number in the cell is kept", () => {
  expect(readPhones("0912345672/0983")).toEqual({ first: "+84912345672", others: ["0983"] });
  expect(readPhones("0912 345 680 (Zalo)")).toEqual({ first: "+84912345680", others: [] });
});

describe("births", () => {
  test.each([
    [1975, "1975"],
    ["1975", "1975"],
    ["00/00/1975", "1975"],
    ["00/5/1975", "1975-05"],
    ["5/1975", "1975-05"],
    ["5/3/75", "1975-03-05"],
    ["05.03.1975", "1975-03-05"],
    ["5-3-1975", "1975-03-05"],
    ["1975-03-05", "1975-03-05"],
    ["ngày 5 tháng 3 năm 1975", "1975-03-05"],
    ["5-Mar-75", "1975-03-05"],
    ["Mar 5, 1975", "1975-03-05"],
    ["March 1975", "1975-03"],
    ["tháng 3/1975", "1975-03"],
    ["Sinh năm 1975", "1975"],
    [27458, "1975-03-05"],
    ["27458", "1975-03-05"],
    ["29/02/1980", "1980-02-29"],
    ["1/1/05", "2005-01-01"],
    ["29/02/00", "2000-02-29"],
  ])("reads %j as %s", (written, birth) => expect(showBirth(parseBirth(written) ?? { year: 0 })).toBe(birth));

  test.each(["31/02/1980", "29/02/1981", "1/13/1980", "hôm qua", "12/12/2024", "1/1/1800", "1/2/3/1980", 5])(
    "refuses %j",
    (written) => expect(parseBirth(written)).toBeUndefined(),
  );

  test("takes two digits of a year for the only one that makes somebody of 18 to 100, and doubts all others", () => {
    const now = Number(today().slice(0, 4));
    for (let digits = 0; digits < 100; digits++) {
      const written = `1/2/${String(digits).padStart(2, "0")}`;
      const plausible = [1900 + digits, 2000 + digits].filter(
        (year) => now - year >= 18 && now - year <= 100,
      );
      const [only] = plausible;
      expect([written, parseBirth(written)?.year]).toEqual([
        written,
        plausible.length === 1 ? only : undefined,
      ]);
    }
  });

  test("asks of a doubtful year only what may be meant", () => {
    const now = Number(today().slice(0, 4));
    const of = (year: number) => `5/3/${String(year).slice(2)}`;
    expect(doubtfulYears(of(now - 16))).toEqual([now - 16]);
    expect(doubtfulYears(of(now - 105))).toEqual([now - 105]);
    expect(doubtfulYears(of(now - 50))).toEqual([]);
    expect(doubtfulYears(of(now - 5))).toEqual([now - 105]);
    expect(doubtfulYears(`5/3/${now - 5}`)).toEqual([]);
    expect(doubtfulYears("31/02/10")).toEqual([]);
    expect(parseBirth(of(now - 16), { century: 2000 })).toEqual({ year: now - 16, month: 3, day: 5 });
  });

  test("knows books that count from 1904", () => {
    expect(parseDate(27458 - 1462, { is1904: true })).toEqual({ year: 1975, month: 3, day: 5 });
  });

  test("gives back every day that it wrote", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1930-01-01"), max: new Date("2005-12-31"), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = date.toISOString().slice(0, 10).split("-");
          expect(showBirth(parseBirth(`${day}/${month}/${year}`) ?? { year: 0 })).toBe(
            `${year}-${month}-${day}`,
          );
        },
      ),
    );
  });
});

describe("names", () => {
  test.each([
    ["Đ/c Huỳnh Thị Ánh", "Huỳnh Thị Ánh", null],
    ["LƯƠNG QUANG HOÀ", "Lương Quang Hoà", null],
    ["  Hồ  Thị  Hiền ", "Hồ Thị Hiền", null],
    ["đinh núp", "Đinh Núp", null],
    ["KSOR H'LƠ", "Ksor H'Lơ", null],
    ["H'Hen Niê", "H'Hen Niê", null],
    ["Lý Ngọc Dung (nữ)", "Lý Ngọc Dung", "female"],
    ["Đồng chí: Trần Văn A", "Trần Văn A", null],
    ["Đặng Thị Hoà".normalize("NFD"), "Đặng Thị Hoà", null],
    ["Ong Thị Lan", "Ong Thị Lan", null],
    ["Y Bhin", "Y Bhin", null],
    ["BS CKII Lê Văn Tám", "Lê Văn Tám", null],
    ["PGS TS. LÊ THỊ NGA", "Lê Thị Nga", null],
    ["", "", null],
  ])("reads %j as %j", (written, fullName, gender) =>
    expect(parseFullName(written)).toEqual({ fullName, gender }),
  );
});

test.each([
  ["Nữ", "female"],
  ["nam", "male"],
  ["", null],
  ["x", undefined],
])("reads the gender %j as %j", (written, gender) => expect(parseGender(written)).toBe(gender));

test.each([
  ["Cao cấp", "advanced"],
  ["TC", "intermediate"],
  ["Sơ cấp LLCT", "elementary"],
  ["Cử nhân", "bachelor"],
  ["Trình độ: Cao cấp lý luận chính trị", "advanced"],
  ["Chưa qua đào tạo", "none"],
  ["", null],
  ["Đang học", undefined],
])("reads the theory level %j as %j", (written, level) => expect(parsePoliticalTheory(written)).toBe(level));

test.each([
  ["Báo cáo viên", "rapporteur"],
  ["BCV cấp xã", "rapporteur"],
  ["TTV", "communicator"],
  ["", null],
  ["B.C.V.", "rapporteur"],
  ["T.T.V xã", "communicator"],
  ["BCV, TTV", undefined],
  ["Chuyên viên", undefined],
])("reads the kind %j as %j", (written, kind) => expect(parseKind(written)).toBe(kind));
