// How a value of a type stands in locals, parameters and results: as a list of WebAssembly values.

import { slotOf } from "../../ir/memory.ts";
import { plain, type Type } from "../../ir/types.ts";
import type { WasmType } from "../../ir/wat.ts";

/** One of the values: `suffix` tells it from the others in the names of locals. */
export interface Part {
  readonly suffix: string;
  readonly type: WasmType;
}

const NOTHING: readonly Part[] = [];
const only = (type: WasmType): readonly Part[] => [{ suffix: "", type }];
const INT = only("i64");
const FLOAT = only("f64");
const BOOL = only("i32");
const REFERENCE = only("i32");
const SOME: Part = { suffix: ".some", type: "i32" };
const ERROR: Part = { suffix: ".error", type: "i32" };

const known = new Map<Type, readonly Part[]>();

/**
 * The parts of a value. Options of scalars have a flag in front (0: null), Results the error (0: Ok); the parts behind
 * are 0 then. Other references, options of them, and values of unknown type are one i32 (see `ir/memory.ts`).
 */
export const partsOf = (type: Type): readonly Part[] => {
  const found = known.get(type);
  if (found) return found;
  const parts = represent(plain(type));
  known.set(type, parts);
  return parts;
};

const represent = (type: Type): readonly Part[] => {
  switch (type.kind) {
    case "Unit":
    case "Never":
      return NOTHING;
    case "Int":
      return INT;
    case "Float":
      return FLOAT;
    case "Bool":
      return BOOL;
    case "Option":
      return isFlagged(type) ? [SOME, ...partsOf(type.inner)] : REFERENCE;
    case "Result":
      return [ERROR, ...partsOf(type.ok).map((part) => ({ ...part, suffix: `.ok${part.suffix}` }))];
    default:
      return REFERENCE;
  }
};

/** Whether it is an option whose null is told by a flag: that of a scalar or Unit. */
export const isFlagged = (type: Type): boolean => {
  const option = plain(type);
  if (option.kind !== "Option") return false;
  const slot = slotOf(option.inner);
  return slot === "int" || slot === "float" || slot === "bool" || slot === "unit";
};

/** Whether a value of the type is tagged: a reference, an odd small Int, or 0. */
export const isTagged = (type: Type): boolean => {
  const value = plain(type);
  return value.kind === "Unknown" || (value.kind === "Option" && plain(value.inner).kind === "Unknown");
};

export const wasmTypesOf = (type: Type): readonly WasmType[] => partsOf(type).map((part) => part.type);
