// suggest, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { editDistance, nearest, nearestOrPrefixed } from "./suggest.ts";

test("edit distance counts letters inserted, removed and replaced", () => {
  assert.is(editDistance("check", "check"), 0);
  assert.is(editDistance("chekc", "check"), 2);
  assert.is(editDistance("", "abc"), 3);
});

test("nothing farther than two letters is suggested", () => {
  assert.is(nearest("tset", ["run", "test"]), "test");
  assert.is(nearest("xyzzy", ["run", "test"]), null);
});

test("a unique prefix of two letters is enough", () => {
  assert.is(nearestOrPrefixed("op", ["openapi", "run"]), "openapi");
  assert.is(nearestOrPrefixed("o", ["openapi", "check"]), null);
  assert.is(nearestOrPrefixed("migr", ["migrate", "migrant"]), null);
});

test.run();
