// JSON of values of unknown type.

import fc from "fast-check";
import { isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseJson } from "./json.ts";
import { encodeJson, sortedKeys } from "./json-encode.ts";
import { anyValue, codeOf, dict, float, list, nested, point, shape } from "./testing.ts";
import { Cell, err, FunctionValue, ok, Struct, type Value, Variant } from "./values.ts";

const encodes = (value: Value, json: string): void => assert.is(encodeJson(value), json);

test("scalars", () => {
  for (const value of [undefined, null]) encodes(value, "null");
  encodes(true, "true");
  encodes(9223372036854775807n, "9223372036854775807");
  encodes(float(1), "1");
  encodes(float(-0), "0");
  encodes(float(1e21), "1000000000000000000000");
  encodes(float(Number.NaN), "null");
  encodes(float(Number.NEGATIVE_INFINITY), "null");
  encodes('a"\\\b\f\n\r\t\u0001/é\u2028', '"a\\"\\\\\\b\\f\\n\\r\\t\\u0001/é\u2028"');
  encodes(Uint8Array.of(97), '"YQ=="');
  encodes(new FunctionValue("<fn f>", [], ""), '"<fn f>"');
  encodes(new Cell(1), "1");
});

test("what has members", () => {
  encodes(list(1, list(), "x"), '[1,[],"x"]');
  encodes(dict({ b: 1, a: dict({}) }), '{"a":{},"b":1}');
  encodes(new Struct(point, [2, null]), '{"x":2,"y":null}');
  encodes(new Variant(shape, 0, []), '{"type":"Dot"}');
  encodes(new Variant(shape, 1, [2]), '{"data":2,"type":"Circle"}');
  encodes(new Variant(shape, 2, [1, "b"]), '{"data":[1,"b"],"type":"Line"}');
  encodes(ok(1), '{"data":1,"type":"Ok"}');
  encodes(err("e"), '{"data":"e","type":"Err"}');
});

test("keys are in the order of their code points", () => {
  const keys = fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\uffff", "\ue000", "😀", "a😀")),
  );
  fc.assert(
    fc.property(keys, (keys) => {
      const bytes = keys.map((key) => Buffer.from(key)).sort(Buffer.compare);
      assert.equal(sortedKeys(keys), bytes.map(String));
    }),
  );
});

test("what is written is JSON, and reads as itself", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const json = encodeJson(value);
      JSON.parse(json);
      const read = parseJson(json);
      assert.ok(isRight(read));
      if (isRight(read)) assert.is(encodeJson(read.right), json);
    }),
  );
});

test("a value that is nested too deep is a panic", () => {
  assert.is(encodeJson(nested(10_000)).length, 20_001);
  assert.is(
    codeOf(() => encodeJson(nested(10_001))),
    "panic",
  );
});

test.run();
