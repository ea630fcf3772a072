// mark-suspending, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { lowered } from "./testing.ts";

const suspending = (...lines: readonly string[]): readonly string[] =>
  lowered("requires time", ...lines)
    .functions.filter((fn) => fn.suspends)
    .map(({ name }) => name);

test("what waits, and what calls it, may wait; who spawns it does not", () => {
  const source = [
    "fn nap():",
    "  time.sleep(1)",
    "fn twice():",
    "  nap()",
    "  nap()",
    "fn quick(n: Int) -> Int:",
    "  return n",
    "fn starts() -> Int:",
    "  let t = spawn:",
    "    twice()",
    "  return quick(1)",
    'app "a":',
    "  print(starts())",
  ];
  const mended = source.map((line) => (line === "  return quick(1)" ? "  await t\n  return quick(1)" : line));
  assert.equal(suspending(...mended), ["nap", "twice", "starts", "a", "starts.task(0)"]);
  assert.equal(suspending(...source.slice(0, 7), 'app "a":', "  print(quick(1))"), []);
});

test("if one function value may wait, all are called as if they might", () => {
  const source = [
    "fn nap(n: Int) -> Int:",
    "  time.sleep(n)",
    "  return n",
    "fn quick(n: Int) -> Int:",
    "  return n",
    "fn other(n: Int) -> Int:",
    "  return n",
    'app "a":',
    "  let f = nap",
    "  let g = quick",
    "  print(f(1) + g(2) + other(3))",
  ];
  const entries = ["nap.entry(1)", "nap.dynamic()", "quick.entry(1)", "quick.dynamic()"];
  assert.equal(suspending(...source), ["nap", "a", ...entries]);
});

test.run();
