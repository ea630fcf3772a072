// number-instructions: jumps go to numbers of instructions, so that labels are not needed.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Allocated, Register, type RegisterGrammar } from "../../ir/register.ts";
import { targetOf, withTarget } from "./instructions.ts";
import type { AllocatedFunction } from "./nodes.ts";

type Numbered = NodeOf<RegisterGrammar, "Instruction">;

const numbered = (fn: AllocatedFunction): NodeOf<RegisterGrammar, "Function"> => {
  const numbers = new Map<number, number>();
  let next = 0;
  for (const node of fn.code) {
    if (node.kind === "Label") numbers.set(node.label, next);
    else next++;
  }
  const code: Numbered[] = [];
  for (const node of fn.code) {
    if (node.kind === "Label") continue;
    const target = targetOf(node.operation);
    const operation =
      target === undefined ? node.operation : withTarget(node.operation, numbers.get(target)!);
    code.push({ kind: "At", at: node.at, number: code.length, operation });
  }
  return { ...fn, code };
};

export const numberInstructions = pass({
  name: "number-instructions",
  purpose: "Replaces labels by the numbers of instructions.",
  from: Allocated,
  to: Register,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(numbered) }),
});
