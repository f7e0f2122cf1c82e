/** Old encodings come back as the names they were, and Unicode is never touched. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSyllable } from "~/platform/letters/syllable";
import { oldEncodingOf, repairSheets } from "~/roster/import/letters/repair";
import type { Sheet } from "~/roster/import/sheet";
import { toTcvn3, toVni } from "./old-letters";

const families =
  "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trịnh Nông Lò".split(" ");
const middles = "Thị Văn Hữu Đức Thế Quang Xuân Ngọc Minh Thanh Trọng Bích Mỹ Thu Công Bá Kim Hồng".split(
  " ",
);
const givens =
  "Hường Hương Bình Ánh Ân Ơn Hoà Hòa Thuý Thủy Quý Tuấn Dũng Nghĩa Khuyên Út Ún Yến Phượng Vượng Sơn Lực Đạt Bé Tú Tý Cường Ý".split(
    " ",
  );

const fullName = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((parts) => parts.join(" "));
const names = fc.array(fullName, { minLength: 5, maxLength: 30 });

function column(texts: string[]): Sheet[] {
  const rows = texts.map((value, at) => ({ number: at + 1, hidden: false, cells: [{ value }] }));
  return [{ name: "S", hidden: false, is1904: false, rows }];
}

function repaired(texts: string[]) {
  return repairSheets(column(texts))[0]!.rows.map(({ cells }) => cells[0]!.value);
}

test("names in TCVN3 come back, up to the capitals that its fonts lack", () => {
  fc.assert(
    fc.property(names, (all) => {
      const small = (text: unknown) => String(text).toLowerCase();
      expect(repaired(all.map(toTcvn3)).map(small)).toEqual(all.map(small));
    }),
    { numRuns: 300 },
  );
});

test("names in VNI come back letter by letter, in capitals too", () => {
  fc.assert(
    fc.property(names, fc.boolean(), (all, shouts) => {
      const written = shouts ? all.map((name) => name.toUpperCase()) : all;
      expect(repaired(written.map(toVni))).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

test("Unicode is never touched, alone or in a sheet", () => {
  const strange = fc.constantFrom(
    "Y Bhĩm Niê",
    "H'Hen Niê",
    "K'Điệp",
    "Kpă Thuyên",
    "Müller",
    "René",
    "ĐH, ThS",
    "A Vững",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: fullName }, strange), { minLength: 1 }), (all) => {
      expect(repaired(all)).toEqual(all);
      expect(oldEncodingOf(repairSheets(column(all)))).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["NguyÔn ThÞ H\u00adêng", "Nguyễn Thị Hường"],
  ["§¶NG ñY PH¦êNG BA §×NH", "ĐẢNG ỦY PHƯỜNG BA ĐÌNH"],
  ["Chuû tòch UÛy ban MTTQ", "Chủ tịch Ủy ban MTTQ"],
  ["Ðặng Thị Lan", "Đặng Thị Lan"],
  ["Nguyá»…n Thá»‹ Lan", "Nguyễn Thị Lan"],
  ["Nguyễn Thị Hoà".normalize("NFD"), "Nguyễn Thị Hoà"],
  ["«Lớp Đảng viên» · Bí thư", "«Lớp Đảng viên» · Bí thư"],
])("%s reads %s", (written, read) => expect(repaired([written])).toEqual([read]));

test("knows a syllable of Vietnamese from what only looks like one", () => {
  const good = "nguyễn Thuý thúy hòa hoà quý gì giếng khuya nghiêm uyên Ơn khoẻ thuở đắk rượu quyết".split(
    " ",
  );
  const bad = "nguyÔn hòang qúy Niê Kpă hoàt ghà nguyeãn vaên thuỡn Batt".split(" ");
  expect(good.filter((word) => !isSyllable(word))).toEqual([]);
  expect(bad.filter(isSyllable)).toEqual([]);
});
