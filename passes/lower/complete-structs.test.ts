// complete-structs, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("given fields are evaluated as written, then defaults", () => {
  const source = [
    "type T:",
    "  a: Int",
    "  b: Int = 1 + 1",
    "  c: Int?",
    "",
    "fn one() -> Int:",
    "  return 1",
    "",
    "fn f() -> T:",
    "  return T(c=one(), a=one())",
    "",
    'app "a":',
    "  print(f())",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Bind :T field#0",
    "        (Convert :Int? (Call :Int main.fuse:one []))",
    "        (Bind :T field#1",
    "          (Call :Int main.fuse:one [])",
    "          (Bind :T field#2",
    "            (Validate :Int T.b (Call :Int main.fuse:T.default(b) []))",
    "            (MakeStruct :T main.fuse:T",
    "              [(Local :Int field#1) (Local :Int field#2) (Local :Int? field#0)])))))])",
  ];
  assert.is(printed("complete-structs", "f", ...source), expected.join("\n"));
});

test("values in the order of the fields stay in place", () => {
  const source = [
    "type T:",
    "  a: Int",
    "  b: Int",
    "",
    "fn one() -> Int:",
    "  return 1",
    "",
    "fn f() -> T:",
    "  return T(a=one(), b=one())",
    "",
    'app "a":',
    "  print(f())",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (MakeStruct :T main.fuse:T [(Call :Int main.fuse:one []) (Call :Int main.fuse:one [])]))])",
  ];
  assert.is(printed("complete-structs", "f", ...source), expected.join("\n"));
});

test.run();
