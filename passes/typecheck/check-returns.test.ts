// Tests of check-returns.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "./testing.ts";

const f = (...lines: readonly string[]): readonly string[] =>
  placesOf("fn f(n: Int) -> Int:", ...lines.map((line) => `  ${line}`));

const complete: readonly (readonly string[])[] = [
  ["n"],
  ["return 1"],
  ["if n > 0:", "  return 1", "else:", "  n + 1"],
  ["while true:", "  return 1"],
  ["while true:", "  for i in [1]:", "    break"],
  ["match n:", "  1 -> 1", "  _:", "    2"],
  ["if n > 0:", "  1", "else if n > 1:", "  return 2", "else:", "  while true:", "    print(n)"],
];
for (const lines of complete) {
  test(`complete: ${lines.join(" / ")}`, () => assert.equal(f(...lines), []));
}

const incomplete: readonly (readonly string[])[] = [
  ["let x = 1"],
  ["if n > 0:", "  return 1"],
  ["match n:", "  1 -> 1"],
  ["while n > 0:", "  return 1"],
  ["while true:", "  if n > 1:", "    break"],
  ["for i in 1..n:", "  return i"],
  ["if n > 0:", "  1", "else:", "  let x = 2"],
];
for (const lines of incomplete) {
  test(`incomplete: ${lines.join(" / ")}`, () => assert.equal(f(...lines), ["1:4 FUSE_MISSING_RETURN"]));
}

test("Unit, and Unit with an error, ask for no result", () => {
  assert.equal(
    placesOf("type E:", "  m: String", "fn f() -> Unit:", "  let x = 1", "fn g() -> Unit!E:", "  let x = 1"),
    [],
  );
});

test("a result of unknown type asks for nothing", () => {
  assert.equal(placesOf("fn f() -> Zork:", "  let x = 1"), ["1:11"]);
});

const diagnosed: readonly (readonly [readonly string[], string])[] = [
  [["match nope:", "  1 -> 1"], "2:9"],
  [["let x = nope", "match x:", "  1 -> 1"], "2:11"],
  [["let x = [nope]", "match x[0]:", "  1 -> 1"], "2:12"],
  [["match n + true:", "  1 -> 1"], "2:9"],
  [["match f():", "  1 -> 1"], "2:9 FUSE_WRONG_ARITY"],
  [["match n.size:", "  1 -> 1"], "2:11"],
  [["match nope?.a:", "  Some(1) -> 1", "  None -> 2"], "2:9"],
  [["for x in nope:", "  print(x)", "match -nope[0]:", "  1 -> 1"], "2:12,4:10"],
];
for (const [lines, places] of diagnosed) {
  test(`nothing follows from a mistake: ${lines.join(" / ")}`, () =>
    assert.equal(f(...lines), places.split(",")));
}

test("methods and routes are told by their name and verb", () => {
  assert.equal(
    placesOf(
      "interface I:",
      "  fn size() -> Int",
      "type T:",
      "  a: Int",
      "impl I for T:",
      "  fn size() -> Int:",
      "    let x = 1",
      'service S at "/":',
      '  get "/" -> Int:',
      "    let x = 1",
    ),
    ["6:6 FUSE_MISSING_RETURN", "9:3 FUSE_MISSING_RETURN"],
  );
});

test("a transaction ends as its block does", () => {
  const head = ["requires db", "fn f(n: Int) -> Int:", "  transaction:"];
  assert.equal(placesOf(...head, "    if n > 0:", "      1", "    else:", "      2"), []);
  assert.equal(placesOf(...head, "    let x = 1"), ["2:4 FUSE_MISSING_RETURN"]);
});

test("nothing follows from an unknown type", () => {
  assert.equal(placesOf("fn f(x: Zork) -> Int:", "  match x:", "    A -> 1", "    B -> 2"), ["1:9"]);
  assert.equal(placesOf("fn f(x: List<Zork>) -> Int:", "  match x[0]:", "    A(1) -> 1"), ["1:14"]);
});

test("what nobody knows is exhausted by a binding alone", () => {
  assert.equal(f("let xs = []", "match xs[0]:", "  1 -> 1"), ["1:4 FUSE_MISSING_RETURN"]);
  assert.equal(f("let xs = []", "match xs[0]:", "  1 -> 1", "  x -> 2"), []);
});

test.run();
