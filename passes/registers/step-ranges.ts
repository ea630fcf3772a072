// step-ranges: the loop over a range has one instruction for its step.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import type { Opcode } from "../../ir/opcodes.ts";
import { Linear } from "../../ir/register.ts";
import { eachRegister } from "./instructions.ts";
import type { Instruction, LinearFunction } from "./nodes.ts";

/**
 * A loop over a range has a flag, because it must not step beyond the last Int. Its code ends like this when
 * instructions are fused, with `flag` read nowhere else, and set to 1 right in front of the jump to the test:
 *
 *     jump.int_ne i last A; const.bool flag 0; jump B
 *     A: int.add_k i i 1
 *     B: test: jump.true flag round
 */
const TAIL: readonly (Opcode | "label")[] = [
  ...(["jump.int_ne", "const.bool", "jump"] as const),
  ...(["label", "int.add_k", "label", "label", "jump.true"] as const),
];

/** What is needed of such a loop; its tail starts at `start`. */
interface RangeLoop {
  readonly start: number;
  readonly flag: number;
  readonly index: number;
  readonly last: number;
  readonly test: number;
  readonly round: number;
}

type Uses = readonly number[];

const usesOf = ({ registers, code }: LinearFunction): Uses => {
  const uses: number[] = new Array(registers).fill(0);
  for (const node of code) {
    if (node.kind === "Do") eachRegister(node.operation, (register) => void uses[register]!++);
  }
  return uses;
};

const kindOf = (node: Instruction | undefined): Opcode | "label" | undefined =>
  node?.kind === "Label" ? "label" : node?.operation.op;
/** The operands, or the label. */
const wordsOf = (node: Instruction): readonly unknown[] =>
  node.kind === "Label" ? [node.label] : node.operation.operands;

const loopAt = (start: number, code: readonly Instruction[], uses: Uses): RangeLoop | null => {
  if (!TAIL.every((kind, i) => kindOf(code[start + i]) === kind)) return null;
  const [unless, clear, leave, step, add, left, test, again] = code
    .slice(start, start + TAIL.length)
    .map(wordsOf) as readonly (readonly number[])[];
  const [index, last] = unless!;
  const [flag, round] = again!;
  const fits =
    unless![2] === step![0] &&
    leave![0] === left![0] &&
    clear![0] === flag &&
    clear![1] === 0 &&
    add![0] === index &&
    add![1] === index &&
    add![2] === 1;
  // the flag: set, cleared, tested
  return fits && uses[flag!] === 3
    ? { start, flag: flag!, index: index!, last: last!, test: test![0]!, round: round! }
    : null;
};

/** Whether the flag is set at `i`, and the jump behind goes to the test. */
const setsFlag = (i: number, { flag, test }: RangeLoop, code: readonly Instruction[]): boolean => {
  const [set, jump] = [code[i], code[i + 1]];
  return (
    set?.kind === "Do" &&
    jump?.kind === "Do" &&
    set.operation.op === "const.bool" &&
    set.operation.operands[0] === flag &&
    set.operation.operands[1] === 1 &&
    jump.operation.op === "jump" &&
    jump.operation.operands[0] === test
  );
};

/** The loops of a function, with the place where each one's flag is set. */
const loopsOf = (fn: LinearFunction): ReadonlyMap<RangeLoop, number> => {
  const uses = usesOf(fn);
  const sets = new Map<unknown, number>();
  const found = new Map<RangeLoop, number>();
  for (const [i, node] of fn.code.entries()) {
    if (kindOf(node) === "const.bool" && wordsOf(node)[1] === 1) sets.set(wordsOf(node)[0], i);
    const loop = loopAt(i, fn.code, uses);
    const set = loop ? sets.get(loop.flag) : undefined;
    if (loop && set !== undefined && setsFlag(set, loop, fn.code)) found.set(loop, set);
  }
  return found;
};

/** The first round comes right behind the place where the flag was set. */
const stepped = (fn: LinearFunction): LinearFunction => {
  const code: (Instruction | null)[] = [...fn.code];
  for (const [{ start, index, last, round }, set] of loopsOf(fn)) {
    code.fill(null, set, set + 2);
    code.fill(null, start, start + TAIL.length);
    const { at } = fn.code[start]!;
    code[start] = { kind: "Do", at, operation: { op: "jump.step", operands: [index, last, round] } };
  }
  return { ...fn, code: code.filter((node) => node !== null) };
};

export const stepRanges = pass({
  name: "step-ranges",
  purpose: "Goes from one round of a loop over a range to the next with one instruction.",
  from: Linear,
  to: Linear,
  optional: true,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(stepped) }),
});
