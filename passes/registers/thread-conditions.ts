// thread-conditions: where a condition was computed in two ways that meet, each way makes the jump by itself.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { shapeOf } from "../../ir/opcodes.ts";
import { Linear } from "../../ir/register.ts";
import { eachRegister, targetOf } from "./instructions.ts";
import type { Do, Instruction, LinearFunction } from "./nodes.ts";

/** A label, and behind it the jump that alone reads a condition. */
interface Join {
  readonly jump: Do;
  readonly condition: number;
}

interface Facts {
  readonly code: readonly Instruction[];
  /** By register: how often it is read, and the numbers of the instructions that write it. */
  readonly reads: readonly number[];
  readonly writers: readonly (readonly number[])[];
  /** By label: how many jumps go there. */
  readonly jumps: ReadonlyMap<number, number>;
}

const factsOf = ({ params, registers, code }: LinearFunction): Facts => {
  const reads: number[] = new Array(registers).fill(0);
  const writers: number[][] = Array.from({ length: registers }, () => []);
  const jumps = new Map<number, number>();
  for (const { register } of params) writers[register]!.push(-1);
  for (const [i, node] of code.entries()) {
    if (node.kind === "Label") continue;
    eachRegister(node.operation, (register, access) => {
      if (access !== "write") reads[register]!++;
      if (access !== "read") writers[register]!.push(i);
    });
    const target = targetOf(node.operation);
    if (target !== undefined) jumps.set(target, (jumps.get(target) ?? 0) + 1);
  }
  return { code, reads, writers, jumps };
};

const isConditional = (node: Instruction | undefined): node is Do =>
  node?.kind === "Do" && (node.operation.op === "jump.true" || node.operation.op === "jump.false");

/** Whether the instruction only makes a value: its register may be another one. */
const isWrite = (node: Instruction | undefined): boolean =>
  node?.kind === "Do" && shapeOf(node.operation.op).operands[0]?.access === "write";

const isJumpTo = (label: number, node: Instruction | undefined): boolean =>
  node?.kind === "Do" && node.operation.op === "jump" && node.operation.operands[0] === label;

/** What is in front of the label at `i` comes to it only as one of the writers. */
const joinAt = (i: number, { code, reads, writers, jumps }: Facts): Join | null => {
  const label = code[i]!;
  const jump = code[i + 1];
  if (label.kind !== "Label" || !isConditional(jump)) return null;
  const condition = jump.operation.operands[0] as number;
  const jumping = writers[condition]!.filter((writer) => isJumpTo(label.label, code[writer + 1]));
  const falling = writers[condition]!.filter((writer) => writer + 1 === i);
  const before = code[i - 1];
  const isAlone =
    jumping.length === jumps.get(label.label) &&
    (falling.length === 1 || (before?.kind === "Do" && shapeOf(before.operation.op).ends));
  return isAlone &&
    reads[condition] === 1 &&
    jumping.length + falling.length === writers[condition]!.length &&
    writers[condition]!.every((writer) => isWrite(code[writer]))
    ? { jump, condition }
    : null;
};

/** Each way has a condition of its own from here on. */
const threaded = (fn: LinearFunction): LinearFunction => {
  const { code } = fn;
  const facts = factsOf(fn);
  let { registers } = fn;
  let labels = code.reduce(
    (most, node) => (node.kind === "Label" ? Math.max(most, node.label + 1) : most),
    0,
  );
  const written = [...code] as (Instruction | readonly Instruction[])[];
  for (let i = 0; i < code.length; i++) {
    const join = joinAt(i, facts);
    if (!join) continue;
    const { jump, condition } = join;
    const target = jump.operation.operands[1]!;
    const behind = labels++;
    for (const writer of facts.writers[condition]!) {
      if (code[writer + 1]!.kind === "Label") continue;
      const { at, operation } = code[writer] as Do;
      const own = registers++;
      written[writer] = {
        ...{ kind: "Do", at },
        operation: { op: operation.op, operands: [own, ...operation.operands.slice(1)] },
      };
      written[writer + 1] = [
        { ...jump, operation: { op: jump.operation.op, operands: [own, target] } },
        { kind: "Do", at: jump.at, operation: { op: "jump", operands: [behind] } },
      ];
    }
    written[i + 1] = [jump, { kind: "Label", at: jump.at, label: behind }];
  }
  return { ...fn, registers, code: written.flat() };
};

export const threadConditions = pass({
  name: "thread-conditions",
  purpose: "Lets each way to a condition make the jump by itself.",
  from: Linear,
  to: Linear,
  optional: true,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(threaded) }),
});
