// inline-small, by example.

import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { inlineSmall } from "./inline-small.ts";
import { bodyOf, simplified } from "./testing.ts";

const APP = ['app "a":', "  print(f(1))"];
const body = (...lines: readonly string[]): readonly string[] =>
  bodyOf("f", simplified([inlineSmall], ...lines, ...APP));
const calls = (...lines: readonly string[]): number =>
  body(...lines).filter((line) => line.includes("(Call ")).length;

test("a small body stands in place of a call, with locals of its own", () => {
  const g = ["fn g(a: Int, b: Int) -> Int:", "  let c = a * b", "  return c + 1"];
  assert.equal(body(...g, "fn f(n: Int) -> Int:", "  return g(n, 2)").slice(2), [
    "(Let a#1 :Int (Local n#0 :Int))",
    "(Let b#2 :Int (Int 2 :Int))",
    "(Let c#3 :Int (Prim :Int int.mul [(Local a#1 :Int) (Local b#2 :Int)]))",
    "(Return (Prim :Int int.add [(Local c#3 :Int) (Int 1 :Int)]))])",
  ]);
});

test("what calls stays a call, so that active calls are counted as before", () => {
  assert.is(calls("fn f(n: Int) -> Int:", "  if n == 0: return 0", "  return f(n - 1)"), 1);
  const odd = ["fn odd(n: Int) -> Bool:", "  return even(n)", "fn even(n: Int) -> Bool:", "  return odd(n)"];
  assert.is(calls(...odd, "fn f(n: Int) -> Bool:", "  return odd(n)"), 1);
});

test("a long body stays where it is", () => {
  const g = ["fn g(n: Int):", ..."1234567".split("").map((digit) => `  print(${digit})`)];
  assert.is(calls(...g, "fn f(n: Int):", "  g(n)"), 1);
});

test("a function with branches stays", () => {
  const g = ["fn g(n: Int) -> Int:", "  if n > 1: return 1", "  return 2"];
  assert.is(calls(...g, "fn f(n: Int) -> Int:", "  return g(n)"), 1);
});

test("a body that may fail stays in its file", () => {
  const bodies = ["  return n + 1", "  return [n][0]", "  return n"];
  const stay = bodies.map((line) => {
    const program = simplified(
      [],
      "fn g(n: Int) -> Int:",
      line,
      "fn f(n: Int) -> Int:",
      "  return g(n)",
      ...APP,
    );
    const functions = program.functions.map((fn) => (fn.name === "g" ? { ...fn, path: "other.fuse" } : fn));
    const inlined = inlineSmall.run({ ...program, functions }, { options: {} });
    return isRight(inlined) && bodyOf("f", inlined.right).some((text) => text.includes("(Call "));
  });
  assert.equal(stay, [true, true, false]);
});

test("the limit is an option", () => {
  const lines = ["fn g(n: Int) -> Int:", "  return n", "fn f(n: Int) -> Int:", "  return g(n)", ...APP];
  const program = simplified([], ...lines);
  const none = inlineSmall.run(program, { options: { limit: 0 } });
  assert.ok(isRight(none) && bodyOf("f", none.right).some((text) => text.includes("(Call ")));
  assert.not.ok(isRight(inlineSmall.run(program, { options: { limit: "many" } })));
});

test.run();
