// remove-unreachable, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

const declared = (...lines: readonly string[]): readonly string[] =>
  linesAfter("remove-unreachable", ...lines).flatMap(
    (line) => /\((?:Function|Struct|Enum) \S+:(\S+)/.exec(line)?.[1] ?? [],
  );

test("what no entry reaches is gone", () => {
  const source = ["type T:", "  n: Int", "fn f(t: T) -> Int:", "  return t.n", 'app "a":', "  print(1)"];
  assert.equal(declared(...source), ["app0(a)"]);
});

test("a type brings its predicates and defaults", () => {
  const source = [
    "fn small(n: Int) -> Bool:",
    "  return n < 3",
    "fn two() -> Int:",
    "  return 2",
    "type T:",
    "  n: Int(predicate(small)) = two()",
    'app "a":',
    "  let ts: List<T> = []",
  ];
  assert.equal(declared(...source), ["T", "small", "two", "T.default(n)", "app0(a)"]);
});

test("a function value brings its defaults", () => {
  const source = ["fn f(n: Int = 1 + 1) -> Int:", "  return n", 'app "a":', "  let g = f"];
  assert.equal(declared(...source), ["f.default(n)", "f", "app0(a)"]);
});

test("main brings the defaults of its parameters", () => {
  const source = ["fn two() -> Int:", "  return 2", "fn main(n: Int = two()):", "  print(n)"];
  assert.equal(declared(...source), ["two", "main.default(n)", "main"]);
});

test.run();
