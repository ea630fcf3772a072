// fold-constants, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { INT } from "../../ir/types.ts";
import { type Constant, folded } from "./fold.ts";
import { foldConstants } from "./fold-constants.ts";
import { bodyOf, simplified } from "./testing.ts";

const fold = (op: PrimitiveName, ...operands: readonly Constant[]): unknown => {
  const atom = folded({ kind: "Prim", at: 1, type: INT, op, args: [] }, operands);
  return atom && ("value" in atom ? atom.value : null);
};
const MAX = 2n ** 63n - 1n;

test("Ints are exact, and what panics is left to the run", () => {
  assert.is(fold("int.sub", 1n, MAX), 2n - 2n ** 63n);
  assert.is(fold("int.div", -7n, 2n), -3n);
  assert.is(fold("int.rem", -7n, 3n), -1n);
  for (const [op, a, b] of [
    ["int.add", MAX, 1n],
    ["int.mul", MAX, 2n],
    ["int.div", 1n, 0n],
    ["int.rem", 1n, 0n],
    ["int.div", -MAX - 1n, -1n],
    ["int.rem", -MAX - 1n, -1n],
  ] as const) {
    assert.is(fold(op, a, b), undefined, op);
  }
  assert.is(fold("int.neg", -MAX - 1n), undefined);
});

test("Floats are IEEE doubles", () => {
  assert.is(fold("float.div", 1, 0), Number.POSITIVE_INFINITY);
  assert.is(fold("float.eq", Number.NaN, Number.NaN), false);
  assert.is(fold("float.eq", 0, -0), true);
  assert.is(fold("int.to_float", 2n ** 53n + 1n), 2 ** 53);
  assert.is(fold("float.text", 2.5), "2.5");
  for (const value of [1e21, 1e-7, -0, Number.NaN]) assert.is(fold("float.text", value), undefined);
});

test("the length of a text is its number of code points", () => assert.is(fold("text.length", "a👋"), 2n));

test("a local that holds a constant is one", () => {
  const lines = [
    "fn f() -> Int:",
    "  let a = 2 * 3",
    "  let b = a",
    "  return b + 1 / 0",
    'app "a":',
    "  print(f())",
  ];
  assert.equal(bodyOf("f", simplified([foldConstants], ...lines)).slice(2), [
    "(Let a#0 :Int (Int 6 :Int))",
    "(Let b#1 :Int (Local a#0 :Int))",
    "(Let value#2 :Int (Prim :Int int.div [(Int 1 :Int) (Int 0 :Int)]))",
    "(Return (Prim :Int int.add [(Local b#1 :Int) (Local value#2 :Int)]))])",
  ]);
});

test("a variable that is assigned is none", () => {
  const lines = ["fn f() -> Int:", "  var a = 2", "  a = 3", "  return a + 1", 'app "a":', "  print(f())"];
  assert.is(
    bodyOf("f", simplified([foldConstants], ...lines)).at(-1),
    "(Return (Prim :Int int.add [(Local a#0 :Int) (Int 1 :Int)]))])",
  );
});

test.run();
