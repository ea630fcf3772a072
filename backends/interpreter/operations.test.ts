// operations, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Expr } from "./program.ts";
import * as b from "./testing.ts";

test("operations compute what their names say", () => {
  const { int, float, text, list, map, bool, prim } = b;
  const xs = list(int(5), int(6));
  const m = map({ a: int(1), b: int(2) });
  const ok = prim("result.ok", int(1));
  const point = b.struct("a:Point", int(1));
  const examples: [PrimitiveName, Expr[], string][] = [
    ["int.ge", [int(2), int(2n ** 60n)], "false"],
    ["int.to_float", [int(2n ** 53n + 1n)], "9007199254740992"],
    ["float.div", [float(1), float(0)], "inf"],
    ["float.neg", [float(0)], "-0"],
    ["float.ne", [float(Number.NaN), float(Number.NaN)], "true"],
    ["bool.not", [bool(true)], "false"],
    ["text.concat", [text("a"), text("b")], "ab"],
    ["text.length", [text("é😀")], "2"],
    ["text.matches", [text("abc"), text("b+")], "true"],
    ["text.starts_with", [text("éa"), text("é")], "true"],
    ["text.starts_with", [text("a"), text("ab")], "false"],
    ["list.length", [xs], "2"],
    ["list.get", [xs, int(1)], "6"],
    ["list.concat", [xs, xs], "[5, 6, 5, 6]"],
    ["list.append", [xs, int(7)], "[5, 6, 7]"],
    ["list.range_int", [int(-1), int(1)], "[-1, 0, 1]"],
    ["list.range_float", [float(1), float(2.5)], "[1, 2]"],
    ["range.check_int", [int(1), int(2n ** 63n - 1n)], "()"],
    ["range.check_int", [int(2), int(1)], "runtime_range_error"],
    ["map.get", [m, text("c")], "null"],
    ["map.read", [m, text("b")], "2"],
    ["map.read", [m, text("c")], "runtime_null_access"],
    ["map.key_at", [m, int(1)], "b"],
    ["map.value_at", [m, int(0)], "1"],
    ["map.put", [m, text("a"), int(9)], "{a: 9, b: 2}"],
    ["option.is_none", [prim("option.none")], "true"],
    ["result.is_ok", [ok], "true"],
    ["result.ok_value", [ok], "1"],
    ["union.is", [point, text("a:Point")], "true"],
    ["union.is", [point, text("b:Point")], "false"],
    ["unknown.kind", [int(2n ** 60n)], "Int"],
    ["unknown.kind", [float(2)], "Float"],
    ["unknown.nominal", [point], "a:Point"],
    ["unknown.nominal", [xs], ""],
    ["unknown.le", [int(1), float(Number.NaN)], "false"],
    ["unknown.key", [int(1)], "runtime_invalid_index"],
    ["int.mul", [int(2n ** 62n), int(2)], "panic"],
  ];
  for (const [op, operands, wanted] of examples) {
    const main = b.fn("main", {}, b.print(prim(op, ...operands)));
    const { outcome, printed } = b.runMain(b.program([main], [b.structType("a:Point", "x")]));
    assert.is(outcome.kind === "ended" ? printed : `${b.codeOf(outcome)}\n`, `${wanted}\n`, op);
  }
});

test.run();
