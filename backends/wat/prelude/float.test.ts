// Floats as texts in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { floatText } from "../../../runtime/float.ts";
import { jsonFloat } from "../../../runtime/json-encode.ts";
import { newPrelude } from "./testing.ts";

/** Of all sizes, and such as people write. */
const floats = fc.oneof(
  fc.double(),
  fc
    .tuple(fc.integer(), fc.integer({ min: -20, max: 22 }))
    .map(([digits, power]) => Number(`${digits}e${power}`)),
  fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 18 }))
    .map(([digits, places]) => digits / 10 ** places),
  fc.constantFrom(
    0,
    -0,
    0.1,
    1e15,
    1e15 - 1,
    999999999999999.9,
    1e-18,
    1e-19,
    1e21,
    2 ** 53,
    5e-324,
    123.456,
  ),
);

const said = async () => {
  const prelude = await newPrelude();
  return (name: "float_text" | "json_float", value: number): string => {
    const text = prelude.run[name]!(value);
    assert.ok(prelude.isAscii(text));
    const content = prelude.textOf(text);
    prelude.run.drop!(text);
    assert.is(prelude.live, 0);
    return content;
  };
};

test("the text form of a Float is the host's", async () => {
  const text = await said();
  fc.assert(
    fc.property(floats, (value) => assert.is(text("float_text", value), floatText(value))),
    { numRuns: 2000 },
  );
});

test("JSON has no -0, and no Floats that are no numbers", async () => {
  const text = await said();
  for (const value of [0, -0, -1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.is(text("json_float", value), jsonFloat(value));
  }
});

test.run();
