// Tests of literals in places of refined type.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "./testing.ts";

const inPlace = (type: string, literal: string): readonly string[] =>
  placesOf("fn even(n: Int) -> Bool:", "  return n % 2 == 0", "fn f():", `  let x: ${type} = ${literal}`);

const accepted: readonly (readonly [string, string])[] = [
  ["Int(1..3)", "2"],
  ["Int(-5..-1)", "-3"],
  ["Int(1..3)?", "3"],
  ["Float(0.0..1.0)", "0.5"],
  ["String(1..2)", '"éè"'],
  ['String(regex("^[a-z]+$"))', '"abc"'],
  ["Id", '"u1"'],
  ["Email", '"a@b.co"'],
  ["List<Int(1..3)>", "[1, 2]"],
  ["Map<String, Id>", '{"a": "b"}'],
];
for (const [type, literal] of accepted) {
  test(`${literal} is good for ${type}`, () => assert.equal(inPlace(type, literal), []));
}

const rejected: readonly (readonly [string, string])[] = [
  ["Int(1..3)", "4"],
  ["Int(-5..-1)", "-6"],
  ["Float(0.0..1.0)", "1"],
  ["String(1..2)", '"abc"'],
  ['String(regex("^[a-z]+$"))', '"ABC"'],
  ["Int(0..10, predicate(even))", "4"],
  ["String(1..9)", '"x${1}"'],
  ["Id", '""'],
  ["Email", '"a@b"'],
  ["List<Int(1..3)>", "[1, 5]"],
];
for (const [type, literal] of rejected) {
  const column = 4 + "let x: ".length - 1 + type.length + " = ".length;
  test(`${literal} is none for ${type}`, () => assert.equal(inPlace(type, literal), [`4:${column}`]));
}

test("a literal that misses a refinement is reported itself, not its argument or statement", () => {
  assert.equal(
    placesOf(
      "fn grow(age: Int(0..150)) -> Int(0..150):",
      "  if age == 1:",
      "    return 151",
      "  return grow(age=999)",
    ),
    ["3:12", "4:19"],
  );
});

test("only literals are tried, not names bound to them", () => {
  assert.equal(placesOf("fn f(k: Int):", "  let n: Int(1..3) = k"), ["2:22"]);
});

test.run();
