// Log lines, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { INFO, levelOf, lineOf, minimumOf } from "./log.ts";

test("levels have names", () => {
  assert.equal(["trace", "Debug", " INFO ", "warn", "Warning", "error"].map(levelOf), [0, 1, 2, 3, 3, 4]);
  assert.equal(["", "warnings", "fatal"].map(levelOf), [-1, -1, -1]);
});

test("FUSE_LOG sets the minimum", () => {
  assert.is(minimumOf({}), INFO);
  assert.is(minimumOf({ FUSE_LOG: "TRACE" }), 0);
  assert.is(minimumOf({ FUSE_LOG: "bogus" }), INFO);
});

test("a line is text, or JSON if there are data", () => {
  assert.is(lineOf(3, "careful", "", false), "[WARN] careful");
  assert.is(lineOf(4, "no", "", true), "[\u001b[31;1mERROR\u001b[0m] no");
  assert.is(lineOf(2, 'a"b', "[1]", true), '{"data":[1],"level":"info","message":"a\\"b"}');
});

test.run();
