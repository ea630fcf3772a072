// Tests of generic calls: inference of type arguments, bounds, written type arguments.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

const G = [
  "fn id<T>(x: T) -> T:",
  "  return x",
  "fn two<T>(a: T, b: T) -> T:",
  "  return a",
  "fn first<T>(l: List<T>) -> T:",
  "  return l[0]",
  "fn orelse<T>(x: T?, y: T) -> T:",
  "  return x ?? y",
  "fn none<T>() -> Int:",
  "  return 1",
  "fn plain() -> Int:",
  "  return 1",
  "fn values<T>(m: Map<String, T>) -> List<T>:",
  "  return []",
  "fn main(o: Int?, m: Map<String, Int>):",
];

const accepted = [
  "let a: Int = id(2)",
  "let a: Int = first([1, 2])",
  "let a: Int = orelse(o, 4)",
  "let a: Int = orelse(3, 4)",
  "let a: Int? = two(o, null)",
  "let a: Int? = two(o, 1)",
  "let a: List<Int> = two([], [1])",
  "let a: Int? = first([1, null])",
  'let a: List<Bool> = values({"a": true})',
  "let a: Int = none<Int>()",
  'let a: Int = orelse(m["a"], 1)',
  "let a: Int? = first<Int?>([null])",
  'let a: Int = id(json.decode("1"))',
];
for (const line of accepted) {
  test(`accepted: ${line}`, () => assert.equal(placesOf(...G, `  ${line}`), []));
}

const INFERENCE = "16:11 FUSE_GENERIC_INFERENCE";
const TYPE_ARG = "16:11 FUSE_GENERIC_CALL_TYPE_ARG";
const rejected: readonly (readonly [string, ...(readonly string[])])[] = [
  ['id<Int>("x")', "16:19"],
  ["none()", INFERENCE],
  ['two(1, "x")', INFERENCE],
  ["two(1, null)", "16:18"],
  ["first([])", INFERENCE],
  ["first([[]])[0]", INFERENCE],
  ["id(null)", INFERENCE],
  ['two<Int>(1, "x")', "16:23"],
  ["id(nope)", "16:14"],
  ["id<Zork>(1)", "16:14"],
  ["plain<Int>()", TYPE_ARG],
  ["print<Int>()", TYPE_ARG],
  ["id<Int, Int>(1)", TYPE_ARG],
  ["id<Int>()", "16:11 FUSE_WRONG_ARITY"],
  ["id(1, 2)", "16:11 FUSE_WRONG_ARITY"],
  ["id", "16:11"],
];
for (const [call, ...places] of rejected) {
  test(`${call} is wrong`, () => assert.equal(placesOf(...G, `  let x = ${call}`), places));
}

test("a read of a map that stands for an option gives null for a missing key", () => {
  assert.match(printed("infer-types", ...G, '  orelse(m["a"], 1)'), "(Index true");
});

const B = [
  "interface Label:",
  "  fn label(wide: Bool = false) -> String",
  "type Cat:",
  "  n: String",
  "type Dog:",
  "  n: String",
  "impl Label for Cat:",
  "  fn label(wide: Bool = false) -> String:",
  "    return self.n",
  "fn show<T>(x: T) -> String where T: Label:",
  "  return x.label() + x.label(true)",
];

test("only types with an impl of the interface satisfy a bound, and parameters that have the same", () => {
  assert.equal(placesOf(...B, "fn f(c: Cat) -> String:", "  return show(c)"), []);
  assert.equal(placesOf(...B, "fn f<U>(u: U) -> String where U: Label:", "  return show(u)"), []);
  assert.equal(placesOf(...B, "fn f<U>(u: U) -> String:", "  return show(u)"), [
    "13:10 FUSE_GENERIC_INFERENCE",
  ]);
  assert.equal(messagesOf(...B, "fn f(d: Dog):", "  show(d)"), [
    '13:3 FUSE_GENERIC_INFERENCE show needs a T with the interface Label, and Dog has no impl of it; write "impl Label for Dog"',
  ]);
  assert.equal(placesOf(...B, "fn f(d: Dog):", "  show<Dog>(d)", "  show(5)"), [
    "13:3 FUSE_GENERIC_INFERENCE",
    "14:3 FUSE_GENERIC_INFERENCE",
  ]);
});

test("a type parameter is opaque", () => {
  assert.equal(
    placesOf(
      "fn a<T>(x: T):",
      "  let y = x.foo()",
      "  let z = x + 1",
      "  let v: Int = x",
      "  let w = x == x",
      "  let t: List<T> = [x]",
      '  let s = "${x}" + x',
    ),
    ["2:13", "3:11", "4:16"],
  );
});

test.run();
