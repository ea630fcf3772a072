// propagate-copies, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { propagateCopies } from "./propagate-copies.ts";
import { bodyOf, simplified } from "./testing.ts";

const body = (...lines: readonly string[]): readonly string[] =>
  bodyOf("f", simplified([propagateCopies], ...lines, 'app "a":', "  print(f(1))"));

test("the original stands where the copy was used", () => {
  assert.equal(body("fn f(n: Int) -> Int:", "  let a = n", "  let b = a", "  return a + b").slice(2), [
    "(Let a#1 :Int (Local n#0 :Int))",
    "(Let b#2 :Int (Local n#0 :Int))",
    "(Return (Prim :Int int.add [(Local n#0 :Int) (Local n#0 :Int)]))])",
  ]);
});

test("a copy of what changes later stays a copy", () => {
  const lines = ["fn f(n: Int) -> Int:", "  var xs = [n]", "  let ys = xs", "  xs[0] = 5", "  return ys[0]"];
  assert.is(body(...lines).at(-1), "(Return (Prim :Int list.get [(Local ys#2 :List<Int>) (Int 0 :Int)]))])");
});

test.run();
