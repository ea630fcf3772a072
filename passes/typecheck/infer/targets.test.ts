// Tests of assignment targets.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "../testing.ts";

const header = [
  "config App:",
  "  port: Int = 1",
  "type P:",
  "  a: Int",
  "  next: P?",
  "  all: List<P>",
  "fn helper() -> Int:",
  "  return 1",
  "fn f(arg: Int, p: P, o: P?, l: List<Int>, m: Map<String, P>, s: String):",
  "  let c = 1",
  "  var v = 1",
  "  let b = box 1",
];

const accepted = [
  "v = 2",
  "p.a = 2",
  "o?.a = 2",
  "p.next?.a = 2",
  "p.next = p",
  "p.all[0].a = 3",
  "l[0] = 1",
  'm["k"] = p',
  'm["k"].a = 1',
  "b = 2",
  "b = box 3",
];
for (const line of accepted)
  test(`accepted: ${line}`, () => assert.equal(placesOf(...header, `  ${line}`), []));

const rejected: readonly (readonly [string, string])[] = [
  ['b = "x"', "13:7"],
  ["App.port = 3", "13:3"],
  ["App = 3", "13:3"],
  ["c = 2", "13:3"],
  ['v = "s"', "13:7"],
  ["missing = 3", "13:3"],
  ["1 = 2", "13:3"],
  ["helper() = 3", "13:3"],
  ["helper().a = 3", "13:3"],
  ["arg = 3", "13:3"],
  ["helper = 3", "13:3"],
  ["print = 3", "13:3"],
  ["o.a = 3", "13:3"],
  ["p?.a = 3", "13:3"],
  ["p.zz = 5", "13:5"],
  ['p.a = "s"', "13:9"],
  ['l[0] = "x"', "13:10"],
  ['l["0"] = 1', "13:5"],
  ["m[1] = p", "13:5"],
  ['s[0] = "x"', "13:3"],
];
for (const [line, place] of rejected) {
  test(`rejected: ${line}`, () => assert.equal(placesOf(...header, `  ${line}`), [place]));
}

test("pattern and loop variables are immutable", () => {
  assert.equal(
    placesOf("fn f(n: Int):", "  for i in 1..2:", "    i = 5", "  match n:", "    k:", "      k = 1"),
    ["3:5", "6:7"],
  );
});

test("the value is checked behind a wrong target", () => {
  assert.equal(placesOf("fn f():", "  1 = nope"), ["2:3", "2:7"]);
});

test.run();
