// Where colour is used, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { isColoured } from "./colour.ts";

test("the option decides over everything else", () => {
  assert.is(isColoured("always", { NO_COLOR: "1" }, false), true);
  assert.is(isColoured("never", { FUSE_COLOR: "always" }, true), false);
  assert.is(isColoured("auto", { FUSE_COLOR: "always" }, false), false);
});

test("without it FUSE_COLOR names the policy; other texts are auto", () => {
  assert.is(isColoured(null, { FUSE_COLOR: "always" }, false), true);
  assert.is(isColoured(null, { FUSE_COLOR: "never" }, true), false);
  assert.is(isColoured(null, { FUSE_COLOR: "pink" }, true), true);
});

test("auto looks at NO_COLOR, also when it is empty, and at the terminal", () => {
  assert.is(isColoured(null, {}, true), true);
  assert.is(isColoured(null, {}, false), false);
  assert.is(isColoured(null, { NO_COLOR: "" }, true), false);
  assert.is(isColoured(null, { FUSE_COLOR_FORCE_TTY: "1" }, false), true);
  assert.is(isColoured(null, { FUSE_COLOR_FORCE_TTY: "yes" }, true), false);
});

test.run();
