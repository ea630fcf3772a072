// Maps: values are read and written where they stand.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, printed } from "./testing.ts";

test("values of every kind, and null as a value", async () => {
  const lines = await printed(
    [],
    'var m = {"a": 1}',
    'm["b"] = 2',
    'm["a"] = m["a"] ?? 0 + 7',
    "print(m)",
    'print(m["c"])',
    'var n = {"x": [1.5]}',
    'n["x"][0] = 2.5',
    'n["y"] = []',
    "print(n)",
    "for value in n:",
    "  print(value)",
  );
  assert.equal(lines, ["{a: 1, b: 2}", "null", "{x: [2.5], y: []}", "[2.5]", "[]"]);
});

test("a map that others hold is copied", async () => {
  const lines = await printed([], 'var m = {"a": 1}', "let old = m", 'm["a"] = 2', "print(m)", "print(old)");
  assert.equal(lines, ["{a: 2}", "{a: 1}"]);
});

test("a key that a map does not have", async () => {
  assert.is(await failure([], 'let m = {"a": 1}', 'let n: Int = m["b"]'), "the map has no key b");
  assert.is(
    await failure([], 'var m = {"a": {"x": 1}}', 'm["b"]["x"] = 2'),
    "Map has no such part to assign",
  );
});

test.run();
