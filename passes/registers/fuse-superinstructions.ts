// fuse-superinstructions: what several instructions do, one does.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import type { Operation } from "../../ir/operands.ts";
import { Linear } from "../../ir/register.ts";
import { changeInPlace, combinations, stepThenTest } from "./combinations.ts";
import { canFail, type Uses } from "./combining.ts";
import { eachRegister } from "./instructions.ts";
import type { Do, Instruction, LinearFunction } from "./nodes.ts";

/** How often the instructions of a function read and write each register; parameters are written by the call. */
const usesOf = ({ params, registers, code }: LinearFunction): Uses => {
  const reads: number[] = new Array(registers).fill(0);
  const writes: number[] = new Array(registers).fill(0);
  for (const { register } of params) writes[register]!++;
  for (const node of code) {
    if (node.kind === "Label") continue;
    eachRegister(node.operation, (register, access) => {
      if (access !== "write") reads[register]!++;
      if (access !== "read") writes[register]!++;
    });
  }
  return { reads: (register) => reads[register]!, writes: (register) => writes[register]! };
};

/** What can fail keeps its position. */
const placed = (operation: Operation, first: Do, second: Do): Do => ({
  kind: "Do",
  at: canFail(first.operation) ? first.at : second.at,
  operation,
});

/** Adds an instruction to the code, and combines it with what stands there as often as that can be done. */
const append = (code: Instruction[], node: Do, uses: Uses): void => {
  const first = code.at(-1);
  const combined = first?.kind === "Do" ? combinedWith(first, node, uses) : null;
  if (combined) {
    code.pop();
    for (const each of combined) append(code, each, uses);
  } else if (first?.kind === "Label") appendTest(code, node);
  else appendChange(code, node, uses);
};

const combinedWith = (first: Do, second: Do, uses: Uses): readonly Do[] | null => {
  for (const combine of combinations) {
    const combined = combine(first.operation, second.operation, uses);
    if (combined) return combined.map((each) => placed(each, first, second));
  }
  return null;
};

const appendChange = (code: Instruction[], node: Do, uses: Uses): void => {
  const [first, second] = code.slice(-2);
  if (first?.kind === "Do" && second?.kind === "Do") {
    const change = changeInPlace(first.operation, second.operation, node.operation, uses);
    if (change) code.splice(-2, 2, { ...second, operation: change });
    else code.push(node);
  } else code.push(node);
};

/** Behind a label: the test of a loop, with the step in front of the label. */
const appendTest = (code: Instruction[], node: Do): void => {
  const step = code.at(-2);
  const fused = step?.kind === "Do" ? stepThenTest(step.operation, node.operation) : null;
  if (step && fused) code[code.length - 2] = { kind: "Do", at: step.at, operation: fused };
  code.push(node);
};

const fused = (fn: LinearFunction): LinearFunction => {
  const uses = usesOf(fn);
  const code: Instruction[] = [];
  for (const node of fn.code) {
    if (node.kind === "Label") code.push(node);
    else append(code, node, uses);
  }
  return { ...fn, code };
};

export const fuseSuperinstructions = pass({
  name: "fuse-superinstructions",
  purpose: "Does with one instruction what several did.",
  from: Linear,
  to: Linear,
  optional: true,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(fused) }),
});
