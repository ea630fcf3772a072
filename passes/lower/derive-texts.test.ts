// derive-texts, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("plain types have operations", () => {
  const source = [
    "fn f(n: Int, s: String) -> String:",
    '  return "${n}, ${s}"',
    "",
    'app "a":',
    '  print(f(1, "s"))',
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Prim :String text.concat",
    "        [",
    "          (Prim :String text.concat",
    '            [(Prim :String int.text [(Local n#0 :Int)]) (Text ", " :String)])',
    "          (Local s#1 :String)]))])",
  ];
  assert.is(printed("derive-texts", "f", ...source), expected.join("\n"));
});

test("a struct shows its message", () => {
  const source = [
    "type T:",
    "  message: String?",
    "",
    "fn f(t: T):",
    "  print(t)",
    "",
    'app "a":',
    "  f(T(message=null))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Let message#1 :String? (Field message :String? (Local value#0 :T)))",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not [(Prim :Bool option.is_none [(Local message#1 :String?)])])",
    "          (Block",
    "            [",
    "              (Return",
    "                (Prim :String text.concat",
    "                  [",
    '                    (Text "T(" :String)',
    "                    (Prim :String text.concat",
    "                      [",
    "                        (Prim :String option.get [(Local message#1 :String?)])",
    '                        (Text ")" :String)])]))]))]',
    "      -)",
    '    (Return (Text "<T>" :String))])',
  ];
  assert.is(printed("derive-texts", "text<T>", ...source), expected.join("\n"));
});

test.run();
