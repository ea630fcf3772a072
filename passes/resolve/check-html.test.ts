// Tests of check-html.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf } from "./testing.ts";

const NAME = "check-html";

const checked = (...lines: readonly string[]) =>
  messagesOf(NAME, "component C(title: String):", "  children", "fn f(m: Map<String, String>):", ...lines);

test("attributes of WAI-ARIA, of tags and components", () => {
  assert.equal(checked('  p(aria_role="x")', '  p(aria_labl="x")', '  C(title="t" aria_hidden="no")'), [
    '4:5 there is no attribute "aria-role"; write role=…',
    '5:5 unknown attribute "aria-labl"; did you mean "aria_label"?',
    '6:15 "aria-hidden" must be one of "true", "false"',
  ]);
  assert.equal(checked('  p(aria_level="0")', '  p(aria_level="12")', '  p(aria_level=m["x"])'), [
    '4:5 "aria-level" must be a positive whole number',
  ]);
});

test("void elements have no children", () => {
  assert.equal(checked("  br():", '    "a"', '    "b"', "  br(m, [])", "  br(m)"), [
    "5:5 <br> is a void element: it has no children",
    "7:3 br() takes a map of attributes, found 2 arguments",
  ]);
});

test("a tag takes a map and children, or attributes", () => {
  assert.equal(checked("  p(m, [], m)", '  p(m, id="x")', "  p(m, [])", "  p<Int>()"), [
    "4:3 p() takes a map of attributes and a list of children, found 3 arguments",
    "5:3 p() takes either attributes or a map of them, not both",
    "7:3 FUSE_GENERIC_CALL_TYPE_ARG p() takes no type arguments",
  ]);
});

test("a component with a block takes names, or one argument", () => {
  assert.equal(checked('  C("a", m):', '    "x"', '  C("a"):', '    "x"'), [
    "4:3 a call with a block takes named arguments, or at most one that is not",
  ]);
});

test.run();
