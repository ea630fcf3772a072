// Tests of check-returns.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "./testing.ts";

const f = (...lines: readonly string[]): readonly string[] =>
  placesOf("fn f(n: Int) -> Int:", ...lines.map((line) => `  ${line}`));

const complete: readonly (readonly string[])[] = [
  ["n"],
  ["return 1"],
  ["if n > 0:", "  return 1", "else:", "  n + 1"],
  ["while true:", "  return 1"],
  ["while true:", "  for i in [1]:", "    break"],
  ["match n:", "  1 -> 1", "  _:", "    2"],
  ["if n > 0:", "  1", "else if n > 1:", "  return 2", "else:", "  while true:", "    print(n)"],
];
for (const lines of complete) {
  test(`complete: ${lines.join(" / ")}`, () => assert.equal(f(...lines), []));
}

const incomplete: readonly (readonly string[])[] = [
  ["let x = 1"],
  ["if n > 0:", "  return 1"],
  ["match n:", "  1 -> 1"],
  ["while n > 0:", "  return 1"],
  ["while true:", "  if n > 1:", "    break"],
  ["for i in 1..n:", "  return i"],
  ["if n > 0:", "  1", "else:", "  let x = 2"],
];
for (const lines of incomplete) {
  test(`incomplete: ${lines.join(" / ")}`, () => assert.equal(f(...lines), ["1:4 FUSE_MISSING_RETURN"]));
}

test("Unit, and Unit with an error, ask for no result", () => {
  assert.equal(
    placesOf("type E:", "  m: String", "fn f() -> Unit:", "  let x = 1", "fn g() -> Unit!E:", "  let x = 1"),
    [],
  );
});

test("a result of unknown type asks for nothing", () => {
  assert.equal(placesOf("fn f() -> Zork:", "  let x = 1"), ["1:11"]);
});

test.run();
