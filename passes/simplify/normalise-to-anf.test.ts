// normalise-to-anf, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Block } from "./nodes.ts";
import { bodyOf, simplified } from "./testing.ts";

const APP = ['app "a":', "  print(f(1))"];
const anf = (...lines: readonly string[]): readonly string[] => bodyOf("f", simplified([], ...lines, ...APP));

test("operands are evaluated from left to right, each by a statement", () => {
  const lines = ["fn g(n: Int) -> Int:", "  return n", "fn f(n: Int) -> Int:", "  return g(n) + n * g(2)"];
  assert.equal(anf(...lines), [
    "(Block",
    "[",
    "(Let value#1 :Int (Call :Int main.fuse:g [(Local n#0 :Int)]))",
    "(Let value#2 :Int (Call :Int main.fuse:g [(Int 2 :Int)]))",
    "(Let value#3 :Int (Prim :Int int.mul [(Local n#0 :Int) (Local value#2 :Int)]))",
    "(Return (Prim :Int int.add [(Local value#1 :Int) (Local value#3 :Int)]))])",
  ]);
});

test("what may be skipped stands in a branch, which settles what becomes of its value", () => {
  assert.equal(anf("fn f(n: Int?) -> Int:", "  let a = n ?? 1", "  return a"), [
    "(Block",
    "[",
    "(Let value#3 :Bool (Prim :Bool option.is_none [(Local n#0 :Int?)]))",
    "(If",
    "(Local value#3 :Bool)",
    "(Block [(Let a#1 :Int (Int 1 :Int))])",
    "(Block [(Let a#1 :Int (Prim :Int option.get [(Local n#0 :Int?)]))]))",
    "(Return (Local a#1 :Int))])",
  ]);
});

test("a branch that raises gives no value", () => {
  const missing = ["type Missing:", "  message: String"];
  const lines = ["fn f(n: Int?) -> Int!Missing:", '  let a = n ?! Missing(message="")', "  return a"];
  const bindings = anf(...missing, ...lines).filter((line) => line.includes("Let a#"));
  assert.is(bindings.length, 1);
});

test("the test of a loop is made before each round", () => {
  const lines = ["fn f(n: Int) -> Int:", "  var i = 0", "  while i < n:", "    i = i + 1", "  return i"];
  assert.equal(anf(...lines).slice(3, 7), [
    "(Loop",
    "(Block [(Let value#2 :Bool (Prim :Bool int.lt [(Local i#1 :Int) (Local n#0 :Int)]))])",
    "(Local value#2 :Bool)",
    "(Block [(Assign i#1 (Prim :Int int.add [(Local i#1 :Int) (Int 1 :Int)]) [])])",
  ]);
});

test("an assignment to a part evaluates the value, then the indices", () => {
  const lines = ["fn f(n: Int) -> Int:", "  var xs = [1]", "  xs[n - 1] = n + 1", "  return xs[0]"];
  assert.equal(anf(...lines).slice(3, 6), [
    "(Let value#2 :Int (Prim :Int int.add [(Local n#0 :Int) (Int 1 :Int)]))",
    "(Let value#3 :Int (Prim :Int int.sub [(Local n#0 :Int) (Int 1 :Int)]))",
    "(Assign xs#1 (Local value#2 :Int) [(ItemAt false (Local value#3 :Int))])",
  ]);
});

const depthOf = ({ statements }: Block): number =>
  1 + Math.max(0, ...statements.map((each) => (each.kind === "If" ? depthOf(each.whenTrue) : 0)));

test("long left chains neither overflow nor nest", () => {
  const bodies: Readonly<Record<string, string>> = {
    Int: `  return n${" + n".repeat(5_000)}`,
    Bool: `  return n > 0${" and n > 1".repeat(1_000)}`,
  };
  for (const [type, lines] of Object.entries(bodies)) {
    const { functions } = simplified([], `fn f(n: Int) -> ${type}:`, lines, ...APP);
    const { body } = functions.find(({ name }) => name === "f")!;
    assert.ok(body.statements.length >= 1_000, type);
    assert.ok(depthOf(body) <= 2, type);
  }
});

test.run();
