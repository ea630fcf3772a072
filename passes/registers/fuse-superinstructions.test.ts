// What several instructions do, one does.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { fuseSuperinstructions } from "./fuse-superinstructions.ts";
import { after, linearFunction, passed } from "./testing.ts";

const fused = (params: string, ...lines: readonly string[]) => after(fuseSuperinstructions, params, ...lines);

test("a comparison is part of the jump that needs it", () => {
  assert.equal(fused("i0 i1", "int.lt n2 n0 n1", "jump.true n2 ->0", "0:"), ["jump.int_lt n0 n1 ->0", "0:"]);
  assert.equal(fused("i0 i1", "int.lt n2 n0 n1", "jump.false n2 ->0", "0:"), ["jump.int_le n1 n0 ->0", "0:"]);
  const float = fused("n0 n1", "float.gt n2 n0 n1", "jump.false n2 ->0", "0:");
  assert.equal(float, ["jump.float_not_lt n1 n0 ->0", "0:"]);
  const negated = fused("r0", "option.is_none n1 r0", "bool.not n2 n1", "jump.true n2 ->0", "0:");
  assert.equal(negated, ["jump.some r0 ->0", "0:"]);
});

test("a comparison whose result is needed again stays", () => {
  const lines = ["int.lt n2 n0 n1", "jump.true n2 ->0", "0:", "return.number n2"];
  assert.equal(fused("i0 i1", ...lines), lines);
});

test("a jump on a constant is made always or never", () => {
  assert.equal(fused("", "0:", "const.bool n0 1", "jump.true n0 ->0"), ["0:", "jump ->0"]);
  assert.equal(fused("", "0:", "const.bool n0 0", "jump.true n0 ->0"), ["0:"]);
});

test("a constant is part of the operation", () => {
  assert.equal(fused("i0", "const.int n1 -7", "int.sub n2 n0 n1"), ["int.sub_k n2 n0 -7"]);
  assert.equal(fused("i0", "const.int n1 7", "int.mul n2 n1 n0"), ["int.mul_k n2 n0 7"]);
  const compared = fused("i0", "const.int n1 2", "int.le n2 n1 n0", "jump.true n2 ->0", "0:");
  assert.equal(compared, ["jump.int_ge_k n0 2 ->0", "0:"]);
});

test("a division by a constant cannot fail, or stays as it is", () => {
  assert.equal(fused("i0", "const.int n1 3", "int.rem n2 n0 n1"), ["int.rem_k n2 n0 3"]);
  assert.equal(fused("i0", "const.int n1 0", "int.rem n2 n0 n1"), ["const.int n1 0", "int.rem n2 n0 n1"]);
});

test("a value is computed where it is moved to", () => {
  const step = fused("i0", "const.int n1 1", "int.add n2 n0 n1", "move.int n0 n2");
  assert.equal(step, ["int.add_k n0 n0 1"]);
  const put = fused("r0 r1 r2", "move.reference r3 r0", "map.put_reference r3 r1 r2", "move.reference r0 r3");
  assert.equal(put, ["map.put_reference r0 r1 r2"]);
});

test("a store makes its container unique by itself", () => {
  const lines = ["unique r0", "const.int n2 5", "list.set_int r0 n1 n2"];
  assert.equal(fused("r0 i1", ...lines), ["const.int n2 5", "list.put_int r0 n1 n2"]);
});

test("steps into structs and at most one list are taken together", () => {
  const read = ["field.get_reference r2 r0 1", "list.get_reference r3 r2 n1", "field.get_int n4 r3 0"];
  assert.equal(fused("r0 i1", ...read), ["path.get_int n4 r0 .1[n1].0"]);
  const twice = ["list.get_reference r2 r0 n1", "list.get_int n3 r2 n1"];
  assert.equal(fused("r0 i1", ...twice), twice);
  const shared = ["field.get_reference r1 r0 1", "field.get_int n2 r1 0", "field.get_int n3 r1 1"];
  assert.equal(fused("r0", ...shared), shared);
});

test("a store along a path makes the parts on it unique", () => {
  const store = [
    "unique r0",
    "list.part r2 r0 n1",
    "field.part r3 r2 0",
    "const.int n4 5",
    "field.set_int r3 1 n4",
  ];
  assert.equal(fused("r0 i1", ...store), ["const.int n4 5", "path.put_int r0 [n1].0.1 n4"]);
});

test("a path has the position of the step that can fail", () => {
  const read = ["field.get_reference r2 r0 1", "list.get_reference r3 r2 n1", "field.get_int n4 r3 0"];
  const [node] = passed(fuseSuperinstructions, linearFunction("r0 i1", ...read)).code;
  assert.is(node?.at, 1);
});

test("a loop's step and test are one; the test stays for the first round", () => {
  const loop = [
    "jump ->1",
    "0:",
    "const.int n2 1",
    "int.add n0 n0 n2",
    "1:",
    "int.lt n3 n0 n1",
    "jump.true n3 ->0",
  ];
  assert.equal(fused("i0 i1", ...loop), [
    "jump ->1",
    "0:",
    "jump.next_lt n0 n1 ->0",
    "1:",
    "jump.int_lt n0 n1 ->0",
  ]);
});

test.run();
