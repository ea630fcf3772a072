// Calls: what they hand down, function values, and how deep they may go.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, functionText, moduleOf, printed } from "./testing.ts";

const deep = ["fn deep(n: Int) -> Int:", "  if n == 0: return 0", "  return deep(n - 1)", ""];

test("only what reaches a counted function takes the count", () => {
  const lines = [
    ...deep,
    "fn free(n: Int) -> Int:",
    "  return n",
    "fn calls() -> Int:",
    "  return deep(free(3))",
  ];
  const { functions } = moduleOf([...lines, 'app "a":', "  print(calls())"]);
  const params = (name: string) =>
    functions.find((fn) => fn.note.startsWith(`${name} (`))?.params.map((param) => param.name);
  assert.equal(params("deep"), ["n#0", "calls"]);
  assert.equal(params("free"), ["n#0"]);
  assert.equal(params("calls"), ["calls"]);
});

test("each counted call is tested and counted", () => {
  const program = moduleOf([...deep, 'app "a":', "  print(deep(2))"]);
  const text = functionText("deep", program);
  assert.ok(text.includes("(if (i32.ge_s (local.get $calls) (i32.const 10000))"));
  assert.ok(text.some((line) => line.includes("(i32.add (local.get $calls) (i32.const 1))")));
});

test("function values are called through the table, defaults included", async () => {
  const lines = await printed(
    ["fn add(a: Int, b: Int = 10) -> Int:", "  return a + b", ""],
    "let f = add",
    "print(f(1))",
    "print(f(1, 2))",
    "print(f)",
    "let say = print",
    "say(3)",
  );
  assert.equal(lines, ["11", "3", "<fn add>", "3"]);
});

test("too many active calls", async () => {
  assert.is(await failure(deep, "print(deep(10000))"), "calls deeper than 10000 levels");
  assert.equal(await printed(deep, "print(deep(9999))"), ["0"]);
  const loop = ["fn loop(n: Int) -> Int:", "  let f = loop", "  return f(n)", ""];
  assert.is(await failure(loop, "print(loop(1))"), "calls deeper than 10000 levels");
});

test.run();
