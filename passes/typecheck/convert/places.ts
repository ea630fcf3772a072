// Entering a place: the one node that a value gets when its type is not that of its place.

import { hasConstraints, holdsUnknown, plain, type Type } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import type { Expr } from "./context.ts";

/** The value, of the type of the place. */
export const into = (type: Type, value: Expr): Expr => {
  if (value.type === type) return value;
  return retyped(type, value) ?? { kind: "Convert", at: value.at, type, value };
};

/** A literal of nothing has whatever type its place wants. */
const retyped = (type: Type, value: Expr): Expr | null => {
  if (value.kind === "Null" && type.kind === "Option") return { kind: "Null", at: value.at, type };
  if (value.kind === "List" && value.items.length === 0 && type.kind === "List") {
    return { kind: "List", at: value.at, type, items: [] };
  }
  if (value.kind === "Map" && value.entries.length === 0 && type.kind === "Map") {
    return { kind: "Map", at: value.at, type, entries: [] };
  }
  return null;
};

/** An operand: a refined value counts as its base. */
export const operand = (value: Expr): Expr => into(plain(value.type), value);

/** An index or key: one of unknown type is tested by the operation, with a failure of its own (03, 3.6). */
export const indexInto = (type: Type, index: Expr): Expr =>
  isUnknown(index.type) ? index : into(type, index);

/**
 * The value of a field of a struct literal (03, 8.1): validated where its type says more than a known value's, or
 * where the value is not known; `path` is `Type.field`.
 */
export const fieldInto = (type: Type, path: string, value: Expr): Expr => {
  const empty = retyped(type, value);
  if (empty) return empty;
  const unsure = value.type !== type && holdsUnknown(value.type);
  return unsure || hasConstraints(type)
    ? { kind: "Validate", at: value.at, type, path, value }
    : into(type, value);
};
