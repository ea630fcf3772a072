// Tests of check-duplicates.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf } from "./testing.ts";

const NAME = "check-duplicates";

test("a name is declared once in a module", () => {
  assert.equal(messagesOf(NAME, "type User:", "  a: Int", "fn User():", "  return", "enum User:", "  A"), [
    '1:6 previous definition of "User" is here',
    '3:4 duplicate symbol "User"',
    '5:6 duplicate symbol "User"',
  ]);
});

test("no declaration is named like a built-in type, but functions may be", () => {
  assert.equal(messagesOf(NAME, "enum Int:", "  A", "type Int:", "  a: Bool", "fn List():", "  return"), [
    '1:6 duplicate symbol "Int": it is a built-in type',
    '3:6 duplicate symbol "Int": it is a built-in type',
  ]);
});

test("fields, variants and parameters differ", () => {
  assert.equal(
    messagesOf(
      NAME,
      ...[
        "type T:",
        "  a: Int",
        "  a: Int",
        "enum E:",
        "  A",
        "  A(Int)",
        "fn f(x: Int, _: Int, _: Int, x: Int):",
      ],
      "  return",
    ),
    ['3:3 duplicate field "a"', '6:3 duplicate variant "A"', '7:30 duplicate binding "x"'],
  );
});

test("apps and tests have no names of that kind", () => {
  assert.equal(messagesOf(NAME, 'test "a":', "  return", 'test "a":', "  return"), []);
});

test.run();
