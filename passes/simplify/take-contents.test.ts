// take-contents, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { takeContents } from "./take-contents.ts";
import { bodyOf, simplified } from "./testing.ts";

const body = (...lines: readonly string[]): string =>
  bodyOf("f", simplified([takeContents], ...lines, 'app "a":', "  f(1)")).join(" ");

test("a list in a box grows in place", () => {
  const found = body("fn f(n: Int):", "  var b = box [n]", "  b = b + [n]");
  assert.match(found, /box.take .*list.concat .*box.put/);
  assert.not.match(found, /box.get/);
});

test("a content that a call may read stays in its box", () => {
  const found = body(
    "fn g(n: Int) -> List<Int>:",
    "  return [n]",
    "fn f(n: Int):",
    "  var b = box [n]",
    "  b = b + g(n)",
  );
  assert.match(found, /box.get/);
});

test("a content that is put back nowhere stays", () => {
  assert.match(body("fn f(n: Int):", "  let b = box [n]", "  print(b)"), /box.get/);
});

test.run();
