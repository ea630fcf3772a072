// lower-builtins, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("print evaluates all arguments, shows the first", () => {
  const source = ["fn f(a: Int, b: Int):", "  print(a, b)", "  print()", "", 'app "a":', "  f(1, 2)"];
  const expected = [
    "(Block",
    "  [",
    "    (Do",
    "      (Bind :Unit value#2",
    "        (Local :Int a#0)",
    "        (Bind :Unit unused#3",
    "          (Local :Int b#1)",
    "          (Prim :Unit host.print [(Concat :String [(Local :Int value#2)])]))))",
    '    (Do (Prim :Unit host.print [(Concat :String [(Text :String "")])]))])',
  ];
  assert.is(printed("lower-builtins", "f", ...source), expected.join("\n"));
});

test("assert evaluates its message first", () => {
  const source = ["fn f(a: Bool):", '  assert(a, "no")', "", 'app "a":', "  f(true)"];
  const expected = [
    "(Block",
    "  [",
    "    (Do",
    "      (Bind :Unit argument#1",
    "        (Local :Bool a#0)",
    "        (Bind :Unit argument#2",
    '          (Text :String "no")',
    "          (Choose :Unit",
    "            (Local :Bool argument#1)",
    "            (Unit :Unit)",
    "            (Prim :never fail",
    "              [",
    '                (Text :String "runtime_error")',
    "                (Prim :String text.concat",
    "                  [",
    '                    (Text :String "assert failed: ")',
    "                    (Concat :String [(Local :String argument#2)])])])))))])",
  ];
  assert.is(printed("lower-builtins", "f", ...source), expected.join("\n"));
});

test("a function as a value has entries for its numbers of arguments", () => {
  const source = [
    "fn add(a: Int, b: Int = a + 1) -> Int:",
    "  return a + b",
    "",
    "fn f():",
    "  let g = add",
    "",
    'app "a":',
    "  f()",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Let g#0 :fn(a:Int,b:Int=…)->Int",
    '      (FunctionValue :fn(a:Int,b:Int=…)->Int "<fn add>" [main.fuse:add.entry(1) main.fuse:add.entry(2)] main.fuse:add.dynamic()))])',
  ];
  assert.is(printed("lower-builtins", "f", ...source), expected.join("\n"));
});

test.run();
