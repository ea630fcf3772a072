// Values out of memory.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { slotKinds } from "../../ir/memory.ts";
import { equal } from "../../runtime/equality.ts";
import { anyValue, dict, float, list } from "../../runtime/testing.ts";
import { textOf } from "../../runtime/text.ts";
import { List, ok, type Value } from "../../runtime/values.ts";
import { Decoder } from "./decode.ts";
import type { Memory } from "./memory.ts";
import { newMemory, types, written } from "./testing.ts";

const roundTrip = (value: Value): Value => {
  const memory = newMemory();
  return new Decoder(memory, types).whole(written(memory, value));
};

/** A list of values of unknown type. */
const listOf = (memory: Memory, ...items: readonly number[]): number => {
  const object = memory.object("List", 16 + items.length * 4, slotKinds.tagged.number);
  memory.setWord(object + 8, items.length);
  items.forEach((item, i) => {
    memory.setWord(object + 16 + i * 4, item);
  });
  return object;
};

test("what is written is read", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      assert.ok(equal(roundTrip(value), value));
      assert.is(textOf(roundTrip(value)), textOf(value));
    }),
  );
});

test("texts keep every character, whether all are ASCII or not", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => roundTrip(text) === text));
});

test("Ints are exact", () => {
  const wide = list(2n ** 63n - 1n, -(2n ** 63n), 2 ** 53 - 1, -(2 ** 30) - 1);
  assert.is(textOf(roundTrip(wide)), textOf(wide));
});

test("lists and maps of scalars have these as they are", () => {
  for (const value of [list(1, 2), list(float(0.5)), list(true, false), dict({ a: 1, b: 2 }), ok(3)])
    assert.is(textOf(roundTrip(value)), textOf(value));
});

test("no depth overflows the stack", () => {
  const memory = newMemory();
  let chain = 1;
  for (let i = 0; i < 100_000; i++) chain = listOf(memory, chain);
  let value = new Decoder(memory, types).whole(chain);
  let depth = 0;
  for (; value instanceof List; value = value.at(0)) depth++;
  assert.is(depth, 100_000);
});

test("what stands in memory once is read once", () => {
  const memory = newMemory();
  const shared = written(memory, list("a"));
  const value = new Decoder(memory, types).whole(listOf(memory, shared, shared));
  assert.ok(value instanceof List && value.at(0) === value.at(1));
});

test("an outline has its members' number", () => {
  const memory = newMemory();
  const value = new Decoder(memory, types).outline(written(memory, list("a", "b")));
  assert.is(value instanceof List && value.length, 2);
});

test.run();
