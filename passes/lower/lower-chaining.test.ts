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
    "        (Local :T? t#0)",
    "        (Choose :Int?",
    "          (Prim :Bool option.is_none [(Local :T? base#1)])",
    "          (Null :Int?)",
    "          (Prim :Int? option.some [(Field :Int n (Prim :T option.get [(Local :T? base#1)]))]))))])",
  ];
  assert.is(printed("lower-chaining", "f", ...source), expected.join("\n"));
});

test.run();
