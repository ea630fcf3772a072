// Steps into structs and lists that one instruction can take together.

import type { Opcode } from "../../ir/opcodes.ts";
import type { Operand, Operation, Step } from "../../ir/operands.ts";
import { type Combination, isBetween } from "./combining.ts";

/** An instruction that takes steps: `get_reference`, `get_int`, `part`, `set_int` … of a struct, a list or along a path. */
interface Access {
  readonly action: string;
  readonly base: Operand;
  readonly steps: readonly Step[];
}

const accessOf = ({ op, operands }: Operation): Access | null => {
  const [container, action] = op.split(".") as [string, string | undefined];
  if (!action || !/^(get|part|set)/.test(action)) return null;
  const [base, place] = action.startsWith("set") ? operands : operands.slice(1);
  switch (container) {
    case "field":
      return { action, base: base!, steps: [{ field: place as number }] };
    case "list":
      return { action, base: base!, steps: [{ item: place as number }] };
    case "path":
      return { action, base: base!, steps: place as readonly Step[] };
    default:
      return null;
  }
};

/** An instruction has one position: at most one of its steps can fail. */
const canJoin = (steps: readonly Step[]): boolean => steps.filter((step) => "item" in step).length <= 1;

/** The first access gives what the second takes its steps from. */
const pairOf = (first: Operation, second: Operation): readonly [Access, Access] | null => {
  const [outer, inner] = [accessOf(first), accessOf(second)];
  return outer && inner && inner.base === first.operands[0] ? [outer, inner] : null;
};

const getThenGet: Combination = (first, second, uses) => {
  const pair = pairOf(first, second);
  if (!pair || !isBetween(first.operands[0], uses)) return null;
  const [outer, inner] = pair;
  const steps = [...outer.steps, ...inner.steps];
  if (outer.action !== "get_reference" || !inner.action.startsWith("get") || !canJoin(steps)) return null;
  return [{ op: `path.${inner.action}` as Opcode, operands: [second.operands[0]!, outer.base, steps] }];
};

const partThenSet: Combination = (first, second, uses) => {
  const pair = pairOf(first, second);
  if (!pair || !isBetween(first.operands[0], uses)) return null;
  const [outer, inner] = pair;
  const steps = [...outer.steps, ...inner.steps];
  if (outer.action !== "part" || !inner.action.startsWith("set") || !canJoin(steps)) return null;
  return [{ op: `path.${inner.action}` as Opcode, operands: [outer.base, steps, second.operands[2]!] }];
};

/** So that a store comes to stand behind the part that it is made in. */
const partThenConstant: Combination = (first, second) =>
  accessOf(first)?.action === "part" && second.op.startsWith("const.") ? [second, first] : null;

/** All of them. */
export const pathCombinations: readonly Combination[] = [getThenGet, partThenSet, partThenConstant];
