/** Whatever the reading can ask or repair has its words. */
import { expect, test } from "vitest";
import { words as answerWords } from "~/roster/import/answers/words";
import { questionKinds } from "~/roster/import/questions";
import { words as repairWords } from "~/roster/import/repaired/words";
import { repairKinds } from "~/roster/import/repairs";

test.each(["vi", "en"] as const)("every kind of question and repair is named in %s", (language) => {
  expect(questionKinds.filter((kind) => !answerWords[language].kinds[kind])).toEqual([]);
  expect(repairKinds.filter((kind) => !repairWords[language].kinds[kind])).toEqual([]);
});

test("inside a sentence a kind of repair keeps the names in it", () => {
  expect(repairWords.vi.briefKind(3, repairWords.vi.kinds.tcvn3 ?? "")).toBe("3 bảng mã TCVN3");
  expect(repairWords.vi.briefKind(2, repairWords.vi.kinds.serial ?? "")).toBe("2 ngày kiểu Excel");
});
