// Operations on values of unknown type: each tests what it meets (03, sections 3 to 6).

import { equal, numberOf, order } from "./equality.ts";
import { Failure, memoryPanic, typeError } from "./failures.ts";
import { floatSpan, isBound } from "./float.ts";
import * as int from "./int.ts";
import { textOf } from "./text.ts";
import {
  Dict,
  describe,
  Float,
  type Int,
  isInt,
  List,
  Result,
  Struct,
  share,
  type Value,
  Variant,
  writable,
} from "./values.ts";

export { equal, order };

interface Arithmetic {
  readonly sign: string;
  readonly ints: (a: Int, b: Int) => Int;
  /** Absent where Floats have no such operation. */
  readonly floats?: (a: number, b: number) => number;
}

const arithmetic =
  ({ sign, ints, floats }: Arithmetic) =>
  (a: Value, b: Value): Value => {
    if (isInt(a) && isInt(b)) return ints(a, b);
    const x = numberOf(a);
    const y = numberOf(b);
    if (floats && x !== undefined && y !== undefined) return new Float(floats(x, y));
    throw typeError(`cannot apply ${sign} to ${describe(a)} and ${describe(b)}`);
  };

const addNumbers = arithmetic({ sign: "+", ints: int.add, floats: (a, b) => a + b });

/** `+`: of numbers, of a String and anything, of two lists. */
export const add = (a: Value, b: Value): Value => {
  if (typeof a === "string" || typeof b === "string") return textOf(a) + textOf(b);
  return a instanceof List && b instanceof List ? concat(a, b) : addNumbers(a, b);
};
export const sub = arithmetic({ sign: "-", ints: int.sub, floats: (a, b) => a - b });
export const mul = arithmetic({ sign: "*", ints: int.mul, floats: (a, b) => a * b });
export const div = arithmetic({ sign: "/", ints: int.div, floats: (a, b) => a / b });
export const rem = arithmetic({ sign: "%", ints: int.rem });

export const neg = (a: Value): Value => {
  if (isInt(a)) return int.neg(a);
  if (a instanceof Float) return new Float(-a.value);
  throw typeError(`cannot apply - to ${describe(a)}`);
};

/** A new list: the items of the left one, then those of the right one. */
export const concat = (left: List, right: List): List => left.append(right);

const rangeError = (message: string): Failure => new Failure("runtime_range_error", message);

/** A failure unless there is a range from `low` to `high`. */
export const checkRange = (low: Int | number, high: Int | number): void => {
  if (low > high) throw rangeError(`range ${low}..${high} runs backwards`);
};

export const intRange = (low: Int, high: Int): List => {
  checkRange(low, high);
  return new List(int.span(low, high));
};

/** A failure unless there is a range between these Floats. */
export const checkBounds = (low: number, high: number): void => {
  if (!isBound(low) || !isBound(high))
    throw rangeError("a bound of a range must be a finite number within 2^53");
  checkRange(low, high);
};

export const floatRange = (low: number, high: number): List => {
  checkBounds(low, high);
  if (high - low >= 2 ** 26) throw memoryPanic();
  return new List(Array.from(floatSpan(low, high), (value) => new Float(value)));
};

/** `a..b` of whatever values. */
export const range = (low: Value, high: Value): List => {
  if (isInt(low) && isInt(high)) return intRange(low, high);
  const x = numberOf(low);
  const y = numberOf(high);
  if (x === undefined || y === undefined)
    throw rangeError(`a range needs numbers, got ${describe(low)} and ${describe(high)}`);
  return floatRange(x, y);
};

/** A condition, or an operand of `and`, `or`, `!`. */
export const bool = (value: Value): boolean => {
  if (typeof value === "boolean") return value;
  throw typeError(`expected Bool, got ${describe(value)}`);
};

const nullAccess = (what: string): Failure => new Failure("runtime_null_access", `${what} of null`);

/** The number of a field that a program may read; -1 if there is none. */
export const fieldIndex = (base: Value, name: string): number =>
  base instanceof Struct && base.type.id !== OPAQUE ? base.type.fields.indexOf(name) : -1;

