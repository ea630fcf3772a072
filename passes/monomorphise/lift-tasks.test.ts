// lift-tasks, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

const text = (...lines: readonly string[]): string => linesAfter("lift-tasks", ...lines).join(" ");

test("what a task captures are the parameters of its function", () => {
  const found = text(
    "fn f(n: Int) -> Int:",
    "  let own = 2",
    "  let t = spawn:",
    "    let inside = n",
    "    inside + own",
    "  return await t",
  );
  assert.match(
    found,
    /\(Spawn :Task<Int> main.fuse:f.task\(0\) +\[?\]? *\[\(Local :Int n#0\) \(Local :Int own#1\)\]\)/,
  );
  assert.match(
    found,
    /\(Function main.fuse:f.task\(0\) f.task\(0\) main.fuse .*:Int 4 \[\(Param n#0 :Int -\) \(Param own#1 :Int -\)\]/,
  );
});

test("a task in a task captures what its function captures", () => {
  const found = text(
    "fn f(n: Int) -> Int:",
    "  let t = spawn:",
    "    let u = spawn:",
    "      n",
    "    await u",
    "  return await t",
  );
  assert.ok(found.includes("(Spawn :Task<Int> main.fuse:f.task(1)"));
  assert.match(
    found,
    /\(Function main.fuse:f.task\(1\) f.task\(1\) main.fuse .*:Int 3 \[\(Param n#0 :Int -\)\]/,
  );
});

test("in a generic function what a task does is generic, too", () => {
  const found = text(
    "fn f<T>(x: T) -> T:",
    "  let t = spawn:",
    "    x",
    "  return await t",
    'app "a":',
    "  print(f(1))",
  );
  assert.match(found, /\(Spawn :Task<T> main.fuse:f.task\(0\) \[T\] \[\(Local :T x#0\)\]\)/);
  assert.match(found, /\(Function main.fuse:f.task\(0\) f.task\(0\) main.fuse <T>/);
});

test.run();
