/** Which entry people mean by a few letters. */
import { expect, test } from "vitest";
import { rank } from "~/ui/ranking";

const entries = [
  { label: "Nhập đội ngũ từ Excel" },
  { label: "Đội ngũ" },
  { label: "Đơn vị", also: ["Tổ chức"] },
  { label: "Thêm đơn vị" },
];
const ranked = (typed: string) => rank(entries, typed).map(({ label }) => label);

test("without a letter all stand as they are", () =>
  expect(ranked(" ")).toEqual(entries.map(({ label }) => label)));

test("a beginning goes before a word, without tone marks", () => {
  expect(ranked("doi")).toEqual(["Đội ngũ", "Nhập đội ngũ từ Excel"]);
});

test("words count in any order", () => expect(ranked("vi don")).toEqual(["Đơn vị", "Thêm đơn vị"]));

test("an entry is found by its other name", () => expect(ranked("to chuc")).toEqual(["Đơn vị"]));

test("what matches nowhere is not there", () => expect(ranked("xyz")).toEqual([]));
