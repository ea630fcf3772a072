// Tests of the inference of operators.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "../testing.ts";

const params =
  "i: Int, f: Float, s: String, b: Bool, o: Int?, small: Int(1..3), mail: Email, l: List<Int>, d: Map<String, Int>";

/** `let x: TYPE = EXPRESSION` with values of the usual types at hand, and one of unknown type, `u`. */
const place = (type: string, expression: string): readonly string[] =>
  placesOf(`fn g(${params}):`, "  let u = null ?? 1", `  let x: ${type} = ${expression}`);

test("what has no equality", () => {
  const head = ["config C:", "  n: Int = 1", "fn f():"];
  for (const value of ["f", "print", "env", "db", "C", "div()", "html.text"]) {
    assert.equal(placesOf(...head, `  let x = ${value} == ${value}`), ["4:11"]);
  }
});

const accepted: readonly (readonly [string, string])[] = [
  ["Int", "i + small"],
  ["Float", "i + f"],
  ["Int", "i % 2"],
  ["String", "s + i + b"],
  ["String", '1 + "x"'],
  ["String", "s + l"],
  ["List<Int?>", "l + [null]"],
  ["List<Int>", "[] + l"],
  ["Int", "-i"],
  ["Float", "-f"],
  ["Int", "-small"],
  ["Bool", "!b"],
  ["Bool", "i < f"],
  ["Bool", "i == f"],
  ["Bool", "o == null"],
  ["Bool", "o == 3"],
  ["Bool", 'mail == "a@b.co"'],
  ["Bool", "b and !b or b"],
  ["List<Int>", "1..i"],
  ["List<Float>", "1..f"],
  ["Int", "o ?? 3"],
  ["Int?", "o ?? o"],
  ["Int", "o ?? o ?? 3"],
  ["Int", "null ?? 3"],
  ["Int", "3 ?? 4"],
  ["Int", "u + i"],
  ["String", "u + s"],
  ["Float", "u * f"],
  ["Bool", "u < i"],
  ["List<Float>", "u..f"],
];
for (const [type, expression] of accepted) {
  test(`${expression} is of type ${type}`, () => assert.equal(place(type, expression), []));
}

const rejected = [
  "i - s",
  "b + i",
  "s < s",
  "i == s",
  "b and i",
  "!i",
  "-s",
  "-o",
  "s .. s",
  "l + 2",
  'l + ["x"]',
  'mail == "nobody"',
  'o ?? "x"',
  "g == g",
  "u - s",
];
for (const expression of rejected) {
  test(`${expression} is wrong at its start`, () => {
    const [, ...header] = ["", `fn g(${params}):`, "  let u = null ?? 1"];
    assert.equal(placesOf(...header, `  let x = ${expression}`), ["3:11"]);
  });
}

test("a wrong operand is diagnosed once, and its expression is of unknown type then", () => {
  assert.equal(placesOf("fn f(s: String):", "  let x: Int = (s - 1) * 2 + (s - 1)"), ["2:17", "2:31"]);
});

test("a long chain of operators is no deep tree", () => {
  const chain = Array.from({ length: 5_000 }, () => "n").join(" + ");
  assert.equal(placesOf("fn f(n: Int) -> Int:", `  return ${chain}`), []);
  assert.equal(placesOf("fn f(n: Int) -> Int:", `  return ${chain} - true`), ["2:10"]);
});

test.run();
