// What the machine makes of an image before it runs: values for constants, functions for primitive operations.

import type { Constant } from "../../ir/operands.ts";
import type { Host } from "../../runtime/host.ts";
import { int } from "../../runtime/int.ts";
import {
  type EnumType,
  Float,
  FunctionValue,
  type StructType,
  type Value,
  Variant,
} from "../../runtime/values.ts";
import { counting } from "./depth.ts";
import { forEver } from "./heap.ts";
import { type Image, type ImageValue, WORDS } from "./image.ts";
import { type MachineOperations, operationsOf } from "./operations.ts";

/** Words for each function in `Loaded.functions`: where it starts, its registers, what a call adds to the depth. */
export const FUNCTION = 4;

/** The functions of a function value, by id and by number: the entry for the fewest arguments takes `least`. */
type CallableFunctions = Pick<
  Callable,
  "label" | "entries" | "dynamic" | "functions" | "least" | "dynamicFunction"
>;

const callableOf = ({ label, entries, dynamic }: ImageValue, { functions }: Image): Callable => {
  const idOf = (number: number): string => functions[number]!.id;
  const least = functions[entries[0]!]!.parameters;
  const ids = { entries: entries.map(idOf), dynamic: idOf(dynamic) };
  return forEver(new Callable({ label, ...ids, functions: entries, least, dynamicFunction: dynamic }));
};

/** A function as a value; it may be made of another one, of the same functions, to hold something for them. */
export class Callable extends FunctionValue {
  readonly functions: readonly number[];
  readonly least: number;
  readonly dynamicFunction: number;
  constructor(value: CallableFunctions, captured?: Value) {
    super(value.label, value.entries, value.dynamic, captured);
    this.functions = value.functions;
    this.least = value.least;
    this.dynamicFunction = value.dynamicFunction;
  }
}

/** A variant of an enum; `plain` is its value without payload. */
export interface LoadedVariant {
  readonly type: EnumType;
  readonly tag: number;
  readonly plain: Variant;
}

/** A primitive operation, of up to three operands. */
export type Operation = (a: Value, b: Value, c: Value) => Value;

export interface Loaded {
  readonly image: Image;
  readonly functions: Int32Array;
  readonly constants: readonly Value[];
  readonly structs: readonly StructType[];
  readonly variants: readonly LoadedVariant[];
  readonly values: readonly Callable[];
  readonly operations: readonly Operation[];
}

/** The image with all that a run on this host needs. */
export const load = (image: Image, host: Host): Loaded => {
  const operations = operationsOf(host);
  return {
    image,
    functions: Int32Array.from(
      image.functions.flatMap(({ start, numbers, references, counts }) => [
        ...[start * WORDS, numbers, references, counting[counts]],
      ]),
    ),
    constants: image.constants.map(constantOf),
    structs: image.structs,
    variants: image.variants.map(({ enum: number, tag }) => {
      const type = image.enums[number]!;
      return { type, tag, plain: forEver(new Variant(type, tag, [])) };
    }),
    values: image.values.map((value) => callableOf(value, image)),
    operations: image.primitives.map(
      (name) => operations[name as keyof MachineOperations] as (...operands: never[]) => Value as Operation,
    ),
  };
};

const constantOf = (constant: Constant): Value =>
  typeof constant === "bigint"
    ? int(constant)
    : typeof constant === "number"
      ? new Float(constant)
      : constant;
