// infer-borrows, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const head = (name: string, ...lines: readonly string[]): string => outline(passesWith(), name, ...lines)[0]!;

const entry = ['app "a":', "  let none: List<String> = []"];

test("what is only read is borrowed", () => {
  const lines = ["fn f(xs: List<String>) -> String:", "  for x in xs:", "    print(x)", "  return xs[0]"];
  assert.is(head("f", ...lines, ...entry, "  print(f(none))"), "f(&xs)");
});

test("what becomes part of a value is taken", () => {
  const lines = [
    "fn f(xs: List<String>, x: String) -> List<List<String>>:",
    "  print(x)",
    "  return [xs, xs]",
  ];
  assert.is(head("f", ...lines, ...entry, '  print(f(none, "a")[0][0])'), "f(xs, &x)");
});

test("what is passed on to a function that takes it is taken", () => {
  const lines = [
    "fn g(xs: List<String>, n: Int) -> List<String>:",
    "  if n > 0:",
    "    return f(xs, n - 1)",
    '  return xs + ["a"]',
    "fn f(xs: List<String>, n: Int) -> List<String>:",
    "  return g(xs, n)",
  ];
  const rest = [...entry, "  print(f(none, 3)[0])", "  print(g(none, 3)[0])"];
  assert.is(head("f", ...lines, ...rest), "f(xs, n)");
});

test("a function takes a value of which it takes a part, so that the part can be changed in place", () => {
  const lines = [
    "type Stack:",
    "  items: List<Int>",
    "fn push(s: Stack, n: Int) -> Stack:",
    "  return Stack(items=s.items + [n])",
  ];
  assert.is(head("push", ...lines, 'app "a":', "  print(push(Stack(items=[]), 1).items[0])"), "push(s, n)");
});

test("an entry of a function value borrows the value, and takes its arguments", () => {
  const lines = ["fn f(x: String) -> Int:", "  print(x)", "  return 1"];
  const rest = ['app "a":', "  let g = f", '  print(g("a"))', '  print(f("b"))'];
  assert.is(head("f.entry(1)", ...lines, ...rest), "f.entry(1)(&function, x)");
  assert.is(head("f", ...lines, ...rest), "f(&x)");
});

test("an entry borrows the value even where it takes what that captured", () => {
  const lines = [
    ...["interface Me:", "  fn me() -> Self", "type T:", "  n: Int"],
    ...["impl Me for T:", "  fn me() -> Self:", "    return self"],
    ...['app "a":', "  let me = T(n=1).me", "  print(me().n)"],
  ];
  assert.is(head("me.bound.entry(0)", ...lines), "me.bound.entry(0)(&function)");
});

test.run();
