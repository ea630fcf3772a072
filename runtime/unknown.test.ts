// unknown, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { int } from "./int.ts";
import { codeOf, dict, float, list, point, shape } from "./testing.ts";
import { textOf } from "./text.ts";
import * as unknown from "./unknown.ts";
import { ok, Struct, type Value, Variant } from "./values.ts";

const TYPE = "runtime_type_error";
const INDEX = "runtime_invalid_index";
const NULL = "runtime_null_access";

/** Each computation with the text of its value, or the code it fails with. */
const check = (examples: readonly (readonly [() => Value, string])[]) => {
  for (const [compute, wanted] of examples) {
    const code = codeOf(compute);
    assert.is(code ?? textOf(compute()), wanted, String(compute));
  }
};

test("operators test the kinds of their operands", () => {
  check([
    [() => unknown.add(1, 2), "3"],
    [() => unknown.add(1, float(0.5)), "1.5"],
    [() => unknown.add("n=", null), "n=null"],
    [() => unknown.add(list(1), list("a")), "[1, a]"],
    [() => unknown.add(list(1), 1), TYPE],
    [() => unknown.div(7, 2), "3"],
    [() => unknown.div(7, float(2)), "3.5"],
    [() => unknown.div(1, float(0)), "inf"],
    [() => unknown.div(1, 0), "panic"],
    [() => unknown.rem(float(1), 1), TYPE],
    [() => unknown.mul(null, 1), TYPE],
    [() => unknown.neg(float(0)), "-0"],
    [() => unknown.neg("a"), TYPE],
    [() => unknown.bool(1), TYPE],
  ]);
});

test("ranges hold both ends and run forwards", () => {
  check([
    [() => unknown.range(2, 2), "[2]"],
    [
      () => unknown.range(int(2n ** 53n - 1n), int(2n ** 53n + 1n)),
      "[9007199254740991, 9007199254740992, 9007199254740993]",
    ],
    [() => unknown.range(float(1.5), float(3.5)), "[1.5, 2.5, 3.5]"],
    [() => unknown.range(1, float(2.5)), "[1, 2]"],
    [() => unknown.range(2, 1), "runtime_range_error"],
    [() => unknown.range(1, float(Number.NaN)), "runtime_range_error"],
    [() => unknown.range(1, float(Number.POSITIVE_INFINITY)), "runtime_range_error"],
    [() => unknown.range("a", 1), "runtime_range_error"],
    [() => unknown.range(1, int(2n ** 62n)), "panic"],
  ]);
});

test("members and indices test what they are taken from", () => {
  const map = dict({ a: 1, u: undefined });
  check([
    [() => unknown.field(new Struct(point, [1, 2]), "y"), "2"],
    [() => unknown.field(map, "a"), "runtime_field_access"],
    [() => unknown.field(null, "a"), NULL],
    [() => unknown.index(list(5, 6), 1), "6"],
    [() => unknown.index(list(5), -1), "runtime_index_bounds"],
    [() => unknown.index(list(5), 1), "runtime_index_bounds"],
    [() => unknown.index(list(5), "0"), INDEX],
    [() => unknown.index(map, "a"), "1"],
    [() => unknown.index(map, "u"), "()"],
    [() => unknown.index(map, "b"), "null"],
    [() => unknown.index(map, 0), INDEX],
    [() => unknown.index(null, 0), NULL],
    [() => unknown.index("text", 0), TYPE],
    [() => unknown.itemsOf(map), "[1, ()]"],
    [() => unknown.itemsOf("text"), TYPE],
  ]);
});

test("patterns ask for variants", () => {
  const circle = new Variant(shape, 1, [2]);
  assert.ok(unknown.declares(circle, "Dot"));
  assert.not(unknown.declares(circle, "Some"));
  assert.ok(unknown.isVariant(circle, "Circle", 1));
  assert.not(unknown.isVariant(circle, "Circle", 2));
  assert.ok(unknown.isVariant(ok(1), "Ok", 1));
  assert.not(unknown.isVariant(ok(1), "Err", 1));
  assert.ok(unknown.isVariant(1, "Some", 1));
  assert.not(unknown.isVariant(null, "Some", 1));
  assert.is(unknown.payload(circle, 0), 2);
  assert.is(unknown.payload(ok(1), 0), 1);
});

test.run();
