// parse, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { isNullText, parseBool, parseFloat64, parseInt64 } from "./parse.ts";

test("Ints are decimal digits with a sign, within 64 bits", () => {
  assert.is(parseInt64(" +007 "), 7);
  assert.is(parseInt64("-0"), 0);
  assert.is(parseInt64("-9223372036854775808"), -9223372036854775808n);
  for (const text of ["9223372036854775808", "1.0", "0x1", "1_000", "", "--1", "1 2"])
    assert.is(parseInt64(text), undefined);
});

test("Floats are decimal numbers that are finite", () => {
  assert.equal(
    [" 1. ", "-.5", "+1e3", "2"].map((text) => parseFloat64(text)?.value),
    [1, -0.5, 1000, 2],
  );
  for (const text of ["inf", "nan", "1e999", ".", "e1", "0x1", ""]) assert.is(parseFloat64(text), undefined);
});

test("Bools are words in any letter case", () => {
  assert.equal([" TRUE ", "False"].map(parseBool), [true, false]);
  for (const text of ["1", "yes", "on", ""]) assert.is(parseBool(text), undefined);
});

test("an option is null if the text is empty or null", () => {
  assert.equal(["", "  ", "null", " NULL ", "nul", "0"].map(isNullText), [
    ...[true, true, true, true, false, false],
  ]);
});

test.run();
