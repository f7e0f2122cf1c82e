/** What of a tree can be seen, and where each key leads. */
import { expect, test } from "vitest";
import { openAtFirst, rowByLetters, stepFor, type TreeNode, visibleRows } from "~/ui/tree-rows";

const leaf = (id: string, label = id): TreeNode => ({ id, label, hasChildren: false });
const nodes: TreeNode[] = [
  {
    id: "a",
    label: "Ân Thi",
    hasChildren: true,
    isOpen: true,
    children: [leaf("a1"), leaf("a2", "Đồng Than")],
  },
  { id: "b", label: "Ba Đình", hasChildren: true },
];
const rows = visibleRows(nodes, new Set(openAtFirst(nodes)), new Map());
const at = (id: string) => rows.findIndex((row) => row.id === id);

test("an open branch stands under its node, with its level and place", () => {
  expect(rows.map(({ id, level, position, setSize }) => [id, level, position, setSize])).toEqual([
    ["a", 1, 1, 2],
    ["a1", 2, 1, 2],
    ["a2", 2, 2, 2],
    ["b", 1, 2, 2],
  ]);
});

test("a branch that the server has not given yet says so", () => {
  const waiting = visibleRows(nodes, new Set(["b"]), new Map([["b", "loading" as const]]));
  expect(waiting.map(({ id, waiting }) => [id, waiting])).toEqual([
    ["a", undefined],
    ["b", "loading"],
  ]);
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

test("letters find the next name, without tone marks, and begin again at the top", () => {
  expect([
    rowByLetters("d", rows, at("a")),
    rowByLetters("a", rows, at("b")),
    rowByLetters("x", rows, 0),
  ]).toEqual(["a2", "a", undefined]);
});
