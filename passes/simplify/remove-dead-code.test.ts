// remove-dead-code, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { removeDeadCode } from "./remove-dead-code.ts";
import { bodyOf, simplified } from "./testing.ts";

const body = (...lines: readonly string[]): readonly string[] =>
  bodyOf("f", simplified([removeDeadCode], ...lines, 'app "a":', "  print(f(1))"));

test("what nobody uses goes with what only it used, unless it may fail", () => {
  const lines = [
    "fn f(n: Int) -> Int:",
    "  let a = [n, 2]",
    "  let b = [a, a]",
    "  let c = n + 1",
    "  return n",
  ];
  assert.equal(body(...lines), [
    "(Block [(Do (Prim :Int int.add [(Local n#0 :Int) (Int 1 :Int)])) (Return (Local n#0 :Int))])",
  ]);
});

test("what is never reached goes", () => {
  const lines = [
    "fn f(n: Int) -> Int:",
    "  if true:",
    "    return n",
    "  else:",
    "    print(2)",
    "  print(n)",
    "  return 1",
  ];
  assert.equal(body(...lines), ["(Block [(Return (Local n#0 :Int))])"]);
});

test("a task that nobody can await any more stays", () => {
  const lines = [
    "fn f(n: Int) -> Int:",
    "  let t = spawn:",
    "    n",
    "  return n",
    "  let v = await t",
    "  return 1",
  ];
  assert.ok(body(...lines).some((line) => line.includes("Spawn")));
});

test("a loop that has no round goes", () => {
  const lines = ["fn f(n: Int) -> Int:", "  while false:", "    print(n)", "  return n"];
  assert.equal(body(...lines), ["(Block [(Return (Local n#0 :Int))])"]);
});

test("what stands behind an if that leaves in both branches goes", () => {
  const lines = [
    "fn f(n: Int) -> Int:",
    "  if n > 1:",
    "    return n",
    "  else:",
    "    return 2",
    "  print(n)",
    "  return 1",
  ];
  assert.not.ok(body(...lines).some((line) => line.includes("print")));
});

test.run();
