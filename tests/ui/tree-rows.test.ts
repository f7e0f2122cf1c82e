/** What of a tree can be seen, and where each key leads. */
import { expect, test } from "vitest";
import { type Branch, joined, rowByLetters, stepFor, type TreeNode, top, visibleRows } from "~/ui/tree-rows";

const leaf = (id: string, label = id): TreeNode => ({ id, label });
const whole = (nodes: TreeNode[]): Branch => ({ nodes, from: 0, total: nodes.length });
const roots = whole([
  { id: "a", label: "Ân Thi", hasChildren: true },
  { id: "b", label: "Ba Đình", hasChildren: true },
]);
const ofA = whole([leaf("a1"), leaf("a2", "Đồng Than")]);
const rows = visibleRows(
  new Map([
    [top, roots],
    ["a", ofA],
  ]),
  new Set(["a"]),
);
const part = { nodes: [leaf("a5"), leaf("a6")], from: 4, total: 9 };
const inParts = (waiting?: Branch["waiting"]) =>
  visibleRows(
    new Map([
      [top, roots],
      ["a", { ...part, waiting }],
    ]),
    new Set(["a"]),
  );
const at = (id: string) => rows.findIndex((row) => row.id === id);

test("an open branch stands under its node, with its level and place", () => {
  expect(
    rows.map((row) => ("more" in row ? row.more : [row.id, row.level, row.position, row.setSize])),
  ).toEqual([
    ["a", 1, 1, 2],
    ["a1", 2, 1, 2],
    ["a2", 2, 2, 2],
    ["b", 1, 2, 2],
  ]);
});

test("a branch of which a part is there says what stands before and after it", () => {
  expect(inParts().map((row) => ("more" in row ? [row.more, row.state] : [row.id, row.position]))).toEqual([
    ["a", 1],
    [{ of: "a", from: 0, count: 4 }, "ready"],
    ["a5", 5],
    ["a6", 6],
    [{ of: "a", from: 6, count: 3 }, "ready"],
    ["b", 2],
  ]);
  const states = (waiting: Branch["waiting"]) =>
    inParts(waiting).flatMap((row) => ("more" in row ? [row.state] : []));
  expect(states({ from: 0, failed: false })).toEqual(["loading", "ready"]);
  expect(states({ from: 6, failed: true })).toEqual(["ready", "failed"]);
});

test("a branch that the server has not given yet says so", () => {
  const asked: Branch = { ...whole([]), waiting: { from: 0, failed: false } };
  const waiting = visibleRows(
    new Map([
      [top, roots],
      ["b", asked],
    ]),
    new Set(["b"]),
  );
  expect(waiting.map((row) => ("more" in row ? row.state : row.id))).toEqual(["a", "b", "loading"]);
});

test("parts are joined before and after what is there, none twice", () => {
  const before = joined(part, { nodes: [leaf("a4"), leaf("a5")], from: 3, total: 9 });
  expect(before).toEqual({ nodes: [leaf("a4"), ...part.nodes], from: 3, total: 9 });
  const after = joined(part, { nodes: [leaf("a6"), leaf("a7")], from: 6, total: 9 });
  expect(after).toEqual({ nodes: [...part.nodes, leaf("a7")], from: 4, total: 9 });
  expect(joined({ ...whole([]), waiting: { from: 0, failed: true } }, part)).toEqual(part);
});

test.each([
  ["ArrowDown", "a", { goTo: "a1" }],
  ["ArrowDown", "b", null],
  ["ArrowRight", "a", { goTo: "a1" }],
  ["ArrowRight", "b", { setOpen: true }],
  ["ArrowRight", "a1", null],
  ["ArrowLeft", "a2", { goTo: "a" }],
  ["ArrowLeft", "a", { setOpen: false }],
  ["ArrowLeft", "b", null],
  ["Home", "b", { goTo: "a" }],
  ["End", "a", { goTo: "b" }],
  [" ", "b", { setOpen: true }],
  [" ", "a1", null],
])("%s at %s", (key, from, step) => expect(stepFor(key, rows, at(from))).toEqual(step));

test("a row that stands for more is brought by Enter or blank, and left to the node above", () => {
  const some = inParts();
  expect(stepFor("Enter", some, 1)).toEqual({ bring: some[1] });
  expect(stepFor(" ", some, 4)).toEqual({ bring: some[4] });
  expect(stepFor("ArrowLeft", some, 4)).toEqual({ goTo: "a" });
});

test("letters find the next name, without tone marks, and begin again at the top", () => {
  expect([
    rowByLetters("d", rows, at("a")),
    rowByLetters("a", rows, at("b")),
    rowByLetters("x", rows, 0),
  ]).toEqual(["a2", "a", undefined]);
});
