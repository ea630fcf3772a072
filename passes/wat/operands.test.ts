// inline-operands and simplify-instructions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { inlineOperands } from "./inline-operands.ts";
import { lowerToWat } from "./lower-to-wat.ts";
import { simplifyInstructions } from "./simplify-instructions.ts";
import { functionText, moduleOf } from "./testing.ts";

const lines = ["fn f(n: Int) -> Int:", "  var i = 0", "  while i < n:", "    i = g(i)", "  return i"];
const more = ["fn g(n: Int) -> Int:", "  if n == 77: return g(n)", "  return n", 'app "a":', "  print(f(1))"];
const textOf = (...passes: Parameters<typeof moduleOf>[1] & object): readonly string[] =>
  functionText("f", moduleOf([...lines, ...more], [lowerToWat, ...passes]));

test("a condition that is used once becomes an operand", () => {
  const before = textOf();
  assert.ok(before.includes("    (local.set $value#2 (i64.lt_s (local.get $i#1) (local.get $n#0)))"));
  assert.ok(before.includes("    (br_if $leave.0 (i32.eqz (local.get $value#2)))"));
  const after = textOf(inlineOperands);
  assert.ok(after.includes("    (br_if $leave.0 (i32.eqz (i64.lt_s (local.get $i#1) (local.get $n#0))))"));
});

test("a negated comparison is the opposite one, a block that nothing leaves is its body", () => {
  const after = textOf(inlineOperands, simplifyInstructions);
  assert.ok(after.includes("    (br_if $leave.0 (i64.ge_s (local.get $i#1) (local.get $n#0)))"));
  assert.not.ok(after.some((line) => line.includes("$next")));
  assert.ok(textOf().some((line) => line.includes("(block $next")));
});

test.run();
