// Lists, with their bounds in place.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, functionText, moduleOf, printed } from "./testing.ts";

test("an index is compared with the length, and the item is loaded", () => {
  const lines = [
    "fn f(xs: List<Float>, i: Int) -> Float:",
    "  return xs[i]",
    'app "a":',
    "  print(f([1.5], 0))",
  ];
  assert.equal(functionText("f", moduleOf(lines)), [
    "(if (i64.ge_u (local.get $i#1) (i64.extend_i32_u (i32.load offset=8 (local.get $xs#0))))",
    "  (then",
    "    (call $fail_index (local.get $xs#0) (local.get $i#1) (i32.const 1))",
    "    (unreachable)))",
    "(return",
    "  (f64.load offset=16",
    "    (i32.add (local.get $xs#0) (i32.shl (i32.wrap_i64 (local.get $i#1)) (i32.const 3)))))",
  ]);
});

test("items of every kind", async () => {
  const lines = await printed(
    ["fn maybe(n: Int) -> Int?:", "  if n > 1: return null", "  return n"],
    "print([1, -2])",
    "print([1.5])",
    "print([true, false])",
    'print(["é", ""])',
    "print([maybe(1), maybe(2)])",
    "print([[1], []])",
  );
  assert.equal(lines, ["[1, -2]", "[1.5]", "[true, false]", "[é, ]", "[1, null]", "[[1], []]"]);
});

test("an appended item goes behind the last one, of this list alone", async () => {
  const lines = await printed(
    [],
    "var xs = [1]",
    "let ys = xs",
    "xs = xs + [2]",
    "xs[0] = 9",
    "print(xs)",
    "print(ys)",
  );
  assert.equal(lines, ["[9, 2]", "[1]"]);
});

test("an index that a list does not have", async () => {
  assert.is(await failure([], "var xs = [1]", "xs[1] = 2"), "index 1 out of bounds (length 1)");
  assert.is(await failure([], "let xs = [1]", "print(xs[0 - 1])"), "index -1 out of bounds (length 1)");
  assert.is(await failure([], "for i in 3..1:", "  print(i)"), "range 3..1 runs backwards");
});

test.run();
