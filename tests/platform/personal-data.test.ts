/** Which free text looks as if it told of a private person. */
import { expect, test } from "vitest";
import { personalDataIn } from "~/platform/personal-data";

test.each([
  ["CCCD 001075012345", [["identity", "001075012345"]]],
  ["số 036 085 001 234 cấp tại Hà Nội", [["identity", "036 085 001 234"]]],
  ["CMND 123456789 cũ", [["identity", "123456789"]]],
  [
    "gọi 0912 345 678 hoặc (+84) 912.345.678",
    [
      ["phone", "0912 345 678"],
      ["phone", "912.345.678"],
    ],
  ],
  ["nhà ở số 12 ngõ 45", [["address", "số 12 ngõ 45"]]],
  ["tổ dân phố 7 phường Cửa Lam", [["address", "tổ dân phố 7"]]],
  ["Nguyễn Văn A, tổ 5", [["person", "Nguyễn Văn A, tổ 5"]]],
  ["gặp bà Lò Thị Ban ở bản Nà Lốc", [["person", "Lò Thị Ban ở bản Nà"]]],
] as const)("%s", (text, expected) => {
  expect(personalDataIn(text).map(({ kind, text }) => [kind, text])).toEqual(
    expected.map(([kind, found]) => [kind, expect.stringContaining(found)]),
  );
});

test.each([
  "Quyết định 45-QĐ/ĐU ngày 12/08/2025",
  "Tuyên truyền song ngữ Việt - Mông, 12 buổi trong năm 2025.",
  "Phụ trách thôn Đoài và các chi bộ 1, 2, 3",
  "Kinh phí 1.234.567.890 đồng",
  "Báo cáo viên Tỉnh ủy, khóa XV (nhiệm kỳ 2015-2020)",
])("says nothing of: %s", (text) => {
  expect(personalDataIn(text)).toEqual([]);
});
