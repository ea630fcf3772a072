// Int arithmetic: 64 bits, exact, checked; numbers while they are safe, bigints beyond.

import { memoryPanic, Panic } from "./failures.ts";
import type { Int } from "./values.ts";

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

const overflow = (): Panic => new Panic("integer overflow");
const zero = (): Panic => new Panic("division by zero");

/** The canonical Int of an integer that is in range; a panic if it is not. */
export const int = (value: bigint): Int => {
  if (value < MIN || value > MAX) throw overflow();
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

/** Whether an integer is an Int at all. */
export const inRange = (value: bigint): boolean => value >= MIN && value <= MAX;

// A sum, difference or product of safe numbers that is itself safe is exact; `+ 0` turns -0 into 0.

export const add = (a: Int, b: Int): Int => {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return int(BigInt(a) + BigInt(b));
};

export const sub = (a: Int, b: Int): Int => {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return int(BigInt(a) - BigInt(b));
};

export const mul = (a: Int, b: Int): Int => {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return int(BigInt(a) * BigInt(b));
};

/** Truncated toward zero. */
export const div = (a: Int, b: Int): Int => {
  if (b === 0) throw zero();
  if (typeof a === "number" && typeof b === "number") return (a - (a % b)) / b + 0;
  return int(BigInt(a) / BigInt(b));
};

/** With the sign of the dividend. */
export const rem = (a: Int, b: Int): Int => {
  if (b === 0) throw zero();
  if (typeof a === "number" && typeof b === "number") return (a % b) + 0;
  if (b === -1) int(-BigInt(a));
  return int(BigInt(a) % BigInt(b));
};

export const neg = (a: Int): Int => (typeof a === "number" ? 0 - a : int(-a));

/** More items than this are no list that memory holds. */
const LONGEST = 2 ** 26;

/** The items `from`, `from + 1`, … `to`; a panic if they are too many for memory. */
export const span = (from: Int, to: Int): Int[] => {
  const last = Number(sub(to, from));
  if (last >= LONGEST) throw memoryPanic();
  return Array.from({ length: last + 1 }, (_, i) => add(from, i));
};
