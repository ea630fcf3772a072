// lower-loops, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a range needs no list", () => {
  const source = ["fn f(n: Int):", "  for i in 1..3:", "    print(i)", "", 'app "a":', "  f(1)"];
  const expected = [
    "(Block",
    "  [",
    "    (Let index#2 :Int (Int :Int 1))",
    "    (Do (Prim :Unit range.check_int [(Local :Int index#2) (Int :Int 3)]))",
    "    (Loop",
    "      (Prim :Bool int.le [(Local :Int index#2) (Int :Int 3)])",
    "      (Block",
    "        [",
    "          (Let i#1 :Int (Local :Int index#2))",
    "          (Do (Prim :Unit host.print [(Prim :String int.text [(Local :Int i#1)])]))])",
    "      (Block [(Assign index#2 (Prim :Int int.add [(Local :Int index#2) (Int :Int 1)]) [])]))])",
  ];
  assert.is(printed("lower-loops", "f", ...source), expected.join("\n"));
});

test("a range ends with its last number, without overflow", () => {
  const source = ["fn f(n: Int):", "  for i in 1..n:", "    print(i)", "", 'app "a":', "  f(1)"];
  const expected = [
    "(Block",
    "  [",
    "    (Let index#2 :Int (Int :Int 1))",
    "    (Let end#3 :Int (Local :Int n#0))",
    "    (Do (Prim :Unit range.check_int [(Local :Int index#2) (Local :Int end#3)]))",
    "    (Let more#4 :Bool (Bool :Bool true))",
    "    (Loop",
    "      (Local :Bool more#4)",
    "      (Block",
    "        [",
    "          (Let i#1 :Int (Local :Int index#2))",
    "          (Do (Prim :Unit host.print [(Prim :String int.text [(Local :Int i#1)])]))])",
    "      (Block",
    "        [",
    "          (If",
    "            [",
    "              (Branch",
    "                (Prim :Bool int.eq [(Local :Int index#2) (Local :Int end#3)])",
    "                (Block [(Assign more#4 (Bool :Bool false) [])]))]",
    "            (Block",
    "              [(Assign index#2 (Prim :Int int.add [(Local :Int index#2) (Int :Int 1)]) [])]))]))])",
  ];
  assert.is(printed("lower-loops", "f", ...source), expected.join("\n"));
});

test("an item that does not match fails", () => {
  const source = [
    "fn f(xs: List<Int?>):",
    "  for Some(x) in xs:",
    "    print(x)",
    "",
    'app "a":',
    "  f([1])",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (Let items#2 :List<Int?> (Local :List<Int?> xs#0))",
    "    (Let end#3 :Int (Prim :Int list.length [(Local :List<Int?> items#2)]))",
    "    (Let index#4 :Int (Int :Int 0))",
    "    (Loop",
    "      (Prim :Bool int.lt [(Local :Int index#4) (Local :Int end#3)])",
    "      (Block",
    "        [",
    "          (Match true",
    "            (Prim :Int? list.get [(Local :List<Int?> items#2) (Local :Int index#4)])",
    "            [",
    "              (Case",
    "                (SomePattern (BindPattern x#1 :Int))",
    "                (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Local :Int x#1)])]))]))",
    "              (Case",
    "                (Wildcard)",
    "                (Block",
    "                  [",
    "                    (Do",
    "                      (Prim :never fail",
    "                        [",
    '                          (Text :String "runtime_type_error")',
    '                          (Text :String "an item does not match the pattern of the loop")]))]))])])',
    "      (Block [(Assign index#4 (Prim :Int int.add [(Local :Int index#4) (Int :Int 1)]) [])]))])",
  ];
  assert.is(printed("lower-loops", "f", ...source), expected.join("\n"));
});

test.run();
