// The type in which two values are compared (02, 2.7.2): the one that holds the values of both.

import {
  FLOAT,
  INT,
  list,
  map,
  option,
  plain,
  result,
  STRING,
  type Type,
  UNKNOWN,
  union,
} from "../../ir/types.ts";

/** Refinements do not matter; where a part of one side is of unknown type, so is that of the comparison. */
export const comparisonType = (left: Type, right: Type): Type => {
  const a = plain(left);
  const b = plain(right);
  if (a.kind === "Option" || b.kind === "Option") return optional(a, b);
  if (a.kind === "Never" || a === b) return b;
  if (b.kind === "Never") return a;
  if (a.kind === "List" && b.kind === "List") return list(comparisonType(a.item, b.item));
  if (a.kind === "Map" && b.kind === "Map") return map(a.of, comparisonType(a.value, b.value));
  if (a.kind === "Result" || b.kind === "Result") return fallible(a, b);
  if (isNumber(a) && isNumber(b)) return FLOAT;
  if (isText(a) && isText(b)) return STRING;
  if (isError(a) && isError(b)) return union([a, b]);
  return UNKNOWN;
};

const optional = (a: Type, b: Type): Type => {
  if (a.kind === "Unknown" || b.kind === "Unknown") return UNKNOWN;
  // `null` is of type `_?`
  const [first, second] = [inner(a), inner(b)];
  if (first.kind === "Unknown") return option(second);
  return second.kind === "Unknown" ? option(first) : option(comparisonType(first, second));
};

const inner = (type: Type): Type => (type.kind === "Option" ? type.inner : type);

const fallible = (a: Type, b: Type): Type => {
  if (a.kind === "Unknown" || b.kind === "Unknown") return UNKNOWN;
  if (a.kind !== "Result" || b.kind !== "Result") {
    const whole = a.kind === "Result" ? a : b;
    return whole.kind === "Result" ? result(comparisonType(okOf(a), okOf(b)), whole.error) : UNKNOWN;
  }
  return result(comparisonType(a.ok, b.ok), a.error === b.error ? a.error : union([a.error, b.error]));
};

const okOf = (type: Type): Type => (type.kind === "Result" ? type.ok : type);

const isNumber = (type: Type): boolean => type === INT || type === FLOAT;
const isText = ({ kind }: Type): boolean => kind === "String" || kind === "Id" || kind === "Email";
const isError = ({ kind }: Type): boolean => kind === "Struct" || kind === "Enum" || kind === "Union";
