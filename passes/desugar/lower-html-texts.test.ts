// Tests of lower-html-texts.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-html-texts";

test("a string literal among the children becomes a text", () => {
  const text = compiled(NAME, "fn f() -> Html:", "  return p():", '    "a"', '    "${1}"', '    g("b")');
  assert.ok(text.includes('(ChildExpr (HtmlText (Text "a")))'));
  assert.ok(text.includes("(ChildExpr (Concat [(Int 1)]))"));
  assert.ok(text.includes('(Arg (Text "b"))'));
});

test.run();
