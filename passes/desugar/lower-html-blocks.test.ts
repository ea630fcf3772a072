// Tests of lower-html-blocks.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-html-blocks";

test("a block gives a call without arguments an attribute map and the children", () => {
  const text = compiled(NAME, "fn f() -> Html:", "  return p():", "    title");
  assert.ok(text.includes("(Call (Name p) [] [(Arg true (Map [])) (Arg true (List [(Name title)]))])"));
});

test("arguments stay in front of the children", () => {
  const text = compiled(NAME, "fn f() -> Html:", '  return p(class="k"):', "    title");
  assert.ok(text.includes('[(Arg class= false (Text "k")) (Arg true (List [(Name title)]))]'));
});

test("if and for among the children give lists", () => {
  const text = compiled(
    NAME,
    ...[
      "fn f() -> Html:",
      "  return p():",
      "    if a: b",
      "    else:",
      "      c",
      "    for x in xs:",
      "      x",
    ],
  );
  assert.ok(text.includes("(HtmlIf [(HtmlBranch (Name a) [(Name b)])] [(Name c)])"));
  assert.ok(text.includes("(HtmlFor (NamePattern x) (Name xs) [(Name x)])"));
});

test.run();
