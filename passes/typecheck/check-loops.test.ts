// Tests of check-loops.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "./testing.ts";

test("break and continue belong into loops", () => {
  assert.equal(
    placesOf("fn f():", "  while true:", "    if true:", "      break", "  for x in [1]:", "    continue"),
    [],
  );
});

test("outside they are reported, wherever they stand", () => {
  assert.equal(
    placesOf(
      "fn f():",
      "  break",
      "  if true:",
      "    continue",
      'app "x":',
      "  match 1:",
      "    _:",
      "      break",
    ),
    ["2:3", "4:5", "8:7"],
  );
});

test("a task is no part of the loop around it", () => {
  assert.equal(placesOf("fn f():", "  while true:", "    let t = spawn:", "      break", "    await t"), [
    "4:7",
  ]);
});

test.run();
