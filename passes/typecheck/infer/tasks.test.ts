// Tests of tasks and boxes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

/** A function with a task of these lines, whose value enters a place of the type. */
const taskOf = (type: string, ...lines: readonly string[]): readonly string[] =>
  placesOf(
    "fn f(n: Int, m: Map<String, Int>):",
    "  let t = spawn:",
    ...lines.map((line) => `    ${line}`),
    `  let v: ${type} = await t`,
  );

const typed: readonly (readonly [string, readonly string[]])[] = [
  ["Int", ["n + 1"]],
  ["Unit", ["let x = 1"]],
  ["Int", ["if n > 5:", "  return n * 10", "n + 1"]],
  ["Int?", ["if n > 5:", "  return null", "n"]],
  ["Int", ["if n > 5:", "  1", "else:", "  return 2"]],
  ["Int", ["match n:", "  1 -> 10", "  _ -> 20"]],
  ["Unit", ["if n > 5:", "  return", "assert(true)"]],
  ["Int?", ["if n > 5:", "  return null", 'm["a"]']],
];
for (const [type, lines] of typed) {
  test(`a task of type ${type}: ${lines.join(" / ")}`, () => {
    assert.equal(taskOf(type, ...lines), []);
    assert.is(taskOf("Map<String, Bytes>", ...lines).length, 1);
  });
}

const incompatible: readonly (readonly [readonly string[], string])[] = [
  [["if n > 5:", '  return "x"', "n + 1"], "4:7"],
  [["if n > 5:", "  return 1"], "4:7"],
  [["match n:", "  1 -> 10", '  _ -> "x"'], "5:12"],
  [["if n > 5:", "  1", "else:", '  "x"'], "6:7"],
];
for (const [lines, place] of incompatible) {
  test(`ends that do not fit: ${lines.join(" / ")}`, () => assert.equal(taskOf("Int", ...lines), [place]));
}

test("a return in a task is not that of the function", () => {
  assert.equal(
    placesOf("fn f() -> String:", "  let t = spawn:", "    return 1", '  return "${await t}"'),
    [],
  );
});

test("an error leaves a task with the result of the function", () => {
  const head = ["type E:", "  m: String", "fn g() -> Int!E:", "  return 1"];
  const body = ["  let t = spawn:", "    g() ?!", "  let v: Int = await t"];
  assert.equal(placesOf(...head, "fn f() -> Unit!E:", ...body), []);
  assert.equal(placesOf(...head, "fn f():", ...body), ["7:5"]);
});

test("the value at the end of a task is a return; a missing key is null where the task gives an option", () => {
  const lines = [
    "fn f(m: Map<String, Int>):",
    "  let t = spawn:",
    '    if m["a"] == null:',
    "      return null",
  ];
  const text = printed("infer-types", ...lines, '    m["b"]', "  let v = await t");
  assert.not.match(text, "(Index false");
});

test("await takes a task", () => {
  assert.equal(messagesOf("fn f():", "  let x = await 5"), [
    '2:11 "await" takes a task, which "spawn" makes, but this is of type Int',
  ]);
  assert.equal(placesOf("fn f():", "  let x: Int = await nope"), ["2:22"]);
});

test("a box counts as its content", () => {
  assert.equal(
    placesOf(
      "fn f():",
      "  var b = box [1, 2]",
      "  for x in b:",
      "    let n: Int = x",
      "  let same: List<Int> = box b",
      "  b = [3]",
      "  let o: List<Int?> = box [1, null]",
    ),
    [],
  );
  assert.equal(placesOf("fn f():", "  var b = box 1", '  b = "x"'), ["3:7"]);
});

test.run();
