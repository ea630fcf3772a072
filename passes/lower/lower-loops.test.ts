// lower-loops, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a range needs no list", () => {
  const source = ["fn f(n: Int):", "  for i in 1..3:", "    print(i)", "", 'app "a":', "  f(1)"];
  const expected = [
    "(Block",
    "  [",
    "    (Let index#2 :Int (Int 1 :Int))",
    "    (Do (Prim :Unit range.check_int [(Local index#2 :Int) (Int 3 :Int)]))",
    "    (Loop",
    "      (Prim :Bool int.le [(Local index#2 :Int) (Int 3 :Int)])",
    "      (Block",
    "        [",
    "          (Let i#1 :Int (Local index#2 :Int))",
    "          (Do (Prim :Unit host.print [(Prim :String int.text [(Local i#1 :Int)])]))])",
    "      (Block [(Assign index#2 (Prim :Int int.add [(Local index#2 :Int) (Int 1 :Int)]) [])]))])",
  ];
  assert.is(printed("lower-loops", "f", ...source), expected.join("\n"));
});

test("a range ends with its last number, without overflow", () => {
  const source = ["fn f(n: Int):", "  for i in 1..n:", "    print(i)", "", 'app "a":', "  f(1)"];
  const expected = [
    "(Block",
    "  [",
    "    (Let index#2 :Int (Int 1 :Int))",
    "    (Let end#3 :Int (Local n#0 :Int))",
    "    (Do (Prim :Unit range.check_int [(Local index#2 :Int) (Local end#3 :Int)]))",
    "    (Let more#4 :Bool (Bool true :Bool))",
    "    (Loop",
    "      (Local more#4 :Bool)",
    "      (Block",
    "        [",
    "          (Let i#1 :Int (Local index#2 :Int))",
    "          (Do (Prim :Unit host.print [(Prim :String int.text [(Local i#1 :Int)])]))])",
    "      (Block",
    "        [",
    "          (If",
    "            [",
    "              (Branch",
    "                (Prim :Bool int.eq [(Local index#2 :Int) (Local end#3 :Int)])",
    "                (Block [(Assign more#4 (Bool false :Bool) [])]))]",
    "            (Block",
    "              [(Assign index#2 (Prim :Int int.add [(Local index#2 :Int) (Int 1 :Int)]) [])]))]))])",
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
    "    (Let items#2 :List<Int?> (Local xs#0 :List<Int?>))",
    "    (Let end#3 :Int (Prim :Int list.length [(Local items#2 :List<Int?>)]))",
    "    (Let index#4 :Int (Int 0 :Int))",
    "    (Loop",
    "      (Prim :Bool int.lt [(Local index#4 :Int) (Local end#3 :Int)])",
    "      (Block",
    "        [",
    "          (Match true",
    "            (Prim :Int? list.get [(Local items#2 :List<Int?>) (Local index#4 :Int)])",
    "            [",
    "              (Case",
    "                (SomePattern (BindPattern x#1 :Int))",
    "                (Block [(Do (Prim :Unit host.print [(Prim :String int.text [(Local x#1 :Int)])]))]))",
    "              (Case",
    "                (Wildcard)",
    "                (Block",
    "                  [",
    "                    (Do",
    "                      (Prim :never fail",
    "                        [",
    '                          (Text "runtime_type_error" :String)',
    '                          (Text "an item does not match the pattern of the loop" :String)]))]))])])',
    "      (Block [(Assign index#4 (Prim :Int int.add [(Local index#4 :Int) (Int 1 :Int)]) [])]))])",
  ];
  assert.is(printed("lower-loops", "f", ...source), expected.join("\n"));
});

test.run();
