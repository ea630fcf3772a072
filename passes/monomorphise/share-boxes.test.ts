// share-boxes, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

const text = (...lines: readonly string[]): string => linesAfter("share-boxes", ...lines).join(" ");

test("a function that is called with a box has an instance whose parameter is the box", () => {
  const found = text(
    "fn set(xs: List<Int>, n: Int):",
    "  xs[0] = n",
    "  print(xs)",
    'app "a":',
    "  let b = box [1]",
    "  set(b, 2)",
    "  set([1], 2)",
  );
  assert.ok(found.includes("(Call :Unit main.fuse:set[box 0] [(BoundArg 0 (Local :boxList<Int> b#0))"));
  assert.ok(found.includes("(Call :Unit main.fuse:set [(BoundArg 0 (List"));
  assert.match(
    found,
    /\(Function main.fuse:set\[box 0\] set main.fuse :Unit 2 \[ ?\(Param xs#0 :boxList<Int> -\)/,
  );
  assert.ok(found.includes("(Convert :List<Int> (Local :boxList<Int> xs#0))"));
});

test("an instance hands its box on, also to itself", () => {
  const found = text(
    "fn down(n: Int):",
    "  if n > 0:",
    "    down(n)",
    'app "a":',
    "  let b = box 1",
    "  down(b)",
  );
  assert.is(found.split("main.fuse:down[box 0] [(BoundArg 0 (Local :boxInt").length, 3);
});

test("a content of another type is no box, and a receiver is a copy", () => {
  const found = text(
    "type P:",
    "  n: Int",
    "interface I:",
    "  fn own() -> Int",
    "impl I for P:",
    "  fn own() -> Int:",
    "    return self.n",
    "fn maybe(n: Int?) -> Int?:",
    "  return n",
    'app "a":',
    "  let b = box 1",
    "  print(maybe(b))",
    "  let p = box P(n=1)",
    "  print(p.own())",
  );
  assert.not.match(found, /\[box/);
});

test.run();
