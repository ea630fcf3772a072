// Tests of struct literals, fields and defaults.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "../testing.ts";

const P = ["type P:", "  a: Int", '  b: String = "x"', "  c: Bool?", "fn f(n: Int, text: String):"];

test("fields with a default, and optional ones, may be left out", () => {
  assert.equal(placesOf(...P, "  let p: P = P(a=1)"), []);
});

const rejected: readonly (readonly [string, string])[] = [
  ["P(a=1, a=2)", "6:18"],
  ['P(b="y")', "6:11"],
  ["P()", "6:11"],
  ["P(a=1, zz=3)", "6:18"],
  ['P(a="no")', "6:13"],
];
for (const [literal, place] of rejected) {
  test(`${literal} is wrong at ${place}`, () =>
    assert.equal(placesOf(...P, `  let p = ${literal}`), [place]));
}

test("a misspelled field has a suggestion", () => {
  assert.equal(messagesOf("type P:", "  name: String?", "fn f():", '  P(nmae="x")'), [
    '4:5 P has no field "nmae" (did you mean "name"?)',
  ]);
});

test("fields are validated when the program runs, so a base value is enough for the checker", () => {
  const U = ["type U:", "  id: Id", "  age: Int(0..150)", "  more: List<String(1..3)>"];
  assert.equal(placesOf(...U, "fn f(n: Int, s: String):", "  let u = U(id=s, age=n, more=[s])"), []);
  assert.equal(placesOf(...U, "fn f():", '  let u = U(id="", age=999, more=[])'), []);
  assert.equal(placesOf(...U, "fn f(u: U, n: Int):", "  u.age = n"), ["6:11"]);
});

test("the fields of a config all have values", () => {
  const C = ["config C:", "  port: Int = 1", '  host: String = "h"', "fn f():"];
  assert.equal(placesOf(...C, "  let a: C = C()", "  let b: Int = C(port=2).port + C.port"), []);
  assert.equal(placesOf(...C, "  let a = C(prot=2)", '  let b = C(port="x")'), ["5:13", "6:13"]);
});

test("defaults are checked", () => {
  assert.equal(
    placesOf(
      "type P:",
      '  a: Int = "x"',
      "  b: Int(1..3) = 9",
      "  c: List<Int> = []",
      'fn f(a: Int = "x", b: Int = a):',
      "  return",
    ),
    ["2:12", "5:15"],
  );
});

test.run();
