// insert-dup-drop, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const lines = (...source: readonly string[]): readonly string[] => outline(passesWith(), "f", ...source);
const rest = ['app "a":', '  print("${f([], "a")}")'];

test("what grows in a loop moves from round to round", () =>
  assert.equal(
    lines(
      "fn f(given: List<String>, x: String) -> List<String>:",
      "  var xs = given",
      "  while xs[0] != x:",
      "    xs = xs + [x]",
      "  return xs",
      ...rest,
    ),
    [
      "f(given, x)",
      "  let xs = given",
      "  test",
      "    let value1 = list.get(xs, 0)",
      "    dup value1",
      "    let value2 = text.eq(value1, x)",
      "    drop value1",
      "    let value3 = bool.not(value2)",
      "  while value3",
      "    dup x",
      "    let value4 = [x]",
      "    xs = list.concat(xs, value4)",
      "    drop value4",
      "  drop x",
      "  return xs",
    ],
  ));

test("a branch gives up what only the other one needs", () =>
  assert.equal(
    lines(
      "fn f(given: List<String>, x: String) -> List<String>:",
      '  if x == "a":',
      "    return given",
      "  return [x]",
      ...rest,
    ),
    [
      "f(given, x)",
      '  let value1 = text.eq(x, "a")',
      "  if value1",
      "    drop x",
      "    return given",
      "  drop given",
      "  return [x]",
    ],
  ));

test("an operand that is taken twice is there twice", () => {
  const body = lines(
    "fn f(given: List<String>, x: String) -> List<String>:",
    "  let both = [x, x]",
    "  return both + both",
    ...rest,
  );
  assert.equal(body.slice(1), [
    "  dup x",
    "  let both = [x, x]",
    "  dup both",
    "  let made1 = list.concat(both, both)",
    "  drop both",
    "  return made1",
  ]);
});

test("what leads to a failure gives nothing up", () => {
  const body = lines(
    "type Word:",
    "  text: String",
    "fn f(word: Word?, x: String) -> Word?:",
    "  var changed = word",
    "  changed?.text = x",
    "  return changed",
    'app "a":',
    '  print("${f(null, "a")?.text}")',
  );
  assert.equal(body.slice(4, 7), [
    "  if missing1",
    '    fail("runtime_null_access", "assignment into null")',
    "  let part2 = option.get(changed)",
  ]);
});

test("the content of a wrapper that is not needed any more is taken out", () => {
  const body = lines(
    "fn f(given: List<String>, x: String) -> String:",
    '  let m = {"a": x}',
    '  return m["a"] ?? x',
    ...rest,
  );
  assert.ok(
    body.some((line) => line.includes("unwrap option.get")),
    body.join("\n"),
  );
});

test.run();
