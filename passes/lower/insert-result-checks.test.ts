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
    "      (Prim :Bool int.eq [(Local :Int n#0) (Int :Int 1)])",
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
    "      (Prim :Bool result.is_ok [(Local :Int!E r#0)])",
    "      (Block",
    "        [(Let n#1 :Int (Prim :Int result.ok_value [(Local :Int!E r#0)])) (Return (Local :Int n#1))])",
    "      (Block",
    "        [",
    "          (If",
    "            (Prim :Bool union.is",
    '              [(Prim :E result.err_value [(Local :Int!E r#0)]) (Text :String "main.fuse:E")])',
    "            (Block [(Return (Int :Int 0))])",
    "            -)]))",
    "    (Do",
    "      (Prim :never fail",
    "        [",
    '          (Text :String "runtime_type_error")',
    '          (Text :String "f ended without its result of type Int")]))])',
  ];
  assert.is(printed("insert-result-checks", "f", ...source), expected.join("\n"));
});

test.run();
