// derive-comparisons, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("an option is compared with null", () => {
  const source = ["fn f(n: Int?) -> Bool:", "  return n != null", "", 'app "a":', "  print(f(1))"];
  const expected = [
    "(Block [(Return (Prim :Bool bool.not [(Prim :Bool option.is_none [(Local :Int? n#0)])]))])",
  ];
  assert.is(printed("derive-comparisons", "f", ...source), expected.join("\n"));
});

test("fields are compared in their order", () => {
  const source = [
    "type T:",
    "  a: Int",
    "  b: Float",
    "",
    "fn f(a: T, b: T) -> Bool:",
    "  return a == b",
    "",
    'app "a":',
    "  print(f(T(a=1, b=1.0), T(a=1, b=1.0)))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not",
    "            [",
    "              (Prim :Bool int.eq",
    "                [(Field :Int a (Local :T left#0)) (Field :Int a (Local :T right#1))])])",
    "          (Block [(Return (Bool :Bool false))]))]",
    "      -)",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not",
    "            [",
    "              (Prim :Bool float.eq",
    "                [(Field :Float b (Local :T left#0)) (Field :Float b (Local :T right#1))])])",
    "          (Block [(Return (Bool :Bool false))]))]",
    "      -)",
    "    (Return (Bool :Bool true))])",
  ];
  assert.is(printed("derive-comparisons", "equal<T>", ...source), expected.join("\n"));
});

test.run();
