// lower-access, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("fields are numbers, reads of maps operations", () => {
  const source = [
    "type T:",
    "  n: Int",
    "  m: Map<String, Int>",
    "",
    "fn f(t: T) -> Int:",
    '  t.m["a"] = t.n',
    '  return t.m["a"] ?? t.m["b"]',
    "",
    'app "a":',
    "  print(f(T(n=1, m={})))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Assign t#0",
    "      (GetField :Int 0 (Local :T t#0))",
    '      [(FieldAt 1 false) (KeyAt false (Text :String "a"))])',
    "    (Return",
    "      (Bind :Int value#1",
    '        (Prim :Int? map.get [(GetField :Map<String,Int> 1 (Local :T t#0)) (Text :String "a")])',
    "        (Choose :Int",
    "          (Prim :Bool option.is_none [(Local :Int? value#1)])",
    '          (Prim :Int map.read [(GetField :Map<String,Int> 1 (Local :T t#0)) (Text :String "b")])',
    "          (Prim :Int option.get [(Local :Int? value#1)]))))])",
  ];
  assert.is(printed("lower-access", "f", ...source), expected.join("\n"));
});

test.run();
