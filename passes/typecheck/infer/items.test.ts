// Tests of declarations: components, methods, interfaces, services, configs, and defaults.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "../testing.ts";

test("defaults are checked, and see the parameters to their left", () => {
  assert.equal(placesOf('fn f(a: Int = "x") -> Int:', "  return a"), ["1:15"]);
  assert.equal(placesOf("fn g(a: Int, b: Int = a + 1, c: Int = later) -> Int:", "  return a + b + c"), [
    "1:39",
  ]);
  assert.equal(placesOf("type P:", '  a: Int = "x"', "  b: Int(1..3) = 9"), ["2:12"]);
});

test("values of configs are validated", () => {
  assert.equal(
    placesOf("config App:", '  port: Int = "x"', '  mail: Email = "nobody"', '  name: String = "n"'),
    ["2:15"],
  );
});

test("in a method self is of the type that the impl is for", () => {
  const head = [
    "interface I:",
    "  fn size() -> Int",
    "type T:",
    "  a: Int",
    "impl I for T:",
    "  fn size() -> Int:",
  ];
  assert.equal(placesOf(...head, "    return self.a"), []);
  assert.equal(placesOf(...head, "    let s: String = self.a", "    return 1"), ["7:21"]);
});

test("an impl for what is no type is not checked", () => {
  assert.equal(
    placesOf("interface I:", "  fn size() -> Int", "impl I for Zork:", "  fn size() -> Int:", '    "x"'),
    ["3:12"],
  );
});

test("defaults in interfaces are checked", () => {
  assert.equal(placesOf("interface I:", '  fn size(n: Int = "x") -> Int'), ["2:20"]);
});

test("a component ends with Html, and says at its name if it does not", () => {
  assert.equal(placesOf("component C(title: String):", "  div(attrs):", "    title", "    children"), []);
  assert.equal(placesOf("component C:", "  if true:", '    return p(): "x"', "  else:", '    p(): "y"'), []);
  assert.equal(placesOf("component C:", "  return 1"), ["2:3"]);
  assert.equal(messagesOf("component C:", '  "str"'), [
    "1:11 the component C must end with Html on every way through it, but it ends with a value of type String; write an element, like div()",
  ]);
  assert.equal(placesOf("component C:", "  if true:", '    return p(): "x"'), ["1:11"]);
  assert.equal(placesOf("component C:", "  nope"), ["2:3"]);
});

test("routes know their parameters, body and result", () => {
  assert.equal(
    placesOf(
      "type User:",
      "  id: Int",
      'service S at "/api":',
      '  get "/u/{id: Int}" -> User:',
      "    return User(id=id)",
      '  post "/u" body User -> Int:',
      "    return body.id",
      '  get "/bad" -> Int:',
      '    return "x"',
    ),
    ["9:5"],
  );
});

test("entries may end with any value", () => {
  assert.equal(placesOf('test "t":', "  return 5", 'migration "m":', "  return", 'app "a":', '  "x"'), []);
});

test.run();