/** The id of the struct whose message only its text form shows (02, 2.2). */
const OPAQUE = "built-in:Error";

export const field = (base: Value, name: string): Value => {
  if (base === null) throw nullAccess(`member ${name}`);
  const index = fieldIndex(base, name);
  if (base instanceof Struct && index >= 0) return base.values[index];
  throw new Failure("runtime_field_access", `${describe(base)} has no field ${name}`);
};

/** The item of a list; an index it does not have is a failure. */
export const item = (list: List, index: Int): Value => list.at(position(list, index));

/** The index as a position in the list, or the failure. */
export const position = ({ length }: Pick<List, "length">, index: Int): number => {
  if (typeof index === "number" && index >= 0 && index < length) return index;
  throw new Failure("runtime_index_bounds", `index ${index} out of bounds (length ${length})`);
};

/** An index that must be an Int. */
export const indexOf = (index: Value): Int => {
  if (isInt(index)) return index;
  throw invalidIndex("an Int index", index);
};

/** The value of a key of a map; a key it does not have is a failure. */
export const readKey = (map: Dict, key: string): Value => {
  const at = map.positions.get(key);
  if (at !== undefined) return map.values[at];
  throw new Failure("runtime_null_access", `the map has no key ${key}`);
};

/** A key that must be a String. */
export const keyOf = (key: Value): string => {
  if (typeof key === "string") return key;
  throw invalidIndex("a String key", key);
};

const invalidIndex = (expected: string, got: Value): Failure =>
  new Failure("runtime_invalid_index", `expected ${expected}, got ${describe(got)}`);

/** `base[index]`: a key that a map lacks gives null. */
export const index = (base: Value, at: Value): Value => {
  if (base instanceof List) return item(base, indexOf(at));
  if (base instanceof Dict) return base.get(keyOf(at), null);
  if (base === null) throw nullAccess("index");
  throw typeError(`cannot index ${describe(base)}`);
};

/**
 * A list or map with the value at an index that it has, or at a key: itself where it is alone and `inPlace`, else a
 * copy. Anything else has no such part (03, 4.1).
 */
export const putItem = (base: Value, at: Value, value: Value, inPlace = false): Value => {
  if (base instanceof List) {
    const index = position(base, indexOf(at));
    const list = inPlace ? writable(base) : base.copy();
    list.set(index, share(value));
    return list;
  }
  if (base instanceof Dict) {
    const key = keyOf(at);
    const map = inPlace ? writable(base) : base.copy();
    map.put(key, share(value));
    return map;
  }
  throw noPart(base);
};

/** The failure of an assignment whose path leads through a value that has no such part. */
export const noPart = (base: Value): Failure =>
  new Failure("runtime_invalid_assignment_target", `${describe(base)} has no such part to assign`);

/** What a loop visits: the items of a list, the values of a map. */
export const itemsOf = (value: Value): List => {
  if (value instanceof List) return value;
  if (value instanceof Dict) return new List(value.values.map(share));
  throw typeError(`cannot loop over ${describe(value)}`);
};

/** Whether it is an enum value whose enum declares a variant of this name. */
export const declares = (value: Value, name: string): boolean =>
  value instanceof Variant && value.type.variants.includes(name);

/** Whether it is this variant, or this side of a Result, or Some, with so many payload values. */
export const isVariant = (value: Value, name: string, count: Int): boolean => {
  if (value instanceof Variant && value.type.variants.includes(name))
    return value.type.variants[value.tag] === name && value.payload.length === count;
  if (name === "Some") return value !== null && count === 1;
  return value instanceof Result && name === (value.isOk ? "Ok" : "Err") && count === 1;
};

/** The payload value of what `isVariant` has accepted; what is neither enum nor Result is the content of Some. */
export const payload = (value: Value, at: Int): Value => {
  if (value instanceof Variant) return value.payload[Number(at)];
  return value instanceof Result ? value.content : value;
};

/** The id of the struct or enum that it is a value of, or the empty text. */
export const nominal = (value: Value): string =>
  value instanceof Struct || value instanceof Variant ? value.type.id : "";
