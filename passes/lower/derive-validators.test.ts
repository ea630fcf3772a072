// derive-validators, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a literal validates the fields that have conditions", () => {
  const source = [
    "type T:",
    "  a: Int(1..3)",
    "  b: Int",
    "",
    "fn f(n: Int) -> T:",
    "  return T(a=n, b=n)",
    "",
    'app "a":',
    "  print(f(1))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (MakeStruct :T main.fuse:T",
    "        [",
    '          (Call :Int(...) validate<Int -> Int(1..3)> [(Local n#0 :Int) (Text "T.a" :String)])',
    "          (Local n#0 :Int)]))])",
  ];
  assert.is(printed("derive-validators", "f", ...source), expected.join("\n"));
});

test("the base comes first, then each condition", () => {
  const source = [
    "type T:",
    "  a: String(1..3)",
    "",
    "fn f(s: String) -> T:",
    "  return T(a=s)",
    "",
    'app "a":',
    '  print(f("s"))',
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Let base#2 :String (Local value#0 :String))",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not",
    "            [",
    "              (Choose :Bool",
    "                (Prim :Bool int.ge [(Prim :Int text.length [(Local base#2 :String)]) (Int 1 :Int)])",
    "                (Prim :Bool int.le [(Prim :Int text.length [(Local base#2 :String)]) (Int 3 :Int)])",
    "                (Bool false :Bool))])",
    "          (Block",
    "            [",
    "              (Do",
    "                (Call :never <invalid value>",
    "                  [",
    "                    (Local path#1 :String)",
    '                    (Text "invalid_value" :String)',
    "                    (Prim :String text.concat",
    "                      [",
    '                        (Text "length " :String)',
    "                        (Prim :String text.concat",
    "                          [",
    "                            (Prim :String int.text",
    "                              [(Prim :Int text.length [(Local base#2 :String)])])",
    '                            (Text " out of range 1..3" :String)])])]))]))]',
    "      -)",
    "    (Return (Local base#2 :String))])",
  ];
  assert.is(printed("derive-validators", "validate<String -> String(...)>", ...source), expected.join("\n"));
});

test.run();
