// Tests of the rules for WAI-ARIA attributes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { isUnknownAria, wrongAriaValue } from "./html-aria.ts";

test("only aria-… names are looked up, in lower case", () => {
  assert.is(isUnknownAria("aria-label"), false);
  assert.is(isUnknownAria("data-aria"), false);
  assert.is(isUnknownAria("aria-Label"), true);
});

test("values of some attributes are few", () => {
  assert.is(wrongAriaValue("aria-checked", "mixed"), null);
  assert.is(wrongAriaValue("aria-label", "anything"), null);
  assert.is(wrongAriaValue("aria-hidden", "no"), '"aria-hidden" must be one of "true", "false"');
  assert.is(wrongAriaValue("aria-level", "1.5"), '"aria-level" must be a positive whole number');
});

test.run();
