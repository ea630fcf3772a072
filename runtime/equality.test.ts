// equality, by example.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { equal, order } from "./equality.ts";
import { int } from "./int.ts";
import { anyValue, codeOf, dict, float, list, nested, point, shape } from "./testing.ts";
import { err, FunctionValue, ok, Struct, type Value, Variant } from "./values.ts";

const TYPE = "runtime_type_error";

test("every value without NaN equals itself", () => {
  fc.assert(fc.property(anyValue, (value) => equal(value, value)));
});

test("pairs compare by the first row of the table that fits", () => {
  const examples: [Value, Value, boolean | string][] = [
    [2, float(2), true],
    [int(2n ** 53n + 1n), float(2 ** 53), true],
    [int(2n ** 53n + 1n), int(2n ** 53n), false],
    [float(Number.NaN), float(Number.NaN), false],
    [float(0), float(-0), true],
    [null, list(1), false],
    [null, null, true],
    ["1", 1, TYPE],
    [new Uint8Array([1]), new Uint8Array([1]), true],
    [list(1, "a"), list(2, 3), false],
    [list(1, "a"), list(1, 3), TYPE],
    [list(1), list(1, "a"), false],
    [dict({ a: 1, b: 2 }), dict({ b: 2, a: 1 }), true],
    [dict({ a: 1, b: 2 }), dict({ a: "x", c: 2 }), TYPE],
    [dict({ b: 2, a: 1 }), dict({ a: "x", c: 2 }), false],
    [new Struct(point, [1, 2]), new Struct(point, [1, 2]), true],
    [new Struct(point, [1, 2]), new Struct({ ...point, id: "b.fuse:Point" }, [1, 2]), TYPE],
    [new Variant(shape, 0, []), new Variant(shape, 1, [1]), false],
    [ok(1), err(1), false],
    [ok(1), ok(float(1)), true],
    [new FunctionValue("f", ["f"], "f"), new FunctionValue("f", ["f"], "f"), TYPE],
  ];
  for (const [left, right, wanted] of examples) {
    const compute = () => equal(left, right);
    if (typeof wanted === "string") assert.is(codeOf(compute), wanted);
    else assert.is(compute(), wanted);
  }
});

test("only numbers have an order, NaN has none", () => {
  assert.ok(order(1, float(1.5)) < 0);
  assert.ok(order(int(2n ** 60n), 3) > 0);
  assert.not(order(float(Number.NaN), 1) <= 0);
  assert.is(
    codeOf(() => order("a", "b")),
    TYPE,
  );
});

test("ten thousand levels are compared, one more is a panic", () => {
  assert.ok(equal(nested(10_000), nested(10_000)));
  assert.is(
    codeOf(() => equal(nested(10_001), nested(10_001))),
    "panic",
  );
});

test.run();
