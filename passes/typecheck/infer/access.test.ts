// Tests of members, variants, indexed reads, and of what a missing key gives.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

const P = ["type P:", "  a: Int", "  next: P?"];

test("fields", () => {
  assert.equal(placesOf(...P, "fn f(p: P) -> Int:", "  return p.a"), []);
  assert.equal(messagesOf(...P, "fn f(p: P) -> Int:", "  return p.nexd"), [
    '5:12 P has no member "nexd" (did you mean "next"?)',
  ]);
});

test("text, lists, maps, numbers and results have no members", () => {
  assert.equal(
    placesOf("fn f():", '  let a = "abc".size', "  let b = [1].length", "  let c = 5.to_string()"),
    ["2:17", "3:15", "4:13"],
  );
});

test("an option is read with ?. and [ ] with ?[", () => {
  assert.equal(placesOf(...P, "fn f(p: P?) -> Int?:", "  return p?.next?.a"), []);
  assert.equal(placesOf(...P, "fn f(p: P?) -> Int:", "  return p.a"), ["5:12"]);
  assert.equal(placesOf(...P, "fn f(p: P) -> Int?:", "  return p?.a"), ["5:10"]);
  assert.equal(placesOf("fn f(l: List<Int>?) -> Int?:", "  return l?[0]"), []);
  assert.equal(placesOf("fn f(l: List<Int>):", "  let x = l?[0]"), ["2:11"]);
});

test("a member that is not there is diagnosed once", () => {
  assert.equal(placesOf(...P, "fn f(p: P?) -> Int:", "  let n: Int = p?.zz", "  return n"), ["5:19"]);
  assert.equal(placesOf("fn f(s: String?):", "  let n: Int = s?[0]"), ["2:16"]);
});

test("indices and keys", () => {
  assert.equal(
    placesOf(
      "fn f(l: List<Int>, m: Map<String, Int>, s: String, o: List<Int>?):",
      '  let a = l["x"]',
      "  let b = m[1]",
      "  let c = s[0]",
      "  let d = o[0]",
    ),
    ["2:13", "3:13", "4:11", "5:11"],
  );
});

test("variants are values, or functions that make them", () => {
  const C = ["enum C:", "  Red", "  G(Int)"];
  assert.equal(
    placesOf(...C, "fn f() -> C:", "  let make = C.G", "  let r: C = C.Red", "  return make(1)"),
    [],
  );
  assert.equal(messagesOf(...C, "fn f():", "  let a = C.Rde"), [
    '5:13 C has no variant "Rde" (did you mean "Red"?)',
  ]);
  assert.equal(placesOf(...C, "fn f(c: C):", "  let a: C = C.G", "  let b = c.R"), ["5:14", "6:13"]);
});

/** How reads of a `Map<String, Int>` stand in a function that gives `Int?`: `true` where a missing key gives null. */
const reads = (...lines: readonly string[]): readonly string[] => {
  const text = printed(
    "infer-types",
    "type E:",
    "  a: Int",
    "  b: Int? = null",
    "fn f(m: Map<String, Int>) -> Int?:",
    ...lines.map((line) => `  ${line}`),
    "  null",
  );
  return [...text.matchAll(/\(Index (true|false)/g)].map(([, handled]) => handled!);
};

const handledPlaces = [
  'let x = m["a"] ?? 0',
  'if m["a"] == null:\n    return null',
  'let x: Int? = m["a"]',
  'return m["a"]',
  'print(m["a"])',
  'print([m["a"]])',
  'print({"k": m["a"]})',
  'let s = "${m["a"]}"',
  'let l = [m["a"], null]',
  'let l: List<Int?> = [m["a"]]',
  'let e = E(a=1, b=m["a"])',
  'match m["a"]:\n    x -> x',
  'let o: Map<String, Int?> = {}\n  let x = o["a"]',
];
for (const line of handledPlaces) {
  test(`a missing key gives null: ${line}`, () => assert.equal(reads(line), ["true"]));
}

const otherPlaces = [
  'let x = m["a"]',
  'let x: Int = m["a"]',
  'let x = m["a"] + 1',
  'm["a"]',
  'let l = [m["a"]]',
  'let e = E(a=m["a"])',
  'let b = m["a"] == 1',
  'for i in 1..m["a"]:\n    print(i)',
];
for (const line of otherPlaces) {
  test(`a missing key fails: ${line}`, () => assert.equal(reads(line), ["false"]));
}

test("all operands of a ?? chain but the last are handled; the last stands in the place of the chain", () => {
  assert.equal(reads('let x: Int = m["a"] ?? m["b"] ?? m["c"]'), ["true", "true", "false"]);
  assert.equal(reads('let x: Int? = m["a"] ?? m["b"]'), ["true", "true"]);
});

test("a missing key gives no null where a Result is demanded and one is read", () => {
  const head = [
    "type No:",
    "  message: String",
    "fn f(m: Map<String, Int?!No>, o: Map<String, Int>) -> Int?!No:",
  ];
  assert.equal(placesOf(...head, '  return m["a"]'), []);
  assert.equal(placesOf(...head, '  return o["a"]'), []);
});

test.run();
