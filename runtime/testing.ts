// For tests of the runtime: values of every kind.

import fc from "fast-check";
import { Panic } from "./failures.ts";
import { int } from "./int.ts";
import {
  Dict,
  type EnumType,
  err,
  Float,
  List,
  ok,
  Struct,
  type StructType,
  type Value,
  Variant,
} from "./values.ts";

export const point: StructType = { id: "a.fuse:Point", name: "Point", fields: ["x", "y"] };
export const shape: EnumType = { id: "a.fuse:Shape", name: "Shape", variants: ["Dot", "Circle", "Line"] };

export const list = (...items: Value[]): List => new List(items);
export const float = (value: number): Float => new Float(value);
export const dict = (entries: Readonly<Record<string, Value>>): Dict => {
  const map = new Dict();
  for (const [key, value] of Object.entries(entries)) map.put(key, value);
  return map;
};

/** A list in a list in a list …: so many of them. */
export const nested = (levels: number): Value => {
  let value: Value = 1;
  for (let i = 0; i < levels; i++) value = list(value);
  return value;
};

/** Values without functions, nested a little. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.constantFrom(undefined, null, true, false),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(int),
      fc.double({ noNaN: true }).map(float),
      fc.string(),
      fc.uint8Array(),
    ),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => list(...items)),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }).map(dict),
    fc.tuple(tie("value"), tie("value")).map((values) => new Struct(point, [...values])),
    tie("value").map((value) => new Variant(shape, 1, [value])),
    tie("value").map(ok),
    tie("value").map(err),
  ),
})).value;

/** What a computation throws. */
export const thrownBy = (compute: () => unknown): unknown => {
  try {
    compute();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

/** The code of the failure that it ends with, "panic" for a panic. */
export const codeOf = (compute: () => unknown): unknown => {
  const thrown = thrownBy(compute);
  if (thrown instanceof Panic) return "panic";
  return (thrown as { readonly code?: string } | undefined)?.code;
};
