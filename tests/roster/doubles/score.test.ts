/** How alike two people are: what speaks for it, what against, and how much. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNames, likelyFrom, likenessOf, sureFrom, yearsLike } from "~/roster/doubles/score";

test.each([
  ["Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "name"],
  ["Đặng Hồng Ánh", "ĐẶNG HỒNG ÁNH", "name"],
  ["Đặng Hồng Ánh", "Dang Hong Anh", "nameUnmarked"],
  ["Đặng Hồng Ánh", "Ánh Đặng Hồng", "nameOrder"],
  ["Nguyễn Thị Hoa", "Ng. Thị Hoa", "nameShort"],
  ["Nguyễn Thị Hoa", "N.T.Hoa", "nameShort"],
  ["Nguyễn Hoa", "Nguyễn Thị Hoa", "nameShort"],
  ["Nguyễn Văn Tuân", "Nguyễn Văn Tuấn", "nameTypo"],
  ["Nguyễn Văn Thắng", "Nguyễn Văn Thắg", "nameTypo"],
  ["Nguyễn Văn An", "Trần Thị Bình", "nameOther"],
  ["H'Hen Niê", "H’Hen Niê", "name"],
])("%s and %s: %s", (one, other, sign) => {
  expect(compareNames(one, other)).toBe(sign);
  expect(compareNames(other, one)).toBe(sign);
});

const lan = { fullName: "Lê Thị Lan", birthYear: 1975, phone: "+84912345678", gender: "female" };

test("the same name and phone is sure, wherever the records are kept", () => {
  expect(likenessOf(lan, { ...lan, birthYear: null }, "apart")).toEqual({
    score: 90,
    signs: ["name", "phone"],
  });
});

test("the same name and year tells nothing in another province, and something in the next commune", () => {
  const twin = { ...lan, phone: null };
  expect(likenessOf(lan, twin, "apart").score).toBeLessThan(likelyFrom);
  expect(likenessOf(lan, twin, "sibling").score).toBeGreaterThanOrEqual(likelyFrom);
  expect(likenessOf(lan, twin, "same").score).toBeLessThan(sureFrom);
});

test("a contradicting birth or gender keeps namesakes apart", () => {
  expect(likenessOf(lan, { ...lan, phone: null, birthYear: 1990 }, "same").score).toBeLessThan(likelyFrom);
  expect(likenessOf(lan, { ...lan, phone: null, gender: "male" }, "same").score).toBeLessThan(likelyFrom);
});

test.each([
  [{ birthYear: 1975 }, { birthYear: 1976 }, "birthTypo"],
  [{ birthYear: 1967 }, { birthYear: 1976 }, "birthTypo"],
  [{ birthYear: 1975, birthMonth: 1, birthDay: 1 }, { birthYear: 1975 }, "birthYear"],
  [
    { birthYear: 1975, birthMonth: 4, birthDay: 5 },
    { birthYear: 1975, birthMonth: 5, birthDay: 4 },
    "birthSwapped",
  ],
  [
    { birthYear: 1975, birthMonth: 4, birthDay: 15 },
    { birthYear: 1965, birthMonth: 4, birthDay: 15 },
    "birthTypo",
  ],
  [
    { birthYear: 1975, birthMonth: 4, birthDay: 15 },
    { birthYear: 1975, birthMonth: 9, birthDay: 20 },
    "birthOther",
  ],
])("births %o and %o: %s", (one, other, sign) => {
  const name = { fullName: "Lê Thị Lan" };
  expect(likenessOf({ ...name, ...one }, { ...name, ...other }).signs).toEqual(["name", sign]);
});

test("it does not matter who is asked first, and nobody is more alike than oneself", () => {
  const person = fc.record({
    fullName: fc
      .array(fc.constantFrom("Nguyễn", "Ng", "Thị", "Văn", "Hoa", "Hòa", "Hoà", "An"), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(" ")),
    birthYear: fc.option(fc.integer({ min: 1950, max: 2005 })),
    birthMonth: fc.option(fc.integer({ min: 1, max: 12 })),
    birthDay: fc.option(fc.integer({ min: 1, max: 28 })),
    phone: fc.constantFrom(null, "+84912345678", "+84912345687", "+84987654321"),
    gender: fc.constantFrom(null, "female", "male"),
  });
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(likenessOf(one, other)).toEqual(likenessOf(other, one));
      expect(likenessOf(one, one).score).toBeGreaterThanOrEqual(likenessOf(one, other).score);
    }),
  );
});

test("born in a year unlike the other, nobody of the same name and unit is shown while a name is typed", () => {
  const like = yearsLike(1975);
  expect([1974, 1975, 1976, 1957, 1978, 1965].every((year) => like.includes(year))).toBe(true);
  for (let birthYear = 1900; birthYear <= 2100; birthYear++) {
    if (like.includes(birthYear)) continue;
    for (const day of [{}, { birthMonth: 5, birthDay: 3 }]) {
      const one = { fullName: "Lê Thị Lan", birthYear: 1975, ...day };
      expect(likenessOf(one, { ...one, birthYear }, "same").score).toBeLessThan(42);
    }
  }
});
