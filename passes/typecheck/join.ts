// The join of two types (chapter 2.4): the type of what may be of either.

import { holdsUnknown, list, map, option, result, type Type } from "../../ir/types.ts";
import { fits, isUnknown, unboxed, unknownFrom } from "../compatibility.ts";

/** The type that values of both types have, or null if they are incompatible. */
export const join = (first: Type, second: Type): Type | null => {
  const [left, right] = [unboxed(first), unboxed(second)];
  if (left === right) return left;
  if (isUnknown(left)) return isUnknown(right) ? unknownFrom(left, right) : right;
  if (isUnknown(right)) return left;
  if (isNull(right)) return option(left);
  if (isNull(left)) return option(right);
  if (fits(right, left)) return complete(left, right);
  if (fits(left, right)) return complete(right, left);
  return null;
};

/** The type of `left ?? right`, or null if they are incompatible. */
export const coalesced = (left: Type, right: Type): Type | null => {
  const content = unboxed(left);
  const value = content.kind === "Option" ? content.inner : content;
  return isUnknown(value) || isUnknown(right) ? unknownFrom(value, right) : join(value, right);
};

const isNull = (type: Type): boolean => type.kind === "Option" && isUnknown(type.inner);

/** `wide`, with what it leaves unknown taken from `narrow`: `List<_>` and `List<Int>` give `List<Int>`. */
const complete = (wide: Type, narrow: Type): Type => {
  if (isUnknown(wide)) return narrow;
  if (wide === narrow || !holdsUnknown(wide)) return wide;
  switch (wide.kind) {
    case "List":
      return narrow.kind === "List" ? list(complete(wide.item, narrow.item)) : wide;
    case "Map":
      return narrow.kind === "Map"
        ? map(complete(wide.of, narrow.of), complete(wide.value, narrow.value))
        : wide;
    case "Option":
      return option(complete(wide.inner, narrow.kind === "Option" ? narrow.inner : narrow));
    case "Result":
      return result(complete(wide.ok, narrow.kind === "Result" ? narrow.ok : narrow), wide.error);
    default:
      return wide;
  }
};
