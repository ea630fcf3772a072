// The operations that a compiler computes exactly as a run would: a table by their names.

import type { AnfGrammar } from "../../ir/anf.ts";
import type { FormOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Atom } from "./nodes.ts";

/** What a constant holds: an Int is a bigint, a Float a number. */
export type Constant = bigint | number | boolean | string | null;
/** Undefined: it would fail or panic, or only a run can tell. */
type Compute = (operands: readonly Constant[]) => Constant | undefined;

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

const ints =
  (compute: (a: bigint, b: bigint) => Constant | undefined): Compute =>
  ([a, b]) =>
    compute(a as bigint, b as bigint);
const floats =
  (compute: (a: number, b: number) => Constant | undefined): Compute =>
  ([a, b]) =>
    compute(a as number, b as number);
const texts =
  (compute: (a: string, b: string) => Constant | undefined): Compute =>
  ([a, b]) =>
    compute(a as string, b as string);

/** An Int that leaves the range is a panic, which the run shows. */
const inRange = (value: bigint): bigint | undefined => (value < MIN || value > MAX ? undefined : value);

/** Also `%` panics where the quotient leaves the range (03, 3.1). */
const divisible = (a: bigint, b: bigint): boolean => b !== 0n && !(a === MIN && b === -1n);

/** Texts of Floats whose shortest digits JavaScript writes in the same way (03, 2.1). */
const plainFloat = (value: number): string | undefined => {
  const text = String(value);
  return Object.is(value, -0) || !/^-?[\d.]+$/.test(text) ? undefined : text;
};

/** Longer texts are left to the run, so that a program does not grow by what it computes. */
const LONGEST = 4096;

const computations: { readonly [N in PrimitiveName]?: Compute } = {
  "int.add": ints((a, b) => inRange(a + b)),
  "int.sub": ints((a, b) => inRange(a - b)),
  "int.mul": ints((a, b) => inRange(a * b)),
  "int.div": ints((a, b) => (divisible(a, b) ? a / b : undefined)),
  "int.rem": ints((a, b) => (divisible(a, b) ? a % b : undefined)),
  "int.neg": ints((a) => inRange(-a)),
  "int.eq": ints((a, b) => a === b),
  "int.ne": ints((a, b) => a !== b),
  "int.lt": ints((a, b) => a < b),
  "int.le": ints((a, b) => a <= b),
  "int.gt": ints((a, b) => a > b),
  "int.ge": ints((a, b) => a >= b),
  "int.to_float": ints(Number),
  "int.text": ints(String),

  "float.add": floats((a, b) => a + b),
  "float.sub": floats((a, b) => a - b),
  "float.mul": floats((a, b) => a * b),
  "float.div": floats((a, b) => a / b),
  "float.neg": floats((a) => -a),
  "float.eq": floats((a, b) => a === b),
  "float.ne": floats((a, b) => a !== b),
  "float.lt": floats((a, b) => a < b),
  "float.le": floats((a, b) => a <= b),
  "float.gt": floats((a, b) => a > b),
  "float.ge": floats((a, b) => a >= b),
  "float.text": floats(plainFloat),

  "bool.not": ([a]) => !a,
  "bool.eq": ([a, b]) => a === b,
  "bool.text": ([a]) => String(a),

  "text.concat": texts((a, b) => (a.length + b.length > LONGEST ? undefined : a + b)),
  "text.eq": texts((a, b) => a === b),
  "text.length": texts((a) => BigInt([...a].length)),

  "option.none": () => null,
  "option.is_none": ([a]) => a === null,
};

/** The constant that an operation on these operands gives; undefined where it is left to the run. */
export const folded = (
  { op, at, type }: FormOf<AnfGrammar, "Expr", "Prim">,
  operands: readonly Constant[],
): Atom | undefined => {
  const value = computations[op]?.(operands);
  switch (typeof value) {
    case "bigint":
      return { kind: "Int", at, type, value };
    case "number":
      return { kind: "Float", at, type, value };
    case "boolean":
      return { kind: "Bool", at, type, value };
    case "string":
      return { kind: "Text", at, type, value };
    default:
      return value === null ? { kind: "Null", at, type } : undefined;
  }
};
