// move-parts, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const emptied = (...body: readonly string[]): readonly string[] =>
  outline(
    passesWith("append-items", "fuse-dup-drop", "move-parts"),
    "f",
    ...["type Inner:", "  items: List<Int>", "  n: Int"],
    ...["type Outer:", "  inner: Inner", "  rows: List<List<Int>>", "  byName: Map<String, List<Int>>"],
    "fn f(given: Outer):",
    "  var o = given",
    ...body.map((line) => `  ${line}`),
    '  print("${o.inner.n}")',
    'app "a":',
    "  f(Outer(inner=Inner(items=[], n=0), rows=[], byName={}))",
  ).filter((line) => line.includes(":= null"));

test("a field leaves its place while it grows", () =>
  assert.equal(emptied("o.inner.items = o.inner.items + [1]"), ["  part3.0 := null"]));

test("so does an item, and an entry", () => {
  assert.is(emptied("o.rows[2] = o.rows[2] + [1]").length, 1);
  assert.is(emptied('o.byName["a"] = (o.byName["a"] ?? []) + [1]').length, 1);
});

test("another field may be read meanwhile, but not the whole", () => {
  const fresh = "var i = Inner(items=[], n=1)";
  assert.is(emptied(fresh, "i.items = i.items + [i.n]", "print(i.n)").length, 1);
  const copied = ["let before = i.items", "let copy = i", "i.items = before + [copy.n]", "print(i.n)"];
  assert.is(emptied(fresh, ...copied).length, 0);
});

test("a part that is changed as a variable leaves its place, too", () =>
  assert.is(emptied("var i = o.inner", "i.n = 2", "o.inner = i").length, 1));

test("another place stays as it is", () => assert.equal(emptied("o.rows[1] = o.rows[2] + [1]"), []));

test.run();
