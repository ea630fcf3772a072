// What it takes to do two instructions with one.

import { shapeOf } from "../../ir/opcodes.ts";
import type { Operand, Operation, Step } from "../../ir/operands.ts";

/** What is known of a function's registers. */
export interface Uses {
  readonly reads: (register: number) => number;
  readonly writes: (register: number) => number;
}

/** The instructions that do what two in a row do, of which at most one can fail; null if there are no better ones. */
export type Combination = (first: Operation, second: Operation, uses: Uses) => readonly Operation[] | null;

/** Whether the first instruction makes a value for the second alone. */
export const isBetween = (register: Operand | undefined, { reads, writes }: Uses): register is number =>
  typeof register === "number" && reads(register) === 1 && writes(register) === 1;

/** Whether an instruction can fail: a path only where it leads to an item. */
export const canFail = ({ op, operands }: Operation): boolean => {
  const { fails, operands: shapes } = shapeOf(op);
  const path = shapes.findIndex(({ kind }) => kind === "steps");
  return fails && (path < 0 || (operands[path] as readonly Step[]).some((step) => "item" in step));
};
