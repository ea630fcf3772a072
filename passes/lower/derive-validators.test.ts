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
    '          (Call :Int(...) validate<Int -> Int(1..3)> [(Local :Int n#0) (Text :String "T.a")])',
    "          (Local :Int n#0)]))])",
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
    "    (Let base#2 :String (Local :String value#0))",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not",
    "            [",
    "              (Choose :Bool",
    "                (Prim :Bool int.ge [(Prim :Int text.length [(Local :String base#2)]) (Int :Int 1)])",
    "                (Prim :Bool int.le [(Prim :Int text.length [(Local :String base#2)]) (Int :Int 3)])",
    "                (Bool :Bool false))])",
    "          (Block",
    "            [",
    "              (Do",
    "                (Call :never <invalid value>",
    "                  [",
    "                    (Local :String path#1)",
    '                    (Text :String "invalid_value")',
    "                    (Prim :String text.concat",
    "                      [",
    '                        (Text :String "length ")',
    "                        (Prim :String text.concat",
    "                          [",
    "                            (Prim :String int.text",
    "                              [(Prim :Int text.length [(Local :String base#2)])])",
    '                            (Text :String " out of range 1..3")])])]))]))]',
    "      -)",
    "    (Return (Local :String base#2))])",
  ];
  assert.is(printed("derive-validators", "validate<String -> String(...)>", ...source), expected.join("\n"));
});

test.run();
