/** Languages and topics of a cell, matched to the lists of the record; what fits nothing is left as it is. */
import { expect, test } from "vitest";
import { readLanguages, readTopics } from "~/roster/import/skills";

test.each([
  ["Anh, Trung", ["en", "zh"], []],
  ["Tiếng Anh B1", ["en conversational"], []],
  ["Anh C; tiếng Ê-đê", ["en fluent", "ede"], []],
  ["Tiếng Mông (giao tiếp), Tày và Nùng", ["hmong basic", "tay", "nung"], []],
  ["H'Mông thành thạo", ["hmong fluent"], []],
  ["Anh văn trình độ B / Khmer", ["en conversational", "khmer"], []],
  ["Tiếng Thái", ["thai"], []],
  ["TOEIC 500, Pháp", ["fr"], ["TOEIC 500"]],
  ["Bru - Vân Kiều", ["bru"], []],
  ["Không", [], ["Không"]],
  [null, [], []],
])("%s", (written, found, left) => {
  const read = readLanguages(written);
  expect(read.found.map(({ language, level }) => (level ? `${language} ${level}` : language))).toEqual(found);
  expect(read.left).toEqual(left);
});

const topics = ["Chuyển đổi số", "Tôn giáo, dân tộc", "Biển đảo, biên giới", "Kinh tế - xã hội"].map(
  (name) => ({ name }),
);

test.each([
  ["Chuyển đổi số", ["Chuyển đổi số"], []],
  ["tôn giáo, dân tộc; chuyển đổi số", ["Tôn giáo, dân tộc", "Chuyển đổi số"], []],
  ["Kinh tế xã hội, Biển đảo, biên giới, Y tế", ["Kinh tế - xã hội", "Biển đảo, biên giới"], ["Y tế"]],
  ["Dân tộc", [], ["Dân tộc"]],
])("topics: %s", (written, found, left) => {
  const read = readTopics(written, topics);
  expect(read.found.map(({ name }) => name)).toEqual(found);
  expect(read.left).toEqual(left);
});
