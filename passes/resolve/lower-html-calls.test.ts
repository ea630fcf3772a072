// Tests of lower-html-calls.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "./testing.ts";

const lowered = (...lines: readonly string[]) =>
  compiled(
    "lower-html-calls",
    ...["component C(title: String):", "  children", "fn g(a: Map<String, String>, c: List<Html>) -> Html:"],
    ...["  p()", "fn f(m: Map<String, String>):", ...lines],
  );

test("a call of a tag is an element", () => {
  assert.ok(
    lowered('  div(id="x" data_a=m["a"]):', '    "t"').includes(
      '(Element div (Attributes [(Attribute id (Text "x")) (Attribute data-a (Index (Local m#0) (Text "a")))]) (Children [(HtmlText (Text "t"))]))',
    ),
  );
  assert.ok(lowered("  div()").includes("(Element div - -)"));
  assert.ok(lowered("  div(m, [m])").includes("(Element div (Local m#0) (Children [(Local m#0)]))"));
  assert.ok(lowered("  div():", "    m").includes("(Element div - (Children [(Local m#0)]))"));
});

test("attributes and children of a component are arguments, in the order written", () => {
  const text = lowered('  C(class="c" title="t" id="i"):', '    "x"');
  const args = [
    '(Arg attrs= false (Attributes [(Attribute class (Text "c")) (Attribute id (Text "i"))]))',
    '(Arg title= false (Text "t"))',
    '(Arg children= true (Children [(HtmlText (Text "x"))]))',
  ];
  assert.ok(text.includes(`(Call (FunctionName main.fuse:C) [] [${args.join(" ")}])`));
});

test("the block of a function's call gives attributes and children", () => {
  const args = '(Arg true (Map [])) (Arg true (Children [(HtmlText (Text "x"))]))';
  assert.ok(lowered("  g():", '    "x"').includes(`(Call (FunctionName main.fuse:g) [] [${args}])`));
});

test.run();
