// Boxes: cells that share what they hold, whatever its type.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("all who hold a box see what is put into it", async () => {
  const lines = await printed(
    ["type P:", "  x: Int", "  tags: List<String>", ""],
    "let p = box P(x=1, tags=[])",
    "var q = p",
    "q.x = 5",
    'q.tags = q.tags + ["a"]',
    'p.tags[0] = "b"',
    'print("${p.x} ${p.tags} ${q.tags}")',
    "var n = box 1",
    "var m = n",
    "m = m + 1",
    "n = n * 10",
    'print("${n} ${m}")',
  );
  assert.equal(lines, ["5 [b] [b]", "20 20"]);
});

test("a box holds values of every representation", async () => {
  const lines = await printed(
    ["type E:", "  n: Int", "", "fn res(n: Int) -> Int!E:", "  return n", ""],
    "let none: Int? = null",
    "var o = box none",
    "o = 4",
    "var s = box [1.5]",
    "s = s + [2.5]",
    "var r = box res(1)",
    "r = res(2)",
    "var b = box true",
    "b = false",
    'print("${o} ${s} ${r} ${b}")',
  );
  assert.equal(lines, ["4 [1.5, 2.5] Ok(2) false"]);
});

test("what is changed in a box is changed in place, unless others hold it", async () => {
  const lines = await printed(
    [],
    "var list = box [1, 2]",
    "let before = list + []",
    "list[0] = 7",
    "list[1] = 8",
    'print("${before} ${list}")',
  );
  assert.equal(lines, ["[1, 2] [7, 8]"]);
});

test.run();
