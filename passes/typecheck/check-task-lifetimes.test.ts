// Tests of check-task-lifetimes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "./testing.ts";

const f = (...lines: readonly string[]): readonly string[] =>
  placesOf("fn f(c: Bool):", ...lines.map((line) => `  ${line}`));

const accepted: readonly (readonly string[])[] = [
  ["let t = spawn:", "  1", "await t"],
  ["let t = spawn:", "  1", "if c:", "  await t"],
  ["var t = spawn:", "  1", "await t", "t = spawn:", "  2", "await t"],
  ["var t = spawn:", "  1", "let v = await t", "if c:", "  t = spawn:", "    2", "await t"],
  ["let t = spawn:", "  let inner = spawn:", "    1", "  await inner", "await t"],
];
for (const lines of accepted) test(`awaited: ${lines.join(" / ")}`, () => assert.equal(f(...lines), []));

const rejected: readonly (readonly [readonly string[], string])[] = [
  [["let t = spawn:", "  1"], "2:11"],
  [["if c:", "  let t = spawn:", "    1"], "3:13"],
  [["let t = spawn:", "  let inner = spawn:", "    1", "await t"], "3:17"],
  [["var t = spawn:", "  1", "t = spawn:", "  2", "await t"], "2:11,4:3"],
  [["spawn:", "  1"], "2:3 FUSE_DETACHED_TASK"],
  [["let t = spawn:", "  1", "t", "await t"], "4:3 FUSE_DETACHED_TASK"],
];
for (const [lines, places] of rejected) {
  test(`not awaited: ${lines.join(" / ")}`, () => assert.equal(f(...lines), places.split(",")));
}

test("the names of one body are not those of another", () => {
  assert.equal(
    placesOf(
      "fn f():",
      "  let t = spawn:",
      "    1",
      "fn g():",
      "  let n = 1",
      'test "x":',
      "  spawn:",
      "    1",
    ),
    ["2:11", "7:3 FUSE_DETACHED_TASK"],
  );
});

test("messages tell what to write", () => {
  assert.equal(messagesOf("fn f():", "  let t = spawn:", "    1"), [
    '2:11 the task "t" is never awaited; write "await t" before its block ends',
  ]);
});

test.run();
