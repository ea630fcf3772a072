// lower-paths, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const declarations = [
  "type Point:",
  "  x: Int",
  "type Shape:",
  "  corners: List<Point>",
  "  center: Point? = null",
  "  named: Map<String, Point>",
];

const body = (...lines: readonly string[]): readonly string[] =>
  outline(
    passesWith(),
    "f",
    ...declarations,
    "fn f(given: Shape) -> Shape:",
    "  var s = given",
    ...lines.map((line) => `  ${line}`),
    "  return s",
    'app "a":',
    "  f(Shape(corners=[], named={}))",
  ).slice(2, -1);

test("a path is walked from a variable that is unique", () =>
  assert.equal(body("s.corners[1].x = 5"), [
    "  unique s",
    "  let part1 = part s.0",
    "  let part2 = part part1[1]",
    "  part2.0 := 5",
  ]));

test("a map stores by key", () =>
  assert.equal(body('s.named["a"] = Point(x=1)'), [
    "  let value1 = struct(1)",
    "  unique s",
    "  let part2 = part s.2",
    '  part2["a"] := value1',
  ]));

test("null on the way is a failure", () =>
  assert.equal(body("s.center?.x = 5"), [
    "  unique s",
    "  let part1 = part s.1",
    "  let missing2 = option.is_none(part1)",
    "  if missing2",
    '    fail("runtime_null_access", "assignment into null")',
    "  let part3 = option.get(part1)",
    "  part3.0 := 5",
  ]));

test("what is stored into itself is stored as it was", () => {
  const lines = outline(
    passesWith(),
    "f",
    "type Tree:",
    "  trees: List<Tree>",
    "fn f(given: Tree) -> Tree:",
    "  var tree = given",
    "  tree.trees[0] = tree",
    "  return tree",
    'app "a":',
    "  f(Tree(trees=[]))",
  );
  assert.equal(lines.slice(2), [
    "  dup tree",
    "  let stored1 = tree",
    "  unique tree",
    "  let part2 = part tree.0",
    "  part2[0] := stored1",
    "  return tree",
  ]);
});

test.run();
