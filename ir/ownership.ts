// Who owns a value: which operands an operation takes over, and which results stay the property of what they were read
// from. One convention for all backends.

import type { PrimitiveName } from "./primitives.ts";
import { plain, type Type } from "./types.ts";

/** Whether references to values of the type are counted. */
export const isManaged = (type: Type): boolean => {
  const known = plain(type);
  switch (known.kind) {
    case "Unit":
    case "Int":
    case "Float":
    case "Bool":
    case "Never":
      return false;
    case "Option":
      return isManaged(known.inner);
    default:
      return true;
  }
};

/**
 * The operands, by position, that an operation takes over: the reference is its own then, and a list, map or text that
 * nobody else holds is changed in place. It borrows all others.
 */
const taken: Partial<Readonly<Record<PrimitiveName, readonly number[]>>> = {
  "text.concat": [0],
  "list.concat": [0],
  "list.append": [0, 1],
  "map.put": [0, 1, 2],
  "option.some": [0],
  "result.ok": [0],
  "result.err": [0],
  "union.as": [0],
  "union.of": [0],
  "json.put_text": [0],
  "json.put_unknown": [0],
  "box.make": [0],
  "box.put": [1],
  "unknown.of": [0],
  "unknown.as": [0],
  "unknown.add": [0],
  "unknown.items": [0],
  "unknown.put_item": [0, 1, 2],
  "unknown.call": [1],
};

const NONE: readonly number[] = [];

/** The positions of the operands that the operation takes over. */
export const takenOperands = (op: PrimitiveName): readonly number[] => taken[op] ?? NONE;

/** Operations whose result is a part of the first operand, which goes on owning it. */
const projections: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>([
  "list.get",
  "map.get",
  "map.read",
  "map.key_at",
  "map.value_at",
  "option.get",
  "result.ok_value",
  "result.err_value",
  "function.captured",
]);

/** Whether the result of the operation belongs to its first operand. */
export const isProjection = (op: PrimitiveName): boolean => projections.has(op);

/** Projections to the whole content of a wrapper: they may take the wrapper and give the content (`Unwrap`). */
export const unwrappings = ["option.get", "result.ok_value", "result.err_value"] as const;
export type Unwrapping = (typeof unwrappings)[number];
