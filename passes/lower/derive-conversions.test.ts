// derive-conversions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a plain value becomes an option, or an Ok", () => {
  const source = [
    "enum E:",
    "  Bad",
    "",
    "fn f(n: Int) -> Int?!E:",
    "  return n",
    "",
    'app "a":',
    "  print(f(1))",
  ];
  const expected = [
    "(Block [(Return (Prim :Int?!E result.ok [(Prim :Int? option.some [(Local :Int n#0)])]))])",
  ];
  assert.is(printed("derive-conversions", "f", ...source), expected.join("\n"));
});

test("a value of unknown type is tested", () => {
  const source = ['app "a":', "  let xs = []", "  let n: Int? = xs[0]"];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool text.eq",
    '            [(Prim :String unknown.kind [(Local :_ value#0)]) (Text :String "Null")])',
    "          (Block [(Return (Null :Int?))]))]",
    "      -)",
    "    (Return (Prim :Int? option.some [(Call :Int check<Int> [(Local :_ value#0)])]))])",
  ];
  assert.is(printed("derive-conversions", "check<Int?>", ...source), expected.join("\n"));
});

test.run();
