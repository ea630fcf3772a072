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
    '            [(Prim :String int.text [(Local :Int n#0)]) (Text :String ", ")])',
    "          (Local :String s#1)]))])",
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
    "    (Let message#1 :String? (Field :String? message (Local :T value#0)))",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not [(Prim :Bool option.is_none [(Local :String? message#1)])])",
    "          (Block",
    "            [",
    "              (Return",
    "                (Prim :String text.concat",
    "                  [",
    '                    (Text :String "T(")',
    "                    (Prim :String text.concat",
    "                      [",
    "                        (Prim :String option.get [(Local :String? message#1)])",
    '                        (Text :String ")")])]))]))]',
    "      -)",
    '    (Return (Text :String "<T>"))])',
  ];
  assert.is(printed("derive-texts", "text<T>", ...source), expected.join("\n"));
});

test.run();
