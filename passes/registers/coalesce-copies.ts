// coalesce-copies: a copy that stays what the original is needs no register of its own.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Linear } from "../../ir/register.ts";
import { eachRegister, isMove, withRegisters } from "./instructions.ts";
import { type Lifetime, lifetimesOf } from "./lifetimes.ts";
import type { Instruction, LinearFunction } from "./nodes.ts";

/** By register, the numbers of the instructions that write it, in order. */
const writersIn = ({ params, registers, code }: LinearFunction): readonly (readonly number[])[] => {
  const writers: number[][] = Array.from({ length: registers }, () => []);
  for (const { register } of params) writers[register]!.push(-1);
  for (const [i, node] of code.entries()) {
    if (node.kind === "Label") continue;
    eachRegister(node.operation, (register, access) => {
      if (access !== "read") writers[register]!.push(i);
    });
  }
  return writers;
};

/** Whether one of the instructions, in order, writes while the other register is in use; found by halving. */
const isWrittenIn = ({ start, end }: Lifetime, writers: readonly number[]): boolean => {
  let low = 0;
  let high = writers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (2 * writers[middle]! + 1 < start) low = middle + 1;
    else high = middle;
  }
  return low < writers.length && 2 * writers[low]! + 1 <= end;
};

/** By register, the one that serves in its place; a copy of a copy is one of the first original. */
const originalsIn = (fn: LinearFunction): readonly number[] => {
  const lifetimes = lifetimesOf(fn);
  const writers = writersIn(fn);
  const originals = lifetimes.map((_, register) => register);
  for (const node of fn.code) {
    if (node.kind === "Label" || !isMove(node.operation)) continue;
    const [copy, from] = node.operation.operands as readonly [number, number];
    const lifetime = lifetimes[copy];
    const original = originals[from]!;
    const isLasting = lifetime && writers[copy]!.length === 1 && !isWrittenIn(lifetime, writers[original]!);
    if (isLasting) originals[copy] = original;
  }
  return originals;
};

const coalesced = (fn: LinearFunction): LinearFunction => {
  const originals = originalsIn(fn);
  const code = fn.code.flatMap((node): readonly Instruction[] => {
    if (node.kind === "Label") return [node];
    const operation = withRegisters(node.operation, (register) => originals[register]!);
    return isMove(operation) && operation.operands[0] === operation.operands[1]
      ? []
      : [{ ...node, operation }];
  });
  return { ...fn, code };
};

export const coalesceCopies = pass({
  name: "coalesce-copies",
  purpose: "Uses the register of a value in place of that of its copy.",
  from: Linear,
  to: Linear,
  optional: true,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(coalesced) }),
});
