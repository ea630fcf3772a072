// Pairs of instructions that one instruction can do.

import { type Opcode, opcodes, shapeOf } from "../../ir/opcodes.ts";
import type { Operation } from "../../ir/operands.ts";
import { type Combination, isBetween, type Uses } from "./combining.ts";
import { jumpOn } from "./conditions.ts";
import { isMove } from "./instructions.ts";
import { pathCombinations } from "./paths.ts";

const compareThenJump: Combination = (first, { op, operands: [condition, target] }, uses) => {
  if ((op !== "jump.true" && op !== "jump.false") || first.operands[0] !== condition) return null;
  if (!isBetween(condition, uses) || shapeOf(first.op).operands[0]?.access !== "write") return null;
  const holds = op === "jump.true";
  if (first.op === "const.bool") {
    return (first.operands[1] === 1) === holds ? [{ op: "jump", operands: [target!] }] : [];
  }
  const jump = jumpOn(first, holds, target as number);
  return jump && [jump];
};

/** With a constant as second operand, and as first one. */
const withConstant: Partial<Readonly<Record<Opcode, readonly [Opcode, Opcode?]>>> = {
  "int.add": ["int.add_k", "int.add_k"],
  "int.sub": ["int.sub_k"],
  "int.mul": ["int.mul_k", "int.mul_k"],
  "int.div": ["int.div_k"],
  "int.rem": ["int.rem_k"],
  "jump.int_eq": ["jump.int_eq_k", "jump.int_eq_k"],
  "jump.int_ne": ["jump.int_ne_k", "jump.int_ne_k"],
  "jump.int_lt": ["jump.int_lt_k", "jump.int_gt_k"],
  "jump.int_le": ["jump.int_le_k", "jump.int_ge_k"],
};

const constantThenUse: Combination = (first, { op, operands }, uses) => {
  const choice = withConstant[op];
  if (first.op !== "const.int" || !choice) return null;
  const [register, constant] = first.operands as readonly [number, number];
  if (!isBetween(register, uses)) return null;
  if ((op === "int.div" || op === "int.rem") && constant <= 0) return null;
  const at = shapeOf(op).operands[0]!.access === "write" ? 1 : 0;
  const [left, right] = [operands[at], operands[at + 1]];
  const found = right === register ? choice[0] : left === register ? choice[1] : undefined;
  if (!found) return null;
  const other = right === register ? left! : right!;
  return [{ op: found, operands: [...operands.slice(0, at), other, constant, ...operands.slice(at + 2)] }];
};

/** A value is computed where it is moved to. */
const computeThenMove: Combination = (first, second, uses) => {
  const [to, from] = second.operands;
  if (!isMove(second) || first.operands[0] !== from || !isBetween(from, uses)) return null;
  return shapeOf(first.op).operands[0]?.access === "write"
    ? [{ op: first.op, operands: [to!, ...first.operands.slice(1)] }]
    : null;
};

const uniqueThenStore: Combination = (first, { op, operands }) => {
  if (first.op !== "unique" || first.operands[0] !== operands[0]) return null;
  const put = op.replace(".set_", ".put_");
  return put !== op && Object.hasOwn(opcodes, put) ? [{ op: put as Opcode, operands }] : null;
};

/** So that a store comes to stand behind `unique`. */
const uniqueThenConstant: Combination = (first, second) =>
  first.op === "unique" && second.op.startsWith("const.") ? [second, first] : null;

/** All of them. */
export const combinations: readonly Combination[] = [
  uniqueThenConstant,
  compareThenJump,
  constantThenUse,
  computeThenMove,
  ...pathCombinations,
  uniqueThenStore,
];

/** `x` is copied, the copy changed, and copied back: the change can be made to `x` itself. */
export const changeInPlace = (
  first: Operation,
  change: Operation,
  last: Operation,
  { reads, writes }: Uses,
): Operation | null => {
  const [copy, original] = first.operands;
  if (!isMove(first) || !isMove(last) || shapeOf(change.op).operands[0]?.access !== "update") return null;
  if (change.operands[0] !== copy || last.operands[0] !== original || last.operands[1] !== copy) return null;
  if (typeof copy !== "number" || reads(copy) !== 2 || writes(copy) !== 2) return null;
  return { op: change.op, operands: [original!, ...change.operands.slice(1)] };
};

/** A step by one and the test behind it, which stays for the first round. */
export const stepThenTest = (step: Operation, test: Operation): Operation | null => {
  const [to, from, by] = step.operands;
  const op: Opcode | null =
    test.op === "jump.int_lt" ? "jump.next_lt" : test.op === "jump.int_le" ? "jump.next_le" : null;
  if (op === null || step.op !== "int.add_k" || to !== from || by !== 1) return null;
  return test.operands[0] === to && test.operands[1] !== to ? { op, operands: test.operands } : null;
};
