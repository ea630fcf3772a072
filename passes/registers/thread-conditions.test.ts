// Where a condition was computed in two ways that meet, each way makes the jump by itself.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { after } from "./testing.ts";
import { threadConditions } from "./thread-conditions.ts";

/** `if a and b < c: print(t)`, where 0 is behind `b < c`, 1 behind both ways, 2 behind the whole. */
const both = [
  ...["jump.false n0 ->0", "int.lt n3 n1 n2", "jump ->1"],
  ...["0:", "const.bool n3 0"],
  ...["1:", "jump.false n3 ->2", "const.text r4 t", "2:"],
];

test("each way has a condition of its own", () => {
  assert.equal(after(threadConditions, "n0 i1 i2", ...both), [
    ...["jump.false n0 ->0", "int.lt n5 n1 n2", "jump.false n5 ->2", "jump ->3"],
    ...["0:", "const.bool n3 0"],
    ...["1:", "jump.false n3 ->2", "3:", 'const.text r4 "t"', "2:"],
  ]);
});

test("a condition that is read elsewhere stays", () => {
  const lines = [...both, "return.number n3"];
  assert.equal(after(threadConditions, "n0 i1 i2", ...lines).length, lines.length);
});

test("so does one that a third way comes with", () => {
  const lines = ["jump ->1", ...both];
  assert.equal(after(threadConditions, "n0 i1 i2", ...lines).length, lines.length);
});

test.run();
