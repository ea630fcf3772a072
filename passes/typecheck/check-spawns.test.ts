// Tests of check-spawns.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "./testing.ts";

/** What is wrong with a task of these lines; the first is line 6. */
const task = (...lines: readonly string[]): readonly string[] =>
  placesOf(
    "fn f(p: Int):",
    "  var total = 0",
    "  var items = [1]",
    "  let shared = box 1",
    "  let t = spawn:",
    ...lines.map((line) => `    ${line}`),
    "    total + p",
    "  let r: Int = await t",
  );

const accepted: readonly (readonly string[])[] = [
  ["var own = total", "own = 2"],
  ["let j = json.encode(1)", 'let h = html.text("x")', "assert(true)"],
  ["var list = items", "list[0] = 3"],
  ["for i in items:", "  var k = i", "  k = k + 1"],
  ["let print2 = 1"],
];
for (const lines of accepted) test(`allowed: ${lines.join(" / ")}`, () => assert.equal(task(...lines), []));

const rejected: readonly (readonly [readonly string[], string])[] = [
  [['print("x")'], "6:5"],
  [['log("x")'], "6:5"],
  [['let e = env("A")'], "6:13"],
  [["let i = input()"], "6:13"],
  [['response.header("a", "b")'], "6:5"],
  [["total = 1"], "6:5"],
  [["items[0] = 3"], "6:5"],
  [["let s = shared"], "6:13"],
  [["let q = box 2"], "6:13"],
  [["if total > 1:", '  print("x")'], "7:7"],
  [["let inner = spawn:", "  total = 2", "  p", "await inner"], "7:7"],
  [["var own = 1", "let inner = spawn:", "  own = 2", "  p", "await inner"], "8:7"],
];
for (const [lines, place] of rejected) {
  test(`forbidden: ${lines.join(" / ")}`, () => assert.equal(task(...lines), [place]));
}

test("what a task calls is not looked into", () => {
  assert.equal(
    placesOf("fn say():", '  print("x")', "fn f():", "  let t = spawn:", "    say()", "  await t"),
    [],
  );
});

test("a declaration of the same name is no built-in", () => {
  assert.equal(
    placesOf(
      "fn print(s: String):",
      "  return",
      "fn f():",
      "  let t = spawn:",
      '    print("x")',
      "  await t",
    ),
    [],
  );
});

test("messages tell what to do instead", () => {
  assert.equal(messagesOf("fn f():", "  var n = 0", "  let t = spawn:", "    n = 1", "  await t"), [
    '4:5 "n" is of outside this "spawn" block, which may not change it; let the task give the value, and assign what "await" gives',
  ]);
});

test.run();
