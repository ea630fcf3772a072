// Tests of check-duplicates.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles, messagesOf } from "./testing.ts";

const NAME = "check-duplicates";

test("a name is declared once in a module", () => {
  assert.equal(messagesOf(NAME, "type User:", "  a: Int", "fn User():", "  return", "enum User:", "  A"), [
    '1:6 previous definition of "User" is here',
    '3:4 duplicate symbol "User"',
    '5:6 duplicate symbol "User"',
  ]);
});

test("imported names, components, configs and services are of the same name space", () => {
  const main = [
    'import lib from "./lib"',
    "config lib:",
    "  a: Int = 1",
    "component C():",
    "  return html.text('')".replaceAll("'", '"'),
    'service C at "/":',
    '  get "/" -> Int:',
    "    return 1",
    "",
  ];
  const { messages } = compileFiles(NAME, {
    "main.fuse": main.join("\n"),
    "lib.fuse": "fn f():\n  return\n",
  });
  assert.equal(messages, [
    '1:8 previous definition of "lib" is here',
    '2:8 duplicate symbol "lib"',
    '4:11 previous definition of "C" is here',
    '6:9 duplicate symbol "C"',
  ]);
});

test("no declaration is named like a built-in type, but functions may be", () => {
  assert.equal(messagesOf(NAME, "enum Int:", "  A", "type Int:", "  a: Bool", "fn List():", "  return"), [
    '1:6 duplicate symbol "Int": it is a built-in type',
    '3:6 duplicate symbol "Int": it is a built-in type',
  ]);
});

test("members and parameters differ", () => {
  assert.equal(
    messagesOf(
      NAME,
      ...["type T:", "  a: Int", "  a: Int"],
      ...["enum E:", "  A", "  A(Int)"],
      ...["config C:", "  a: Int = 1", "  a: Int = 2"],
      ...["interface I:", "  fn m(x: Int, x: Int)", "  fn m()"],
      ...["impl I for T:", "  fn n(x: Int, x: Int):", "    return"],
      ...["fn f(x: Int, _: Int, _: Int, x: Int):", "  return"],
    ),
    [
      '3:3 duplicate field "a"',
      '6:3 duplicate variant "A"',
      '9:3 duplicate field "a"',
      '11:16 duplicate binding "x"',
      '12:6 duplicate member "m"',
      '14:16 duplicate binding "x"',
      '16:30 duplicate binding "x"',
    ],
  );
});

test("every component has attrs and children", () => {
  assert.equal(messagesOf(NAME, "component C(attrs: Int, a: Int):", '  return html.text("")'), [
    '1:13 duplicate binding "attrs": every component has a parameter of this name',
  ]);
});

test("parameters of a route are reported at its verb", () => {
  const says = (head: string, ...messages: readonly string[]) =>
    assert.equal(messagesOf(NAME, 'service S at "/":', "  ## Doc.", `  ${head}:`, "    return 1"), messages);
  says('get "/{a: Int}/{a: Int}" -> Int', '3:3 duplicate binding "a" in the path of the route');
  says('get "/{body: Int}" -> Int');
  says(
    'post "/{body: Int}" body String -> Int',
    '3:3 duplicate binding "body": in a route with a body this is the name of the body',
  );
});

test("a capability is declared once", () => {
  assert.equal(messagesOf(NAME, "requires db, time", "requires db"), [
    '1:10 "db" is declared here before',
    '2:10 the capability "db" is declared twice',
  ]);
});

test("apps and tests have no names of that kind", () => {
  assert.equal(messagesOf(NAME, 'test "a":', "  return", 'test "a":', "  return"), []);
});

test.run();
