// values, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { dict, list } from "./testing.ts";
import { textOf } from "./text.ts";
import { List, share, writable } from "./values.ts";

test("a container that one place holds is written in place", () => {
  const own = list(1);
  assert.is(writable(own), own);
});

test("a shared container is copied, and its members are shared from then on", () => {
  const row = list(1);
  const rows = list(row);
  share(rows);
  const copy = writable(rows);
  assert.is.not(copy, rows);
  assert.is(copy.items[0], row);
  assert.ok(row.shared);
  assert.not(copy.shared);
});

test("lists made by appending have one array, and are copied when one is written", () => {
  const base = list(1);
  const longer = base.append(list(2));
  const other = base.append(list(3));
  assert.equal([base, longer, other].map(textOf), ["[1]", "[1, 2]", "[1, 3]"]);
  const own = writable(longer);
  own.set(0, 9);
  assert.equal([base, longer, own].map(textOf), ["[1]", "[1, 2]", "[9, 2]"]);
});

test("a list that is alone grows in place, also by itself", () => {
  const own = list(1, 2);
  assert.is(own.append(own, true), own);
  assert.is(textOf(own), "[1, 2, 1, 2]");
});

test("a map keeps the place of a key and tells Unit from nothing", () => {
  const map = dict({ a: 1, b: 2 });
  map.put("a", 3);
  map.put("c", undefined);
  assert.is(textOf(map), "{a: 3, b: 2, c: ()}");
  assert.is(map.get("c", null), undefined);
  assert.is(map.get("d", null), null);
  const copy = map.copy();
  copy.put("d", new List([]));
  assert.is(map.keys.length, 3);
});

test.run();
