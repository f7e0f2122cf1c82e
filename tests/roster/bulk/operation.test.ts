/** What a bulk edit may be asked, and how it and its outcomes are read out. */
import { expect, test } from "vitest";
import { doings, newOperation, type Operation, operationSchema } from "~/roster/bulk/operation";
import { type Names, type Seat, showState } from "~/roster/bulk/outcome";
import { sentenceOf } from "~/roster/bulk/sentence";

const id = "0199a3f0-0000-7000-8000-000000000001";
const names: Names = {
  topics: [{ id, name: "Chuyển đổi số" }],
  unit: "Đảng ủy xã Kia",
  decision: "45-QĐ/ĐU, 01/03/2026",
};
const seat: Seat = {
  ...{ role: "rapporteur", network: "party", level: "commune", unit: "Đảng ủy xã Đây" },
  ...{ startsOn: "2025-08-01", endsOn: null, reason: null, decision: "had" },
};
const decision = { choice: "existing" as const, id };

test("what a form begins with is not yet enough, but for languages", () => {
  const complete = doings.filter(
    (does) => operationSchema.safeParse(newOperation(does, "2026-03-01")).success,
  );
  expect(complete).toEqual(["languages"]);
});

test("a decision is attached only if there is one", () => {
  const attach = (choice: "existing" | "unknown") =>
    operationSchema.safeParse({ does: "attach", decision: { choice, id } }).success;
  expect([attach("existing"), attach("unknown")]).toEqual([true, false]);
});

test("an operation reads as a sentence", () => {
  const operations: Operation[] = [
    { does: "topics", way: "add", topicIds: [id], level: "certified", overwrite: false },
    { does: "languages", way: "remove", language: "tay", level: "basic", written: false, overwrite: false },
    { does: "move", unitId: id, on: "2026-03-01", decision },
    { does: "unit", unitId: id },
    { does: "end", on: "2026-03-01", reason: "retired", role: "rapporteur", network: null, decision },
    { does: "attach", role: null, network: null, decision },
  ];
  expect(operations.map((operation) => sentenceOf(operation, names, "vi"))).toEqual([
    "Thêm chuyên đề: Chuyển đổi số (được chứng nhận)",
    "Bỏ ngôn ngữ: Tày",
    "Chuyển về Đảng ủy xã Kia từ 01/03/2026",
    "Sửa đơn vị quản lý thành Đảng ủy xã Kia",
    "Cho thôi từ 01/03/2026: nghỉ hưu; chỉ báo cáo viên",
    "Gắn quyết định 45-QĐ/ĐU, 01/03/2026",
  ]);
});

test("a state reads line by line; what nobody knows is said", () => {
  const shown = showState(
    {
      topics: { [id]: "interested" },
      languages: { tay: { level: "fluent", written: true } },
      unit: "Đảng ủy xã Kia",
      seats: [
        seat,
        { ...seat, endsOn: "2026-02-28", reason: "moved" },
        { ...seat, decision: "new" },
        { ...seat, decision: null },
      ],
    },
    names,
    "vi",
  );
  const held = "Báo cáo viên (cấp xã), Đảng ủy xã Đây:";
  expect(shown).toEqual([
    "Chuyển đổi số: Quan tâm",
    "Tày: Thạo, đọc, viết được",
    "Đảng ủy xã Kia",
    `${held} từ 01/08/2025`,
    `${held} 01/08/2025 đến 28/02/2026; chuyển công tác`,
    `${held} từ 01/08/2025; 45-QĐ/ĐU, 01/03/2026`,
    `${held} từ 01/08/2025; chưa rõ quyết định`,
  ]);
});
