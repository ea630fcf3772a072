// lower-boxes, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const main = (...lines: readonly string[]): string =>
  printed("lower-boxes", "a", 'app "a":', ...lines.map((line) => `  ${line}`));

test("a box is a cell; its content is read where the box is used", () => {
  const found = main("let b = box 1", "let c = b", "print(b + 1)");
  assert.ok(found.includes("(Let b#0 :boxInt (Prim :boxInt box.make [(Int :Int 1)]))"));
  assert.ok(found.includes("(Let c#1 :boxInt (Local :boxInt b#0))"));
  assert.ok(found.includes("(Prim :Int box.get [(Local :boxInt b#0)])"));
});

test("the box of a box is that box", () => {
  assert.ok(
    main("let b = box 1", "let c = box b", "print(c)").includes("(Let c#1 :boxInt (Local :boxInt b#0))"),
  );
});

test("an assignment goes into the box", () => {
  const found = main("var b = box 1", "b = 2");
  assert.ok(found.includes("(Do (Prim :Unit box.put [(Local :boxInt b#0) (Int :Int 2)]))"));
});

test("a path leads into the content, which is taken out when value and indices are there", () => {
  const found = main("let b = box [1, 2]", "b[0] = 5").replace(/\s+/g, " ");
  assert.match(
    found,
    /\(Let stored#1 .*\(Let index#2 .*\(Let content#3 :List<Int> \(Prim :List<Int> box.take .*\(Assign content#3 \(Local :Int stored#1\) \[.*index#2.*\(Do \(Prim :Unit box.put/,
  );
});

test.run();
