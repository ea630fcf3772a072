// `==` and `<` of values of unknown type (03, 3.2); of statically typed ones only what these share.

import { DEPTH, depthPanic, type Failure, typeError } from "./failures.ts";
import { Dict, describe, Float, isInt, kindOf, List, Result, Struct, type Value, Variant } from "./values.ts";

interface Pair {
  readonly left: Value;
  readonly right: Value;
  readonly depth: number;
}

/** Whether two values are equal; a failure where they cannot be compared, a panic where they are nested too deep. */
export const equal = (left: Value, right: Value): boolean => {
  const pending: Pair[] = [{ left, right, depth: 0 }];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const inner = compare(pair.left, pair.right);
    if (inner === false) return false;
    if (inner === true) continue;
    if (pair.depth >= DEPTH) throw depthPanic("comparison of values nested");
    for (let i = inner.length - 1; i >= 0; i--) {
      const [innerLeft, innerRight] = inner[i]!;
      pending.push({ left: innerLeft, right: innerRight, depth: pair.depth + 1 });
    }
  }
  return true;
};

type Members = readonly (readonly [Value, Value])[];

/** Whether they are equal, or the members by which that is decided, in order. */
const compare = (a: Value, b: Value): boolean | Members => {
  if (a === null || b === null) return a === b;
  const x = numberOf(a);
  const y = numberOf(b);
  if (x !== undefined && y !== undefined) return isInt(a) && isInt(b) ? a === b : x === y;
  if (kindOf(a) !== kindOf(b)) throw incomparable(a, b);
  if (typeof a !== "object") return a === b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return bytesEqual(a, b);
  if (a instanceof List && b instanceof List) return zip(a.items, b.items);
  if (a instanceof Dict && b instanceof Dict) return mapMembers(a, b);
  if (a instanceof Result && b instanceof Result) return a.isOk === b.isOk && [[a.content, b.content]];
  if (a instanceof Struct && b instanceof Struct && a.type.id === b.type.id) return zip(a.values, b.values);
  if (a instanceof Variant && b instanceof Variant && a.type.id === b.type.id)
    return a.tag === b.tag && zip(a.payload, b.payload);
  throw incomparable(a, b);
};

const incomparable = (a: Value, b: Value): Failure =>
  typeError(`cannot compare ${describe(a)} with ${describe(b)}`);

const zip = (left: readonly Value[], right: readonly Value[]): boolean | Members =>
  left.length === right.length && left.map((value, i) => [value, right[i]] as const);

/** In the order of the left map. A key that the right one lacks ends the comparison where it stands. */
const mapMembers = (left: Dict, right: Dict): boolean | Members => {
  if (left.keys.length !== right.keys.length) return false;
  const missing = left.keys.findIndex((key) => !right.positions.has(key));
  const common = missing < 0 ? left.keys : left.keys.slice(0, missing);
  const members = common.map((key) => [left.get(key, null), right.get(key, null)] as const);
  return missing < 0 ? members : [...members, [true, false]];
};

export const bytesEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The nearest double of a number, undefined for anything else. */
export const numberOf = (value: Value): number | undefined =>
  isInt(value) ? Number(value) : value instanceof Float ? value.value : undefined;

/** The order of two numbers, NaN if one of them is; a failure for anything else. */
export const order = (a: Value, b: Value): number => {
  if (isInt(a) && isInt(b)) return a < b ? -1 : a > b ? 1 : 0;
  const x = numberOf(a);
  const y = numberOf(b);
  if (x === undefined || y === undefined) throw typeError(`cannot order ${describe(a)} and ${describe(b)}`);
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
};
