// lower-match, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("bindings come behind all tests, and what is known is not tested again", () => {
  const source = [
    "enum E:",
    "  A(Int)",
    "  B(Int, Int)",
    "",
    "fn f(e: E) -> Int:",
    "  match e:",
    "    A(n) -> n",
    "    B(1, n) -> n",
    "    B(n, m) -> n + m",
    "",
    'app "a":',
    "  print(f(E.A(1)))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      (IsVariant :Bool 0 (Local :E e#0))",
    "      (Block [(Let n#1 :Int (GetPayload :Int 0 0 (Local :E e#0))) (Return (Local :Int n#1))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool int.eq [(GetPayload :Int 1 0 (Local :E e#0)) (Int :Int 1)])",
    "            (Block [(Let n#2 :Int (GetPayload :Int 1 1 (Local :E e#0))) (Return (Local :Int n#2))])",
    "            (Block",
    "              [",
    "                (Let n#3 :Int (GetPayload :Int 1 0 (Local :E e#0)))",
    "                (Let m#4 :Int (GetPayload :Int 1 1 (Local :E e#0)))",
    "                (Return (Prim :Int int.add [(Local :Int n#3) (Local :Int m#4)]))]))]))])",
  ];
  assert.is(printed("lower-match", "f", ...source), expected.join("\n"));
});

test("branches nest", () => {
  const source = [
    "fn f(n: Int):",
    "  if n == 1:",
    "    print(1)",
    "  else if n == 2:",
    "    print(2)",
    "  else:",
    "    print(3)",
    "",
    'app "a":',
    "  f(1)",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      (Prim :Bool int.eq [(Local :Int n#0) (Int :Int 1)])",
    "      (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int :Int 1)])]))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool int.eq [(Local :Int n#0) (Int :Int 2)])",
    "            (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int :Int 2)])]))])",
    "            (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int :Int 3)])]))]))]))])",
  ];
  assert.is(printed("lower-match", "f", ...source), expected.join("\n"));
});

test.run();
