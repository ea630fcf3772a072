// Maps in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { newPrelude, type Prelude } from "./testing.ts";

const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.bigInt({ min: 0n, max: 1000n })), {
  maxLength: 200,
});

const mapOf = (prelude: Prelude, of: Iterable<readonly [string, bigint]>): number => {
  const map = prelude.map("int");
  for (const [key, value] of of) prelude.putInt(map, key, value);
  return map;
};

test("entries stay in order of insertion, and are found", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(entries, fc.array(fc.string({ maxLength: 3 })), (pairs, keys) => {
      const map = mapOf(prelude, pairs);
      const model = new Map(pairs);
      assert.equal(prelude.entriesOf(map), [...model]);
      for (const key of [...keys, ...model.keys()]) {
        const text = prelude.text(key);
        const found = run.map_find!(map, text);
        assert.is(found === 0 ? undefined : prelude.int(found), model.get(key));
        run.drop!(text);
      }
      run.drop!(map);
      assert.is(prelude.live, 0);
    }),
  );
});

test("a map of many entries", async () => {
  const prelude = await newPrelude();
  const model = Array.from({ length: 20_000 }, (_, i) => [`key ${i}`, BigInt(i)] as const);
  const map = mapOf(prelude, model);
  assert.equal(prelude.entriesOf(map), model);
  const key = prelude.text("key 12345");
  assert.is(prelude.int(prelude.run.map_find!(map, key)), 12345n);
});

test("a copy is a map of its own", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(entries, entries, (first, more) => {
      const map = mapOf(prelude, first);
      run.dup!(map);
      const copy = run.copy!(map);
      for (const [key, value] of more) prelude.putInt(copy, key, value);
      assert.equal(prelude.entriesOf(map), [...new Map(first)]);
      assert.equal(prelude.entriesOf(copy), [...new Map([...first, ...more])]);
      run.drop!(map);
      run.drop!(copy);
      assert.is(prelude.live, 0);
    }),
  );
});

test("new entries hold 0 until they are written, values are dropped with the map", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const map = prelude.map("reference");
  const slot = run.map_slot!(map, prelude.text("k"));
  assert.is(prelude.word(slot), 0);
  const value = prelude.text("v");
  prelude.setWord(slot, value);
  run.dup!(map);
  const copy = run.copy!(map);
  assert.is(prelude.owners(value), 2);
  run.drop!(map);
  run.drop!(copy);
  assert.is(prelude.live, 0);
});

test("the values as a list", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  assert.equal(
    prelude.intsOf(
      run.map_values!(
        mapOf(prelude, [
          ["a", 1n],
          ["b", 2n],
        ]),
      ),
    ),
    [1n, 2n],
  );
  assert.equal(prelude.intsOf(run.map_values!(prelude.map("int"))), []);
  const texts = prelude.map("tagged");
  const value = prelude.text("v");
  prelude.setWord(run.map_slot!(texts, prelude.text("k")), value);
  assert.equal(prelude.wordsOf(run.map_values!(texts)), [value]);
  assert.is(prelude.owners(value), 2);
});

test.run();
