// lower-operators, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("an Int that meets a Float is converted", () => {
  const source = ["fn f(a: Int, b: Float) -> Float:", "  return a + b", "", 'app "a":', "  print(f(1, 2.0))"];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Prim :Float float.add [(Prim :Float int.to_float [(Local :Int a#0)]) (Local :Float b#1)]))])",
  ];
  assert.is(printed("lower-operators", "f", ...source), expected.join("\n"));
});

test("a String takes the text of anything", () => {
  const source = [
    "fn f(s: String, n: Int) -> String:",
    "  return s + n + s",
    "",
    'app "a":',
    '  print(f("s", 1))',
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Prim :String text.concat",
    "        [",
    "          (Prim :String text.concat [(Local :String s#0) (Concat :String [(Local :Int n#1)])])",
    "          (Local :String s#0)]))])",
  ];
  assert.is(printed("lower-operators", "f", ...source), expected.join("\n"));
});

test("a Float has no remainder", () => {
  const source = ["fn f(b: Float):", "  print(7 % b)", "", 'app "a":', "  f(2.0)"];
  const expected = [
    "(Block",
    "  [",
    "    (Do",
    "      (CallBuiltin :Unit print",
    "        [",
    "          (Convert :_",
    "            (Bind :Float left#1",
    "              (Int :Int 7)",
    "              (Bind :Float right#2",
    "                (Local :Float b#0)",
    "                (Prim :Float fail",
    "                  [",
    '                    (Text :String "runtime_type_error")',
    '                    (Text :String "\\"%\\" takes Ints, got Float")]))))]))])',
  ];
  assert.is(printed("lower-operators", "f", ...source), expected.join("\n"));
});

test("values of different number types are compared as Floats", () => {
  const source = ["fn f(a: Int, b: Float) -> Bool:", "  return a != b", "", 'app "a":', "  print(f(1, 2.0))"];
  const expected = [
    "(Block",
    "  [(Return (Equal :Bool true (Prim :Float int.to_float [(Local :Int a#0)]) (Local :Float b#1)))])",
  ];
  assert.is(printed("lower-operators", "f", ...source), expected.join("\n"));
});

test.run();
