// append-items, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const lines = (...body: readonly string[]): readonly string[] =>
  outline(
    passesWith("append-items"),
    "f",
    "fn f(given: List<Int>, n: Int) -> List<Int>:",
    ...body.map((line) => `  ${line}`),
    'app "a":',
    '  print("${f([], 1)}")',
  );

test("items are appended one by one", () =>
  assert.equal(lines("return given + [n, 2]"), [
    "f(given, n)",
    "  let grown1 = list.append(given, n)",
    "  return list.append(grown1, 2)",
  ]));

test("a list that is used elsewhere, too, stays a list", () =>
  assert.equal(lines("let added = [n]", "let both = given + added", "return both + added"), [
    "f(given, n)",
    "  let added = [n]",
    "  let both = list.concat(given, added)",
    "  let made1 = list.concat(both, added)",
    "  drop added",
    "  return made1",
  ]));

test("a list whose items may have changed since stays a list", () =>
  assert.equal(
    lines("var m = n", "let added = [m]", "m = 7", "print(m)", "return given + added").slice(2, 4),
    ["  let added = [m]", "  m = 7"],
  ));

test.run();
