// lift-entries, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter, outcomesOfFiles, passes } from "./testing.ts";

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
      "(Function main.fuse:T.default(n) T.default(n) main.fuse :Unit :Int 0",
      "(Block [(Return (Binary :Int + (Int :Int 1) (Int :Int 1)))]))",
      "(Function main.fuse:f.default(b) f.default(b) main.fuse :Unit :Int 2",
      "(Block [(Return (Local :Int a#0))]))",
      "(Function main.fuse:f f main.fuse :Unit :Unit 2",
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
  assert.ok(
    lines.some((line) => line.includes("(Do (Bang :Int (Call :Int!E main.fuse:f")),
    lines.join("\n"),
  );
});

test("apps and tests of all modules are entries, those of the entry first", () => {
  const files = {
    "main.fuse": 'import L from "./lib"\ntest "own":\n  print(1)\n',
    "lib.fuse": 'app "lib":\n  print(1)\nfn main():\n  return\n',
  };
  const { text } = outcomesOfFiles(passes, files).find(({ name }) => name === "lift-entries")!;
  assert.equal(text.match(/EntryPoint \w+ "\w+"/g), ['EntryPoint test "own"', 'EntryPoint app "lib"']);
});

test("methods are functions, and a table says whose", () => {
  const impl = ["impl I for T:", "  fn m() -> Int:", "    return self.n"];
  const lines = linesAfter("lift-entries", "interface I:", "  fn m() -> Int", "type T:", "  n: Int", ...impl);
  assert.ok(lines.some((line) => line.includes("(Impl main.fuse:I :T [(Method m main.fuse:impl0.m)])")));
  assert.ok(lines.some((line) => line.includes("(Function main.fuse:impl0.m m main.fuse self#0 :T :Int 1")));
});

test("a derived type takes the defaults of its base", () => {
  const lines = linesAfter("lift-entries", "type A:", "  n: Int = 1", "  m: Int", "type B = A without m");
  assert.ok(
    lines.some((line) => line.includes("(Struct main.fuse:B B [(Field n :Int main.fuse:A.default(n))])")),
  );
});

test("an asset is a function that gives its content", () => {
  const files = { "main.fuse": 'import D from "./d.md"\napp "a":\n  print(D)\n', "d.md": "hi" };
  const { text } = outcomesOfFiles(passes, files).find(({ name }) => name === "lift-entries")!;
  assert.ok(text.includes("(Call :String asset(d.md) - [])"), text);
  assert.match(text, /\(Function asset\(d.md\) [\s\S]*\(Return \(Text :String "hi"\)\)/);
});

test("a return in a test is its failure", () => {
  const lines = linesAfter("lift-entries", 'test "t":', "  return");
  assert.ok(lines.some((line) => line.includes("return not allowed in test")));
  assert.not(lines.some((line) => line.includes("(Return")));
});

test.run();
