// mark-recursive, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { cyclic } from "./call-graph.ts";
import { lowered } from "./testing.ts";

const recursive = (...lines: readonly string[]): readonly string[] =>
  lowered(...lines)
    .functions.filter((fn) => fn.counts !== "nothing")
    .map(({ name, counts }) => `${name}: ${counts}`);

test("functions on a cycle of calls are recursive", () => {
  const source = [
    "fn even(n: Int) -> Bool:",
    "  return n == 0 or odd(n - 1)",
    "fn odd(n: Int) -> Bool:",
    "  return n != 0 and even(n - 1)",
    "fn once(n: Int) -> Bool:",
    "  return even(n)",
    'app "a":',
    "  print(once(3))",
  ];
  assert.equal(recursive(...source), ["even: calls", "odd: calls"]);
});

test("a function value may be any function that is used as a value", () => {
  const source = [
    "fn f(n: Int) -> Int:",
    "  let g = f",
    "  return g(n)",
    "fn h(n: Int) -> Int:",
    "  return f(n)",
    'app "a":',
    "  print(h(3))",
  ];
  assert.equal(recursive(...source), ["f: calls"]);
});

test("a cycle may lead through a default, whose own calls do not count", () => {
  const source = ["fn f(n: Int, m: Int = f(n, 1)) -> Int:", "  return f(n)", 'app "a":', "  print(f(3, 1))"];
  assert.equal(recursive(...source), ["f: calls"]);
});

test("what leads to the function of a function value does not count", () => {
  const source = [
    "fn f(n: Int, m: Int = 1) -> Int:",
    "  let nothing = []",
    "  var all = nothing + nothing",
    "  all = [f]",
    "  return all[0](n)",
    'app "a":',
    "  print(f(3))",
  ];
  assert.equal(recursive(...source), ["f: calls"]);
});

test("a default that leads back to itself is a level, whatever it is made from", () => {
  const source = ["fn f(a: Int?, b: Int = [f][0](a)) -> Int:", "  return b", 'app "a":', "  print(f(1))"];
  assert.equal(recursive(...source), ["f.default(b): levels"]);
});

test("functions for values of a recursive type count where they call themselves", () => {
  const source = ["enum E:", "  End", "  More(E)", "fn f(e: E):", "  print(e)", 'app "a":', "  f(E.End)"];
  assert.equal(recursive(...source), ["text<E>: levels"]);
});

test("an option on the way through a value is no level", () => {
  const source = [
    "type N:",
    "  next: N?",
    "fn f(a: N) -> Bool:",
    "  return a == a",
    'app "a":',
    "  print(f(N()))",
  ];
  assert.equal(recursive(...source), ["equal<N>: levels"]);
});

test("components of any length are found", () => {
  const ring = Array.from({ length: 20_000 }, (_, i) => [`f${i}`, [`f${(i + 1) % 20_000}`]] as const);
  assert.is(cyclic(new Map([...ring, ["outside", ["f0"]]]), () => true).size, 20_000);
});

test.run();
