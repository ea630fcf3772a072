// lower-tasks, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const source = [
  "type E:",
  "  message: String",
  "fn risky() -> Int!E:",
  '  return null ?! E(message="no")',
  "fn f() -> Int!E:",
  "  let t = spawn:",
  "    risky()",
  "  let u = spawn:",
  "    print_nothing()",
  "  await u",
  "  return await t",
  "fn print_nothing():",
  "  let n = 1",
  'app "a":',
  "  print(f())",
];
const body = (name: string): string => printed("lower-tasks", name, ...source).replace(/\s+/g, " ");

test("a task gives a Result of what it returns, also of a Result", () => {
  assert.match(
    body("f.task(0)"),
    /\(Return \(Prim :Int!E!_ result.ok \[\(Call :Int!E main.fuse:risky \[\]\)\]\)\)/,
  );
});

test("a task of Unit gives a Result at its end", () => {
  assert.match(body("f.task(1)"), /\(Return \(Prim :Unit!_ result.ok \[\(Unit :Unit\)\]\)\)/);
});

test("to await is to raise the error of the Result, or to take its value", () => {
  assert.match(body("f"), /\(Bang :Int!E \(Prim :Int!E!_ task.await \[\(Local :Task<Int!E> t#0\)\]\) -\)/);
});

test.run();
