// Tests of lower-inline-blocks.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-inline-blocks";

test("the statement behind an inline if becomes a block", () => {
  const text = compiled(NAME, "fn f(n: Int):", "  if n > 1: print(n)", "  else: return");
  assert.ok(text.includes("(Block [(Do (Call (Name print) [] [(Arg (Name n))]))]))] (Block [(Return -)])"));
});

test.run();
