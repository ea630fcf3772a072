// Int arithmetic, in place and checked.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, functionText, moduleOf, printed } from "./testing.ts";

const app = ['app "a":', "  print(f(1, 2))"];
/** A parameter keeps constants from being folded. */
const same = ["fn same(n: Int) -> Int:", "  if n == 77: return same(n - 1)", "  return n"];
const most = "same(9223372036854775807)";

test("a sum overflows if its sign is neither operand's", () => {
  const program = moduleOf(["fn f(a: Int, b: Int) -> Int:", "  return a + b", ...app]);
  assert.equal(functionText("f", program), [
    "(local.set $t.0 (i64.add (local.get $a#0) (local.get $b#1)))",
    "(if",
    "  (i64.lt_s",
    "    (i64.and",
    "      (i64.xor (local.get $a#0) (local.get $t.0))",
    "      (i64.xor (local.get $b#1) (local.get $t.0)))",
    "    (i64.const 0))",
    "  (then",
    "    (call $panic_overflow (i32.const 1))",
    "    (unreachable)))",
    "(return (local.get $t.0))",
  ]);
});

test("with a constant, a comparison says so", () => {
  const program = moduleOf(["fn f(a: Int, b: Int) -> Int:", "  return a - 3", ...app]);
  assert.ok(functionText("f", program).includes("(if (i64.gt_s (local.get $t.0) (local.get $a#0))"));
});

test("factors of 32 bits need no test of the product", async () => {
  const wide = await printed(
    same,
    "print(same(3037000500) * same(3037000499))",
    "print(same(-3000000000) * same(3000000000))",
    "print(same(-9223372036854775807) * same(1))",
  );
  assert.equal(wide, ["9223372033963249500", "-9000000000000000000", "-9223372036854775807"]);
  assert.is(await failure(same, "print(same(3037000500) * same(3037000500))"), "integer overflow");
});

test("division truncates; the remainder has the sign of the dividend", async () => {
  const quotients = await printed(
    same,
    "print(same(-7) / same(2))",
    "print(same(-7) % same(2))",
    "print(same(-7) / 2)",
    "print(same(7) % -2)",
    `print(${most} / 1000)`,
    `print(${most} % 1000)`,
  );
  assert.equal(quotients, ["-3", "-1", "-3", "1", "9223372036854775", "807"]);
});

test("what has no Int as its result is a panic", async () => {
  const least = `same(-1) - ${most}`;
  for (const operation of [`${most} + 1`, `${least} - same(1)`, `-(${least})`, `(${least}) / same(-1)`]) {
    assert.is(await failure(same, `print(${operation})`), "integer overflow", operation);
  }
  assert.is(await failure(same, `print((${least}) % -1)`), "integer overflow");
  assert.is(await failure(same, "print(1 / same(0))"), "division by zero");
  assert.is(await failure(same, "print(1 % same(0))"), "division by zero");
});

test.run();
