// Tests of list and map literals.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "../testing.ts";

const accepted = [
  "let a: List<Int?> = [1, null]",
  "let a: List<Int?> = [null, 1]",
  "let a: List<List<Int>> = [[], [1]]",
  "let a: List<List<Int?>> = [[1], [null, 2]]",
  'let a: Map<String, Int?> = {"a": 1, "b": null}',
  "let a: List<String> = []",
  "let a: Map<String, Int> = {}",
  "let a: List<Int>? = [1]",
  'print([1, "a", null], {"a": 1, "b": [1, "x"]})',
];
for (const line of accepted)
  test(`accepted: ${line}`, () => assert.equal(placesOf("fn f():", `  ${line}`), []));

const rejected: readonly (readonly [string, string])[] = [
  ['let c = [1, "x"]', "2:15"],
  ['let d = {"a": 1, "b": 2.5}', "2:25"],
  ['let d = {"a": 1, 2: 3}', "2:20"],
  ["let j: List<Int> = [1.5]", "2:22"],
  ['let j: List<Int> = [1, "x"]', "2:26"],
  ["let j: Map<String, Int> = {1: 1}", "2:29"],
];
for (const [line, place] of rejected) {
  test(`rejected: ${line}`, () => assert.equal(placesOf("fn f():", `  ${line}`), [place]));
}

test.run();
