// Tests of counting: objects go when nobody holds them, and change in place where one place alone holds them.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { dict, list, point, shape } from "../../runtime/testing.ts";
import { heap, type List, Result, Struct, type Value, Variant } from "../../runtime/values.ts";
import { append, concat, drop, dup, partAt, put, storeAt, storeKey, unique } from "./heap.ts";

/** How many more objects there are afterwards, and how many containers were copied. */
const changes = (action: () => void): { readonly live: number; readonly copies: number } => {
  const { live, copies } = heap;
  action();
  return { live: heap.live - live, copies: heap.copies - copies };
};

test("who gives up the last reference frees the object, and what it alone held", () => {
  const kept = list(1);
  const freed = changes(() => {
    dup(kept);
    const tree = new Struct(point, [
      dict({ a: list(), b: new Variant(shape, 1, [kept]) }),
      new Result(true, list()),
    ]);
    dup(tree);
    drop(tree);
    drop(tree);
  });
  assert.equal(freed, { live: 0, copies: 0 });
  assert.is(kept.refs, 1);
});

test("a chain of a million objects is freed without a deep stack", () => {
  const freed = changes(() => {
    let chain: Value = null;
    for (let i = 0; i < 1_000_000; i++) chain = new Variant(shape, 1, [i, chain]);
    drop(chain);
  });
  assert.is(freed.live, 0);
});

test("values that are no objects of ours are not counted", () => {
  for (const value of [undefined, null, 1, 2n, true, "a", new Uint8Array(1)]) {
    dup(value);
    drop(value);
  }
});

test("what is held once is changed in place", () => {
  const items = list(1);
  assert.is(append(items, 2), items);
  assert.is(concat(items, list(3, 4)), items);
  assert.equal(items.items, [1, 2, 3, 4]);
  const map = dict({ a: 1 });
  assert.is(put(map, "b", 2), map);
  assert.equal(map.keys, ["a", "b"]);
  assert.is(unique(map), map);
});

test("what is held twice is copied for the one who changes it, its members have one more holder", () => {
  const inner = list();
  const outer = list(inner);
  dup(outer);
  const own = append(outer, 7);
  assert.is.not(own, outer);
  assert.equal([outer.refs, own.refs, inner.refs], [1, 1, 2]);
  assert.equal([outer.length, own.length], [1, 2]);
  assert.is(
    changes(() => {
      dup(outer);
      drop(put(dict({}), "key", outer));
    }).live,
    0,
  );
});

test("a list may be appended to itself", () => {
  const items = list(1, list());
  assert.is(concat(items, items).length, 4);
  assert.is((items.at(1) as List).refs, 2);
});

test("a walk along a path makes each part unique", () => {
  const inner = list(1);
  const outer = list(inner);
  assert.is(partAt(outer.array, 0), inner);
  dup(inner);
  const own = partAt(outer.array, 0);
  assert.is.not(own, inner);
  assert.is(outer.at(0), own);
  assert.is(inner.refs, 1);
  assert.is(partAt([null], 0), null);
});

test("a store gives up what stood there", () => {
  const old = list();
  const outer = list(old);
  assert.is(changes(() => storeAt(outer.array, 0, 1)).live, -1);
  const map = dict({ a: list() });
  assert.is(changes(() => storeKey(map, "a", 1)).live, -1);
  storeKey(map, "b", 2);
  assert.equal(map.values, [1, 2]);
});

test.run();
