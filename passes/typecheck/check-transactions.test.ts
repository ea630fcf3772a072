// Tests of check-transactions.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "./testing.ts";

/** What is wrong with a transaction of these lines; the first is line 8. */
const transaction = (...lines: readonly string[]): readonly string[] =>
  placesOf(
    "requires db",
    "fn inner() -> Int:",
    "  return 1",
    "fn f(n: Int):",
    "  let started = spawn:",
    "    1",
    "  transaction:",
    ...lines.map((line) => `    ${line}`),
    "  await started",
  );

const accepted: readonly (readonly string[])[] = [
  ['db.exec("x")', "let a = inner()"],
  ["transaction:", '  db.exec("x")'],
  ["match n:", "  1:", "    inner()", "  _:", "    n + 1"],
];
for (const lines of accepted)
  test(`allowed: ${lines.join(" / ")}`, () => assert.equal(transaction(...lines), []));

const rejected: readonly (readonly [readonly string[], string])[] = [
  [["return"], "8:5"],
  [["match n:", "  _:", "    return"], "10:9"],
  [["let v = await started"], "8:13"],
  [["for i in [1]:", "  break"], "9:7"],
  [["while true:", "  if n > 1:", "    continue"], "10:9"],
  [["break"], "8:5"],
];
for (const [lines, place] of rejected) {
  test(`forbidden: ${lines.join(" / ")}`, () => assert.equal(transaction(...lines), [place]));
}

test("an arrow returns, a value at the end does not", () => {
  assert.equal(
    placesOf(
      "requires db",
      "fn f(n: Int) -> Int:",
      "  transaction:",
      "    match n:",
      "      1 -> 10",
      "      _:",
      "        20",
    ),
    ["5:12"],
  );
});

test("a task in a transaction is forbidden, and not awaited", () => {
  assert.equal(placesOf("requires db", "fn f():", "  transaction:", "    let t = spawn:", "      1"), [
    "4:13",
    "4:13",
  ]);
});

test("the module declares db and nothing else", () => {
  assert.equal(placesOf("fn f():", "  transaction:", '    print("x")'), ["2:3"]);
  assert.equal(messagesOf("requires db, network", "fn f():", "  transaction:", '    let r = http.get("x")'), [
    '3:3 a module with a "transaction" may declare db alone, and this one declares network as well; move the transaction, or what needs network, into a module of its own',
    '4:13 a "transaction" may use the capability db alone, and this uses network, which nothing rolls back; do it before or behind the transaction',
  ]);
});

test.run();
