// Values of unknown type, and what the host gives.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, printed } from "./testing.ts";

const mixed = [
  "let nothing = []",
  "var all = nothing + [1]",
  'all = all + ["x"]',
  "all = all + [2.5]",
  "all = all + [null]",
];

test("values of types become such values, and again values of types", async () => {
  const lines = await printed(
    ["fn same(n: Int) -> Int:", "  return n", ""],
    ...mixed,
    "all = all + [same]",
    "let first: Int = all[0]",
    "print(first + 1)",
    "print(all[4](7))",
    "all[0] = 9223372036854775807",
    "print(all)",
    "let wide: Int = all[0]",
    "print(wide - 1)",
  );
  assert.equal(lines, ["2", "7", "[9223372036854775807, x, 2.5, null, <fn same>]", "9223372036854775806"]);
});

test("a value that is of another type than the place it enters", async () => {
  assert.is(await failure([], ...mixed, "let n: Int = all[1]"), "expected Int, got String");
  assert.is(await failure([], ...mixed, "print(all[0](1))"), "cannot call Int");
});

test("variables of the environment", async () => {
  const lines = await printed([], 'print(env("FIVE"))', 'print(env_int("FIVE"))', 'print(env_int("SIX"))');
  assert.equal(lines, ["5", "5", "null"]);
});

test.run();
