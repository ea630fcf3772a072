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
    "        (Local a#0 :Int)",
    "        (Bind :Unit unused#3",
    "          (Local b#1 :Int)",
    "          (Prim :Unit host.print [(Concat :String [(Local value#2 :Int)])]))))",
    '    (Do (Prim :Unit host.print [(Concat :String [(Text "" :String)])]))])',
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
    "        (Local a#0 :Bool)",
    "        (Bind :Unit argument#2",
    '          (Text "no" :String)',
    "          (Choose :Unit",
    "            (Local argument#1 :Bool)",
    "            (Unit :Unit)",
    "            (Prim :never fail",
    "              [",
    '                (Text "runtime_error" :String)',
    "                (Prim :String text.concat",
    "                  [",
    '                    (Text "assert failed: " :String)',
    "                    (Concat :String [(Local argument#2 :String)])])])))))])",
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
    '      (FunctionValue :fn(a:Int,b:Int=…)->Int "<fn add>" [main.fuse:add.entry(1) main.fuse:add] main.fuse:add.dynamic()))])',
  ];
  assert.is(printed("lower-builtins", "f", ...source), expected.join("\n"));
});

test.run();
