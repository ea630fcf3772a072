// Values that are not in use at the same time share the registers of the machine.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { allocateRegisters } from "./allocate-registers.ts";
import { linearFunction, linesOf, passed } from "./testing.ts";

const allocated = (params: string, ...lines: readonly string[]) => {
  const { code, numbers, references } = passed(allocateRegisters, linearFunction(params, ...lines));
  return { lines: linesOf(code), numbers, references };
};

test("what is read last gives its register to what is written", () => {
  assert.equal(allocated("i0", "const.int n5 1", "int.add n6 n0 n5", "return.int n6"), {
    lines: ["const.int n1 1", "int.add n1 n0 n1", "return.int n1"],
    ...{ numbers: 2, references: 0 },
  });
});

test("parameters are the first of their files", () => {
  const { lines } = allocated("r4 i7 r5", "list.append_int r6 r5 n7", "drop r4", "return.reference r6");
  assert.equal(lines, ["list.append_int r1 r1 n0", "drop r0", "return.reference r1"]);
});

test("a register of an Int never serves for another number", () => {
  const { lines, numbers } = allocated("i0", "int.to_float n1 n0", "float.neg n2 n1", "return.number n2");
  assert.equal(lines, ["int.to_float n1 n0", "float.neg n1 n1", "return.number n1"]);
  assert.is(numbers, 2);
});

test("a copy gets the register of the original where it can", () => {
  const { lines } = allocated("r0 r1", "dup r1", "move.reference r2 r0", "unique r2", "return.reference r2");
  assert.equal(lines, ["dup r1", "unique r0", "return.reference r0"]);
});

test("what is there before a loop stays until the loop is left", () => {
  const { lines } = allocated(
    "i0 i1",
    ...["0:", "int.mul n2 n1 n1", "int.add n3 n2 n0", "jump.int_lt_k n3 9 ->0", "return.nothing"],
  );
  assert.equal(lines.slice(1, 3), ["int.mul n2 n1 n1", "int.add n2 n2 n0"]);
});

test("what the test at the bottom makes stays for the round", () => {
  const { lines } = allocated(
    "r0",
    ...["jump ->1", "0:", "const.int n1 3", "int.text r2 n1", "int.text r3 n4"],
    ...["1:", "list.length n4 r0", "jump.int_lt_k n4 9 ->0", "return.nothing"],
  );
  const [made, other] = ["list.length n0 r0", "const.int n1 3"];
  assert.ok(lines.includes(made!) && lines.includes(other!), lines.join("; "));
});

test.run();
