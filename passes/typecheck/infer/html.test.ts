// Tests of elements, attributes and children.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "../testing.ts";

/** What is wrong with an expression in a function with these parameters; it starts at 2:11. */
const inside = (params: string, html: string): readonly string[] =>
  placesOf(`fn f(${params}):`, `  let h = ${html}`);

const accepted: readonly (readonly [string, string])[] = [
  ["", 'div(id="a" class="b")'],
  ["s: String?", "div(id=s)"],
  ["m: Map<String, String>", 'div(id=m["id"])'],
  ["m: Map<String, String>", "div(m)"],
  ["m: Map<String, String?>", "div(m)"],
  ["m: Map<String, String>, kids: List<Html>", "div(m, kids)"],
  ["m: Map<String, String>, texts: List<String>", "div(m, texts)"],
  ["m: Map<String, String>", 'div(m, ["text", html.raw("<i></i>")])'],
  ["u: String(1..5)", "div(id=u)"],
];
for (const [params, html] of accepted) {
  test(`accepted: ${html}`, () => assert.equal(inside(params, html), []));
}

const rejected: readonly (readonly [string, string, string])[] = [
  ["n: Int", "div(id=n)", "2:15"],
  ["", 'div("x")', "2:15"],
  ["m: Map<String, Int>", "div(m)", "2:15"],
  ["m: Map<String, String>", "div(m, [1])", "2:19"],
  ["m: Map<String, String>, n: List<Int>", "div(m, n)", "2:18"],
];
for (const [params, html, place] of rejected) {
  test(`rejected: ${html}`, () => assert.equal(inside(params, html), [place]));
}

test("children are Html, texts and lists of these", () => {
  assert.equal(
    placesOf(
      "fn page(o: Html?, n: Int, l: List<Int>, h: List<List<Html>>, t: List<String>) -> Html:",
      "  return div():",
      "    o",
      "    n",
      "    l",
      "    h",
      "    t",
      '    "a" + "b"',
      "    [p(), t]",
    ),
    ["3:5", "4:5", "5:5"],
  );
});

test("conditions, loops and what stands in them", () => {
  assert.equal(
    placesOf(
      "fn page(n: Int, m: Map<String, String>) -> Html:",
      "  return div():",
      "    if n:",
      "      n",
      "    else:",
      '      "x"',
      "    for x in n:",
      "      x",
      "    for x in m:",
      "      li(): x",
    ),
    ["3:8", "4:7", "7:14"],
  );
});

test("messages tell what to write", () => {
  assert.equal(messagesOf("fn f(n: Int) -> Html:", "  return p():", "    n"), [
    '3:5 a child must be Html, a String, or a list of these, but this is of type Int; write "${…}" around it to get its text',
  ]);
});

test("a child that was diagnosed is diagnosed once", () => {
  assert.equal(
    placesOf("fn f() -> Html:", "  return p(id=nope):", "    nope2.x", "    for a in nope3:", "      a"),
    ["2:15", "3:5", "4:14"],
  );
});

test.run();
