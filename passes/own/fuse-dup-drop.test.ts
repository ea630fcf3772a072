// fuse-dup-drop, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const counts = (...source: readonly string[]): readonly string[] =>
  outline(passesWith("fuse-dup-drop"), "f", ...source, 'app "a":', '  print(f(["a"]))').filter((line) =>
    /^ *(dup|drop)/.test(line),
  );

test("a part that is only read needs no reference", () =>
  assert.equal(
    counts(
      "fn f(xs: List<String>) -> String:",
      "  for x in xs:",
      '    if x == "a":',
      '      return "b"',
      '  return "c"',
    ),
    [],
  ));

test("a part that is kept needs one", () =>
  assert.equal(counts("fn f(xs: List<String>) -> String:", "  return xs[0]"), ["  dup made1"]));

test("a part of what changes meanwhile needs one", () =>
  assert.equal(
    counts(
      "fn f(given: List<String>) -> String:",
      "  var xs = given",
      "  let x = xs[0]",
      '  xs[0] = "b"',
      "  print(x)",
      "  return xs[0]",
    ),
    ["  dup x", "  drop x", "  dup made1", "  drop xs"],
  ));

test.run();
