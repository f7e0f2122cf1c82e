/** Vietnamese names in their order, in the browser's collation and in the database's bytes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "~/platform/db.server";
import {
  compareSortNames,
  isPartOfName,
  modernTones,
  type SortName,
  sortNameOf,
} from "~/roster/speaker-name";

/** domain.md 7.1, in order. */
const inOrder = [
  "Nguyễn An",
  "Đào Duy Anh",
  "Trần Thị Anh",
  "Nguyễn Thị Ánh",
  "Nguyễn Văn Ánh",
  "Lê Văn Ân",
  "Đỗ Thị Ba",
  "Đặng Thị Dung",
  "Bùi Văn Dũng",
  "Phạm Văn Đạt",
  "Hoàng Thị Hoà",
  "Vũ Văn Hòa",
  "Lý Thị Oanh",
  "Đinh Văn Ơn",
];

function shuffled<T>(values: T[]): T[] {
  return (
    fc.sample(fc.shuffledSubarray(values, { minLength: values.length }), { numRuns: 1, seed: 7 })[0] ?? []
  );
}

async function databaseOrder(names: SortName[]): Promise<{ byKey: string[]; byCollation: string[] }> {
  const rows = JSON.stringify(names);
  const order = (expression: string) =>
    db.$queryRawUnsafe<{ name: string }[]>(
      `SELECT name FROM (SELECT value::text AS name, ARRAY(SELECT jsonb_array_elements_text(value)) AS parts
        FROM jsonb_array_elements($1::jsonb)) AS rows ORDER BY ${expression}, name`,
      rows,
    );
  const [byKey, byCollation] = await Promise.all([
    order("name_sort_key(parts)"),
    order('parts COLLATE "vi-x-icu"'),
  ]);
  return { byKey: byKey.map(({ name }) => name), byCollation: byCollation.map(({ name }) => name) };
}

describe("the order of names", () => {
  test("goes by given name, family name, middle names", () => {
    const sorted = shuffled(inOrder).sort((a, b) => compareSortNames(sortNameOf(a), sortNameOf(b)));
    expect(sorted).toEqual(inOrder);
  });

  test("is the same in the database, by collation and by bytes", async () => {
    const names = inOrder.map((name) => sortNameOf(name));
    const expected = names.map((name) => JSON.stringify(name).replaceAll(",", ", "));
    const { byKey, byCollation } = await databaseOrder(shuffled(names));
    expect(byKey).toEqual(expected);
    expect(byCollation).toEqual(expected);
  });

  test("by bytes agrees with Intl.Collator on random Vietnamese names", async () => {
    const syllable = fc.constantFrom(
      ..."An Anh Ánh Ân Ấn Ẩn Ăn Bảo Bạo Châu Cảnh Dũng Dung Đạt Đào Giang Hà Hạ Hòa Hoa Hóa Hường Hương Huyền Khuê Lê Lễ Lệ Ly Lý Mỹ My Nguyễn Nguyên Nguyệt Ơn Oanh Ổn Phượng Phương Quý Quỳnh Sơn Thủy Thúy Thụy Tú Từ Tứ Uyên Ưng Vân Văn Vỹ Xuân Ý Yên Yến".split(
        " ",
      ),
    );
    const name = fc
      .array(syllable, { minLength: 2, maxLength: 5 })
      .map((parts) => sortNameOf(parts.join(" ")));
    const names = fc.sample(name, { numRuns: 1500, seed: 20 });
    const unique = [...new Map(names.map((one) => [JSON.stringify(one), one])).values()];
    const expected = [...unique]
      .sort(compareSortNames)
      .map((one) => JSON.stringify(one).replaceAll(",", ", "));
    expect((await databaseOrder(shuffled(unique))).byKey).toEqual(expected);
  });
});

describe("tone marks in their modern place", () => {
  test.each([
    ["hoà", "hòa"],
    ["thuỷ", "thủy"],
    ["Thuý", "Thúy"],
    ["HOÀ", "HÒA"],
    ["khoẻ", "khỏe"],
    ["hòang", "hoàng"],
    ["hùynh", "huỳnh"],
    ["qúy", "quý"],
    ["quý", "quý"],
    ["Quỳnh", "Quỳnh"],
    ["khuỷu", "khuỷu"],
    ["loại", "loại"],
    ["Huỳnh", "Huỳnh"],
    ["hoa", "hoa"],
  ])("%s becomes %s", (typed, modern) => {
    expect(modernTones(typed)).toBe(modern);
    expect(modernTones(typed.normalize("NFD"))).toBe(modern);
  });
});

describe("names that do not begin with a family name", () => {
  test.each<[string, string | null, SortName]>([
    ["An", null, ["An", "", ""]],
    ["Y Bhin Niê Kdăm", null, ["Y Bhin", "Niê Kdăm", ""]],
    ["H'Hen Niê", null, ["H'Hen", "Niê", ""]],
    ["H’ Hen Niê", null, ["H'Hen", "Niê", ""]],
    ["K'Điệp", null, ["K'Điệp", "", ""]],
    ["Giàng A Câu", null, ["Câu", "Giàng", "A"]],
    ["Thạch Sa Rương", null, ["Rương", "Thạch", "Sa"]],
    ["Nguyễn Thị Ngọc Hoà", null, ["Hòa", "Nguyễn", "Thị Ngọc"]],
    ["Hồ Thị Kim Ngân", "Kim Ngân", ["Kim Ngân", "Hồ", "Thị"]],
  ])("%s (%s)", (fullName, givenName, expected) => {
    expect(sortNameOf(fullName, givenName)).toEqual(expected);
  });

  test("the given name must stand in the full name as whole words", () => {
    expect(isPartOfName("Sô Thị Ngân", "ngan")).toBe(true);
    expect(isPartOfName("Sô Thị Ngân", "Ng")).toBe(false);
  });
});
