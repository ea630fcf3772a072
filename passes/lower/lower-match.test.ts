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
    "      (IsVariant :Bool 0 (Local e#0 :E))",
    "      (Block [(Let n#1 :Int (GetPayload :Int 0 0 (Local e#0 :E))) (Return (Local n#1 :Int))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool int.eq [(GetPayload :Int 1 0 (Local e#0 :E)) (Int 1 :Int)])",
    "            (Block [(Let n#2 :Int (GetPayload :Int 1 1 (Local e#0 :E))) (Return (Local n#2 :Int))])",
    "            (Block",
    "              [",
    "                (Let n#3 :Int (GetPayload :Int 1 0 (Local e#0 :E)))",
    "                (Let m#4 :Int (GetPayload :Int 1 1 (Local e#0 :E)))",
    "                (Return (Prim :Int int.add [(Local n#3 :Int) (Local m#4 :Int)]))]))]))])",
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
    "      (Prim :Bool int.eq [(Local n#0 :Int) (Int 1 :Int)])",
    "      (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int 1 :Int)])]))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool int.eq [(Local n#0 :Int) (Int 2 :Int)])",
    "            (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int 2 :Int)])]))])",
    "            (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Int 3 :Int)])]))]))]))])",
  ];
  assert.is(printed("lower-match", "f", ...source), expected.join("\n"));
});

test.run();
