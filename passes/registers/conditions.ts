// Which jump a comparison becomes, and which jump is the opposite of another.

import type { Opcode } from "../../ir/opcodes.ts";
import type { Operand, Operation } from "../../ir/operands.ts";

/** An opcode, and whether its first two operands are exchanged. */
type Turned = readonly [Opcode, "exchanged"?];

/** For an operation that gives a Bool: the jump if it holds, the jump if it does not. */
const jumps: Partial<Readonly<Record<Opcode, readonly [Turned, Turned]>>> = {
  "bool.not": [["jump.false"], ["jump.true"]],
  "int.eq": [["jump.int_eq"], ["jump.int_ne"]],
  "int.ne": [["jump.int_ne"], ["jump.int_eq"]],
  "int.lt": [["jump.int_lt"], ["jump.int_le", "exchanged"]],
  "int.le": [["jump.int_le"], ["jump.int_lt", "exchanged"]],
  "int.gt": [["jump.int_lt", "exchanged"], ["jump.int_le"]],
  "int.ge": [["jump.int_le", "exchanged"], ["jump.int_lt"]],
  "float.eq": [["jump.float_eq"], ["jump.float_ne"]],
  "float.ne": [["jump.float_ne"], ["jump.float_eq"]],
  "float.lt": [["jump.float_lt"], ["jump.float_not_lt"]],
  "float.le": [["jump.float_le"], ["jump.float_not_le"]],
  "float.gt": [
    ["jump.float_lt", "exchanged"],
    ["jump.float_not_lt", "exchanged"],
  ],
  "float.ge": [
    ["jump.float_le", "exchanged"],
    ["jump.float_not_le", "exchanged"],
  ],
  "text.eq": [["jump.text_eq"], ["jump.text_ne"]],
  "option.is_none": [["jump.none"], ["jump.some"]],
  "result.is_ok": [["jump.ok"], ["jump.err"]],
  "variant.is": [["jump.variant"], ["jump.not_variant"]],
};

const opposites: Partial<Readonly<Record<Opcode, Turned>>> = {
  "jump.true": ["jump.false"],
  "jump.int_eq": ["jump.int_ne"],
  "jump.int_eq_k": ["jump.int_ne_k"],
  "jump.int_lt_k": ["jump.int_ge_k"],
  "jump.int_le_k": ["jump.int_gt_k"],
  "jump.float_eq": ["jump.float_ne"],
  "jump.float_lt": ["jump.float_not_lt"],
  "jump.float_le": ["jump.float_not_le"],
  "jump.text_eq": ["jump.text_ne"],
  "jump.none": ["jump.some"],
  "jump.ok": ["jump.err"],
  "jump.variant": ["jump.not_variant"],
};
const everyOpposite: Partial<Readonly<Record<Opcode, Turned>>> = {
  ...opposites,
  ...Object.fromEntries(Object.entries(opposites).map(([op, [opposite]]) => [opposite, [op]])),
  "jump.int_lt": ["jump.int_le", "exchanged"],
  "jump.int_le": ["jump.int_lt", "exchanged"],
};

const turned = ([op, exchanged]: Turned, [a, b, ...others]: readonly Operand[]): Operation => ({
  op,
  operands: (exchanged ? [b, a, ...others] : [a, b, ...others]).filter((each) => each !== undefined),
});

/** The jump that tests what `test` gives; null if there is none. */
export const jumpOn = ({ op, operands }: Operation, holds: boolean, target: number): Operation | null => {
  const found = jumps[op]?.[holds ? 0 : 1];
  return found ? turned(found, [...operands.slice(1), target]) : null;
};

/** The jump that is made where the given one is not; null if there is none. */
export const oppositeOf = ({ op, operands }: Operation): Operation | null => {
  const found = everyOpposite[op];
  return found ? turned(found, operands) : null;
};
