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
