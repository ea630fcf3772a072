// derive-comparisons, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("an option is compared with null", () => {
  const source = ["fn f(n: Int?) -> Bool:", "  return n != null", "", 'app "a":', "  print(f(1))"];
  const expected = [
    "(Block [(Return (Prim :Bool bool.not [(Prim :Bool option.is_none [(Local n#0 :Int?)])]))])",
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
    "                [(Field a :Int (Local left#0 :T)) (Field a :Int (Local right#1 :T))])])",
    "          (Block [(Return (Bool false :Bool))]))]",
    "      -)",
    "    (If",
    "      [",
    "        (Branch",
    "          (Prim :Bool bool.not",
    "            [",
    "              (Prim :Bool float.eq",
    "                [(Field b :Float (Local left#0 :T)) (Field b :Float (Local right#1 :T))])])",
    "          (Block [(Return (Bool false :Bool))]))]",
    "      -)",
    "    (Return (Bool true :Bool))])",
  ];
  assert.is(printed("derive-comparisons", "equal<T>", ...source), expected.join("\n"));
});

test.run();
