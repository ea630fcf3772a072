// lower-short-circuits, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("the right operand of and, ?? is evaluated if it matters", () => {
  const source = [
    "fn f(a: Int?, b: Bool) -> Bool:",
    "  return b and (a ?? 1) == 1",
    "",
    'app "a":',
    "  print(f(null, true))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Return",
    "      (Choose :Bool",
    "        (Local :Bool b#1)",
    "        (Prim :Bool int.eq",
    "          [",
    "            (Bind :Int value#2",
    "              (Local :Int? a#0)",
    "              (Choose :Int",
    "                (Prim :Bool option.is_none [(Local :Int? value#2)])",
    "                (Int :Int 1)",
    "                (Prim :Int option.get [(Local :Int? value#2)])))",
    "            (Int :Int 1)])",
    "        (Bool :Bool false)))])",
  ];
  assert.is(printed("lower-short-circuits", "f", ...source), expected.join("\n"));
});

test("?! raises the error that an Err holds, or the one given", () => {
  const source = [
    "enum E:",
    "  Bad",
    "",
    "fn g() -> Int!E:",
    "  return 1",
    "",
    "fn f(n: Int?) -> Int!E:",
    "  let m = n ?! E.Bad",
    "  return g() ?!",
    "",
    'app "a":',
    "  print(f(1))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Let m#1 :Int",
    "      (Bind :Int value#2",
    "        (Local :Int? n#0)",
    "        (Choose :Int",
    "          (Prim :Bool option.is_none [(Local :Int? value#2)])",
    "          (Prim :never raise [(MakeVariant :E main.fuse:E Bad [])])",
    "          (Prim :Int option.get [(Local :Int? value#2)]))))",
    "    (Return",
    "      (Prim :Int!E result.ok",
    "        [",
    "          (Bind :Int value#3",
    "            (Call :Int!E main.fuse:g [])",
    "            (Choose :Int",
    "              (Prim :Bool result.is_ok [(Local :Int!E value#3)])",
    "              (Prim :Int result.ok_value [(Local :Int!E value#3)])",
    "              (Prim :never raise [(Prim :E result.err_value [(Local :Int!E value#3)])])))]))])",
  ];
  assert.is(printed("lower-short-circuits", "f", ...source), expected.join("\n"));
});

test.run();
