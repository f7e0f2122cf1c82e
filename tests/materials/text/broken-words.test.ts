/** Words broken by stray blanks: noticed in Vietnamese, not in other texts, and put together by their spelling. */
import { expect, test } from "vitest";
import { hasBrokenWords, joinFragments } from "~/materials/text/letters/broken-words";

test.each([
  ["tri n khai Ch th s 30-CT/TW v công tác tuyên truy n mi ng", true],
  ["tuyên truy ề n mi ệ ng trên đ ị a bàn qu ậ n Ba Đình", true],
  ["Trong những năm qua, công tác tuyên truyền miệng trên địa bàn quận Ba Đình luôn được quan tâm", false],
  ["QĐ số 12, TW, TP. HCM, UBND và HĐND các xã, đ/c Bí thư, v.v.", false],
  ["It is one of the first of its kind, and as such it is to be read by us all in an hour", false],
  ["Y Bhin Niê, H'Hen và K'Điệp dự hội nghị cùng bà con buôn làng Ê Đê", false],
  ["1. a) b) c) Mục I, II, III x + y = z", false],
])("%s", (text, isBroken) => {
  expect(hasBrokenWords(text)).toBe(isBroken);
});

test.each([
  ["tuyên truy ề n mi ệ ng trên đ ị a bàn qu ậ n Ba Đình", "tuyên truyền miệng trên địa bàn quận Ba Đình"],
  ["c ủ a Đ ả ng, nhà n ướ c.", "của Đảng, nhà nước."],
  ["công tác tuyên truyền", "công tác tuyên truyền"],
  ["Văn bản 30-CT/TW năm 2024", "Văn bản 30-CT/TW năm 2024"],
])("%s is put together", (text, whole) => {
  expect(joinFragments(text)).toBe(whole);
});
