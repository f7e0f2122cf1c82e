/** How what is typed is understood, and how hits are shown. */
import { expect, test } from "vitest";
import { piecesOf, snippetOf } from "~/materials/search/pieces";
import { termsOf } from "~/materials/search/terms";
import { holdingAll } from "~/materials/search/words-query";

const said = (q: string) =>
  termsOf(q).map(
    ({ words, isOpen, isMinus, squeezed }) =>
      `${isMinus ? "-" : ""}${words.map(({ plain }) => plain).join("_")}${isOpen ? "*" : ""}${squeezed ? `=${squeezed}` : ""}`,
  );

test("words, phrases, minus-words, numbers; the last word may go on", () => {
  expect(said("Tuyên truyền miệng")).toEqual(["tuyen", "truyen", "mieng*"]);
  expect(said("tuyen truyen ")).toEqual(["tuyen", "truyen"]);
  expect(said('"quận Ba Đình" kế')).toEqual(["quan_ba_dinh", "ke*"]);
  expect(said('ke "bi mat')).toEqual(["ke", "bi_mat"]);
  expect(said("“quận Ba Đình”")).toEqual(["quan_ba_dinh"]);
  expect(said("hoi dap -mật")).toEqual(["hoi", "dap", "-mat"]);
  expect(said('hop -"chi bo"')).toEqual(["hop", "-chi_bo"]);
  expect(said("-mat")).toEqual([]);
  expect(said("  - ")).toEqual([]);
  expect(said("H’Hen 2025")).toEqual(["h_hen", "2025"]);
  for (const spelled of ["241-KH/TU", "241 - KH/TU", "241 -kh/tu", "241–KH/TU"]) {
    expect(said(spelled)).toEqual(["241_kh_tu*=241khtu"]);
  }
  expect(said("973-QĐ/BTGTW")).toEqual(["973_qd_btgtw*=973qdbtgtw"]);
});

test("nothing that is typed can be more than words in the question", () => {
  for (const typed of ["'a':* | !b", "a & b\\'", "x' OR 1=1 --", "😀 \u0000 %_"]) {
    expect(holdingAll(termsOf(typed))).toMatch(/^[\p{L}\p{Nd}\s'+#:*&|!()=]*$/u);
  }
});

test("hits are marked on the text as it is written, neighbours as one, whatever its letters", () => {
  const show = (text: string, q: string) =>
    piecesOf(text, termsOf(q))
      .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
      .join("");
  expect(show("Công tác TUYÊN TRUYỀN miệng, tuyên dương", "tuyen truyen mieng")).toBe(
    "Công tác [TUYÊN TRUYỀN miệng], [tuyên] dương",
  );
  expect(show("Kế hoạch 229 - KH/QU của quận uỷ", "229-KH/QU")).toBe("Kế hoạch [229 - KH/QU] của quận uỷ");
  expect(show("bí mật và mật", '"bi mat"')).toBe("[bí mật] và mật");
  expect(show("<b>mật</b>".normalize("NFD"), "mat ")).toBe("<b>[mật]</b>");
  expect(show("không có gì", "-co gi ")).toBe("không có [gì]");
});

test("a snippet is about thirty words around the hits", () => {
  const page = `${"đầu ".repeat(100)}công tác tuyên truyền miệng ${"cuối ".repeat(100)}tuyên`;
  const pieces = snippetOf(page, termsOf("tuyen truyen mieng"));
  expect(pieces.filter(({ isHit }) => isHit)).toEqual([{ text: "tuyên truyền miệng", isHit: true }]);
  const words = pieces
    .map(({ text }) => text)
    .join("")
    .split(" ").length;
  expect(words).toBeGreaterThan(25);
  expect(words).toBeLessThan(36);
  expect(snippetOf("Một trang ngắn", termsOf("trang"))).toEqual([
    { text: "Một " },
    { text: "trang", isHit: true },
    { text: " ngắn" },
  ]);
});
