// lower-chaining, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a null base gives null", () => {
  const source = [
    "type T:",
    "  n: Int",
    "",
    "fn f(t: T?) -> Int?:",
    "  return t?.n",
    "",
    'app "a":',
    "  print(f(null))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Bind :Int? base#1",
    "        (Local t#0 :T?)",
    "        (Choose :Int?",
    "          (Prim :Bool option.is_none [(Local base#1 :T?)])",
    "          (Null :Int?)",
    "          (Prim :Int? option.some [(Field n :Int (Prim :T option.get [(Local base#1 :T?)]))]))))])",
  ];
  assert.is(printed("lower-chaining", "f", ...source), expected.join("\n"));
});

test.run();
