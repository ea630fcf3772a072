// insert-result-checks, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

test("a Result of Unit is given at the end", () => {
  const source = [
    "enum E:",
    "  A",
    "",
    "fn f(n: Int) -> Unit!E:",
    "  if n == 1:",
    "    return",
    "",
    'app "a":',
    "  print(f(1))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      (Prim :Bool int.eq [(Local n#0 :Int) (Int 1 :Int)])",
    "      (Block [(Return (Prim :Unit!E result.ok [(Unit :Unit)]))])",
    "      -)",
    "    (Return (Prim :Unit!E result.ok [(Unit :Unit)]))])",
  ];
  assert.is(printed("insert-result-checks", "f", ...source), expected.join("\n"));
});

test("a match that is exhaustive by its types may still meet something else", () => {
  const source = [
    "enum E:",
    "  A",
    "",
    "fn f(r: Int!E) -> Int:",
    "  match r:",
    "    Ok(n) -> n",
    "    Err(A) -> 0",
    "",
    "fn g() -> Int!E:",
    "  return 1",
    "",
    "type T:",
    "  n: Int(1..2)",
    "",
    'app "a":',
    "  print(T(n=1))",
    "  print(f(g()))",
  ];
  const expected = [
    "(Block",
    "  [",
    "    (If",
    "      (Prim :Bool result.is_ok [(Local r#0 :Int!E)])",
    "      (Block",
    "        [(Let n#1 :Int (Prim :Int result.ok_value [(Local r#0 :Int!E)])) (Return (Local n#1 :Int))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool union.is",
    '              [(Prim :E result.err_value [(Local r#0 :Int!E)]) (Text "main.fuse:E" :String)])',
    "            (Block [(Return (Int 0 :Int))])",
    "            -)]))",
    "    (Do",
    "      (Prim :never fail",
    "        [",
    '          (Text "runtime_type_error" :String)',
    '          (Text "f ended without its result of type Int" :String)]))])',
  ];
  assert.is(printed("insert-result-checks", "f", ...source), expected.join("\n"));
});

test.run();
