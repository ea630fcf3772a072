// lift-entries, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

test("defaults of fields and parameters are functions", () => {
  const lines = linesAfter(
    "lift-entries",
    "type T:",
    "  n: Int = 1 + 1",
    "fn f(a: Int, b: Int = a):",
    "  print(a)",
  );
  assert.equal(
    lines.filter((line) => /Function|Struct|Return/.test(line)),
    [
      "[(Struct main.fuse:T T [(Field n :Int main.fuse:T.default(n))])]",
      "(Function main.fuse:T.default(n) T.default(n) main.fuse :Int 0",
      "(Block [(Return (Binary + :Int (Int 1 :Int) (Int 1 :Int)))]))",
      "(Function main.fuse:f.default(b) f.default(b) main.fuse :Int 2",
      "(Block [(Return (Local a#0 :Int))]))",
      "(Function main.fuse:f f main.fuse :Unit 2",
    ],
  );
});

test("apps, tests and main are entries", () => {
  const lines = linesAfter(
    "lift-entries",
    "fn main():",
    "  print(1)",
    'app "a":',
    "  print(1)",
    'test "t":',
    "  print(1)",
  );
  assert.equal(
    lines.filter((line) => line.includes("EntryPoint")),
    [
      '(EntryPoint main "main" main.fuse:main)',
      '(EntryPoint app "a" main.fuse:app1(a))',
      '(EntryPoint test "t" main.fuse:test2(t))])',
    ],
  );
});

test("an app that ends with an Err raises it", () => {
  const lines = linesAfter(
    "lift-entries",
    "enum E:",
    "  Bad",
    "fn f() -> Int!E:",
    "  return 1",
    'app "a":',
    "  f()",
  );
  assert.ok(lines.includes("(Block [(Do (Bang :Int (Call main.fuse:f :Int!E []) -))]))]"), lines.join("\n"));
});

test("a return in a test is its failure", () => {
  const lines = linesAfter("lift-entries", 'test "t":', "  return");
  assert.ok(lines.some((line) => line.includes("return not allowed in test")));
  assert.not(lines.some((line) => line.includes("(Return")));
});

test.run();
