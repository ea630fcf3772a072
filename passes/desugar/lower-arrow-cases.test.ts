// Tests of lower-arrow-cases.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-arrow-cases";

test("an arrow case returns its value", () => {
  const text = compiled(NAME, "fn f(n: Int) -> Int:", "  match n:", "    1 -> 2", "    _:", "      n");
  assert.ok(text.includes("(Case (LiteralPattern (Int 1)) (Block [(Return (Int 2))]))"));
  assert.ok(text.includes("(Case (Wildcard) (Block [(Do (Name n))]))"));
});

test("an arrow case may have an HTML block", () => {
  const text = compiled(NAME, "fn f(n: Int) -> Html:", "  match n:", "    _ -> p():", '      "a"');
  assert.ok(text.includes("(Block [(Return (HtmlCall"));
});

test.run();
