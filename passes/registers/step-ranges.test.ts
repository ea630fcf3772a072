// The loop over a range has one instruction for its step.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { stepRanges } from "./step-ranges.ts";
import { after } from "./testing.ts";

/** `for i in i0..i1: i2 = i2 + i`, linearised and fused. */
const loop = [
  ...["const.bool n3 1", "jump ->2", "0:", "int.add n2 n2 n0"],
  ...["1:", "jump.int_ne n0 n1 ->4", "const.bool n3 0", "jump ->5"],
  ...["4:", "int.add_k n0 n0 1", "5:"],
  ...["2:", "jump.true n3 ->0", "3:", "return.int n2"],
];

test("the flag is gone", () => {
  assert.equal(after(stepRanges, "i0 i1 i2", ...loop), [
    ...["0:", "int.add n2 n2 n0", "1:", "jump.step n0 n1 ->0", "3:", "return.int n2"],
  ]);
});

test("a flag that is used elsewhere stays", () => {
  const lines = [...loop, "return.number n3"];
  assert.equal(after(stepRanges, "i0 i1 i2", ...lines), lines);
});

test.run();
