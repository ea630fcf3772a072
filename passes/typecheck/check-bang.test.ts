// Tests of check-bang, and of what inference says about `?!`.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "./testing.ts";

const header = [
  "type E1:",
  "  m: String",
  "type E2:",
  "  m: String",
  "fn f() -> Int!E1:",
  "  return 1",
  "fn o() -> Int?:",
  "  return null",
];

/** What is wrong with a line of a function with this result; the line is line 10. */
const inside = (result: string, line: string): readonly string[] =>
  placesOf(...header, `fn g()${result}:`, `  ${line}`, "  while true:", "    print(1)");

const accepted: readonly (readonly [string, string])[] = [
  [" -> Int!E1", "let a: Int = f() ?!"],
  [" -> Int!E1", 'let a: Int = o() ?! E1(m="x")'],
  [" -> Int!E1!E2", "let a = f() ?!"],
  [" -> Int!E2", 'let a = f() ?! E2(m="x")'],
  [" -> Unit!E1", "let a = f() ?!"],
  [" -> Int!E1", 'let a: Int = {"k": 1}["k"] ?! E1(m="x")'],
  [" -> Int!E1", 'null ?! E1(m="x")'],
];
for (const [result, line] of accepted) {
  test(`accepted in fn()${result}: ${line}`, () => assert.equal(inside(result, line), []));
}

const rejected: readonly (readonly [string, string])[] = [
  [" -> Int!E2", "let x = f() ?!"],
  [" -> Int!E1", "let z = o() ?!"],
  [" -> Int!E1", 'let w = o() ?! "s"'],
  [" -> Int", "let x = f() ?!"],
  ["", "let x = f() ?!"],
  [" -> Int!E1", 'let x = 5 ?! E1(m="")'],
  [" -> Int!E1", 'let y = f() ?! E2(m="")'],
];
for (const [result, line] of rejected) {
  test(`rejected in fn()${result}: ${line}`, () => assert.equal(inside(result, line), ["10:11"]));
}

test("outside of a function an error has nowhere to go", () => {
  assert.equal(placesOf(...header, 'app "a":', "  let x = f() ?!"), ["10:11"]);
  assert.equal(placesOf(...header, 'migration "a":', "  let x = f() ?!"), ["10:11"]);
  assert.equal(placesOf(...header, "fn g(a: Int = f() ?!) -> Int!E1:", "  return a"), ["9:15"]);
  assert.equal(placesOf(...header, "config A:", "  a: Int = f() ?!"), ["10:12"]);
  assert.equal(placesOf(...header, "type P:", "  a: Int = f() ?!"), ["10:12"]);
});

test("methods, routes and components are functions", () => {
  assert.equal(
    placesOf(
      ...header,
      "interface I:",
      "  fn size() -> Int!E1",
      "impl I for E2:",
      "  fn size() -> Int!E1:",
      "    return f() ?!",
      'service S at "/":',
      '  get "/a" -> Int!E1:',
      "    return f() ?!",
      '  get "/b" -> Int:',
      "    return f() ?!",
      "component C:",
      "  let x = f() ?!",
      '  p(): "x"',
    ),
    ["18:12", "20:11"],
  );
});

test("the function around a task counts", () => {
  const body = ["  let t = spawn:", "    f() ?!", "  await t"];
  assert.equal(placesOf(...header, "fn g() -> Unit!E1:", ...body), []);
  assert.equal(placesOf(...header, "fn g() -> Unit!E2:", ...body), ["11:5"]);
  assert.equal(placesOf(...header, 'app "a":', ...body), ["11:5"]);
});

test("an expression that was diagnosed is of unknown type", () => {
  assert.equal(placesOf(...header, "fn g() -> Int:", "  let x: String = f() ?!", "  return 1"), ["10:19"]);
});

test("a wrong operand is the only thing said about it", () => {
  assert.equal(messagesOf(...header, 'app "a":', "  let x = 5 ?!"), [
    '10:11 "?!" takes an option or a result, and this is of type Int, which cannot fail',
  ]);
});

test.run();
