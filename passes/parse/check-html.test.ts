// check-html, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Pass } from "../../ir/framework/pass.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";
import { checkHtmlAttributes } from "./check-html-attributes.ts";
import { checkHtmlBlockCalls } from "./check-html-block-calls.ts";
import { parsed, shown } from "./grammar/sample.ts";

type Check = Pass<SurfaceGrammar, SurfaceGrammar>;

/** What a check finds in a file: `line:column CODE` or `line:column message`. */
const found = (check: Check, text: string): readonly string[] => {
  const { module } = parsed(text);
  const result = check.run(
    { kind: "Program", at: 0, modules: [module], assets: [], links: [], interfaces: [] },
    { options: {} },
  );
  const diagnostics: readonly Diagnostic[] = result._tag === "Right" ? [] : result.left;
  return shown(
    text,
    diagnostics.map((one) => ({ ...one, message: one.code ?? one.message })),
  );
};
const attributes = (text: string) => found(checkHtmlAttributes, text);
const blocks = (text: string) => found(checkHtmlBlockCalls, text);
const inBody = (line: string): string => `fn f():\n  ${line}\n`;

test("no commas between attributes", () => {
  assert.equal(attributes(inBody("div(a=x, b=y c=z, d=w)")), [
    "2:10 FUSE_HTML_ATTR_COMMA",
    "2:19 FUSE_HTML_ATTR_COMMA",
  ]);
  assert.equal(attributes(inBody("div(a=x b=y,)")), []);
  assert.equal(attributes(inBody("div(m, a=x)")), []);
  assert.equal(attributes(inBody("call(a=x, b=y)")), []);
});

test("no map literal for attributes", () => {
  assert.equal(attributes(inBody(`div({"a": x}, [])`)), ["2:7 FUSE_HTML_ATTR_MAP"]);
  assert.equal(attributes(inBody("div(m, {})")), []);
});

test("no attribute twice", () => {
  assert.equal(attributes(inBody("div(a_b=x c=y a_b=z)")), ["2:17 duplicate attribute 'a-b'"]);
});

test("components of the file are checked, too", () => {
  assert.equal(attributes(`component Card:\n  x\n${inBody("Card(a=x, b=y)")}`), [
    "4:11 FUSE_HTML_ATTR_COMMA",
  ]);
  assert.equal(attributes(inBody("Card(a=x, b=y)")), []);
});

test("what hides a tag: declarations and imports of the file, parameters and locals in scope", () => {
  const call = "div(a=x, b=y)";
  assert.equal(attributes(`import { div } from "m"\n${inBody(call)}`), []);
  assert.equal(attributes(`import A as div from "m"\n${inBody(call)}`), []);
  assert.equal(attributes(`fn div(a: Int, b: Int):\n  x\n${inBody(call)}`), []);
  assert.equal(attributes(`config div:\n  a: Int = 1\n${inBody(call)}`), []);
  assert.equal(attributes(`fn f(div: D):\n  ${call}\n`), []);
  assert.equal(attributes(inBody(`let div = x\n  ${call}`)), []);
  assert.equal(attributes(inBody(`for P(div) in xs:\n    ${call}\n  ${call}`)), [
    "4:10 FUSE_HTML_ATTR_COMMA",
  ]);
  assert.equal(attributes(inBody(`match x:\n    div -> ${call}\n    _ -> ${call}`)), [
    "4:17 FUSE_HTML_ATTR_COMMA",
  ]);
  assert.equal(attributes(inBody(`if a:\n    var div = x\n  ${call}`)), ["4:10 FUSE_HTML_ATTR_COMMA"]);
  assert.equal(attributes(inBody(`ul():\n    for div in xs:\n      ${call}\n    ${call}`)), [
    "5:12 FUSE_HTML_ATTR_COMMA",
  ]);
});

test("the parameters of a route's path hide tags, and so does the body that it takes", () => {
  const route = (head: string) =>
    `service S at "/":\n  ${head} -> Html:\n    p(a=x, b=y)\n    body(a=x, b=y)\n`;
  assert.equal(attributes(route('get "/{p: Id}/x"')), ["4:13 FUSE_HTML_ATTR_COMMA"]);
  assert.equal(attributes(route('post "/p" body T')), ["3:10 FUSE_HTML_ATTR_COMMA"]);
});

test("a line with a lexical diagnostic has no other", () => {
  assert.equal(attributes(inBody("p(a=x, b=y) @\n  p({})")), ["3:5 FUSE_HTML_ATTR_MAP"]);
  assert.equal(blocks(inBody("p(a, b): 'x'\n  p(a, b): x")), [
    "3:3 html block call accepts at most one explicit attrs argument",
  ]);
});

test("a call with an HTML block has one positional argument, or named ones", () => {
  const message = "html block call accepts at most one explicit attrs argument";
  assert.equal(blocks(inBody("f(): x")), []);
  assert.equal(blocks(inBody("f(m): x")), []);
  assert.equal(blocks(inBody("f(a=1 b=2): x")), []);
  assert.equal(blocks(inBody("f(m, m): x")), [`2:3 ${message}`]);
  assert.equal(blocks(inBody("p(): f(m, a=1): x")), [`2:8 ${message}`]);
  assert.equal(blocks(`component Card:\n  x\n${inBody("Card(m, a=1): x")}`), []);
});

test.run();
