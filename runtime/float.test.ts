// float, by example.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { floatSpan, floatText } from "./float.ts";

test("texts are the shortest digits, never with an exponent", () => {
  const examples: [number, string][] = [
    [1, "1"],
    [2.5, "2.5"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e20, "100000000000000000000"],
    [2 ** 63, "9223372036854776000"],
    [1e21, "1000000000000000000000"],
    [1.2345678901234568e29, "123456789012345680000000000000"],
    [0.00000000123, "0.00000000123"],
    [-1e-7, "-0.0000001"],
    [-0, "-0"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [Number.NaN, "NaN"],
  ];
  for (const [value, text] of examples) assert.is(floatText(value), text);
});

test("a text reads back as the same double", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = floatText(value);
      return Object.is(Number(text), value) && /^-?\d+(\.\d*[1-9])?$/.test(text);
    }),
  );
});

test("a span ends with the last value within its end, and where a step changes nothing", () => {
  assert.equal([...floatSpan(1.5, 3.4999999999)], [1.5, 2.5, 3.5]);
  assert.equal([...floatSpan(2 ** 53 - 1, 2 ** 53)], [2 ** 53 - 1, 2 ** 53]);
});

test.run();
