// Makes the image of a register program: operands become numbers, tables hold what they stand for.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { type OperandKind, opcodeNames, shapeOf } from "../../ir/opcodes.ts";
import type {
  Args,
  Constant,
  FunctionId,
  Member,
  Operand,
  Operands,
  Step,
  VariantId,
} from "../../ir/operands.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { RegisterGrammar } from "../../ir/register.ts";
import { printedName } from "../../runtime/text.ts";
import type { EnumType, StructType } from "../../runtime/values.ts";
import {
  type Image,
  type ImageFunction,
  type ImageVariant,
  loneNumber,
  loneReference,
  memberForms,
  WORDS,
} from "./image.ts";

export type RegisterProgram = NodeOf<RegisterGrammar, "Program">;
type Fn = RegisterProgram["functions"][number];
type TypeDecl<K extends "Struct" | "Enum"> = FormOf<RegisterGrammar, "TypeDecl", K>;

/** The image of a program; it runs with `runImage`. */
export const assemble = ({ types, functions, entries }: RegisterProgram): Image => {
  const structs = types.filter((type): type is TypeDecl<"Struct"> => type.kind === "Struct");
  const enums = types.filter((type): type is TypeDecl<"Enum"> => type.kind === "Enum");
  const placed = functionsOf(functions);
  const pools = new Pools(numbersOf(placed), numbersOf(structs), numbersOf(enums));
  const length = functions.reduce((sum, { code }) => sum + code.length, 0);
  const code = new Int32Array(length * WORDS);
  const positions = new Float64Array(length);
  functions.forEach((fn, i) => void write(fn, placed[i]!.start, pools, code, positions));
  return {
    code,
    positions,
    lists: Int32Array.from(pools.lists),
    constants: pools.constants.items,
    functions: placed,
    structs: structs.map(structOf),
    enums: enums.map(enumOf),
    variants: pools.variants.items,
    values: pools.values.items.map(({ label, entries, dynamic }) => ({
      label,
      entries: entries.map((id) => pools.functions.get(id)!),
      dynamic: pools.functions.get(dynamic)!,
    })),
    primitives: pools.primitives.items,
    entries: entries.map(({ role, name, function: id }) => ({ role, name: name.name, function: id })),
  };
};

const functionsOf = (functions: readonly Fn[]): readonly ImageFunction[] => {
  let start = 0;
  return functions.map(({ id, path, numbers, references, params, counts, code }) => {
    const placed = { id, path, start, numbers, references, parameters: params.length, counts };
    start += code.length;
    return placed;
  });
};

const structOf = ({ id, name, fields }: TypeDecl<"Struct">): StructType => ({
  id,
  name: printedName(id, name),
  fields: fields.map((field) => field.name),
});
const enumOf = ({ id, name, variants }: TypeDecl<"Enum">): EnumType => ({
  id,
  name: printedName(id, name),
  variants: variants.map((variant) => variant.name),
});

const numbersOf = (things: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map(({ id }, i) => [id, i]));

/** Writes the instructions of a function from number `start` on. */
const write = (fn: Fn, start: number, pools: Pools, code: Int32Array, positions: Float64Array): void => {
  const numbers = new Map(fn.code.map(({ number }, i) => [number, start + i]));
  fn.code.forEach(({ operation: { op, operands }, at }, i) => {
    const word = (start + i) * WORDS;
    positions[start + i] = at;
    code[word] = opcodeNumbers.get(op)!;
    shapeOf(op).operands.forEach(({ kind }, j) => {
      const operand = operands[j]!;
      code[word + 1 + j] =
        kind === "to" ? numbers.get(operand as number)! * WORDS : wordOf(kind, operand, pools);
    });
  });
};

const opcodeNumbers: ReadonlyMap<string, number> = new Map(opcodeNames.map((name, i) => [name, i]));

const plain = (operand: number): number => operand;
type Words = { readonly [K in OperandKind]: (operand: Operands[K], pools: Pools) => number };

/** The word for an operand of each kind. */
const words: Words = {
  i: plain,
  f: plain,
  b: plain,
  n: plain,
  r: plain,
  to: plain,
  imm: plain,
  int: (value, pools) => pools.constant(value),
  float: (value, pools) => pools.constant(value),
  text: (value, pools) => pools.constant(value),
  function: (id, pools) => pools.functions.get(id)!,
  type: (id, pools) => pools.structs.get(id)!,
  variant: (variant, pools) => pools.variant(variant),
  value: (value, pools) => pools.value(value),
  primitive: (name, pools) => pools.primitives.number(name, name),
  args: (args, pools) => pools.args(args),
  members: (members, pools) => pools.members(members),
  steps: (steps, pools) => pools.steps(steps),
};
const wordOf = (kind: OperandKind, operand: Operand, pools: Pools): number =>
  (words[kind] as (operand: Operand, pools: Pools) => number)(operand, pools);

/** Things that are written down once each, by number. */
class Pool<A> {
  readonly items: A[] = [];
  private readonly known = new Map<string, number>();
  /** The number of the item; items of one key are one. */
  number(key: string, item: A): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

/** What operands point to, as it is gathered. */
class Pools {
  readonly lists: number[] = [];
  readonly constants = new Pool<Constant>();
  readonly variants = new Pool<ImageVariant>();
  readonly values = new Pool<FunctionId>();
  readonly primitives = new Pool<PrimitiveName>();
  readonly functions: ReadonlyMap<string, number>;
  readonly structs: ReadonlyMap<string, number>;
  private readonly enums: ReadonlyMap<string, number>;
  constructor(
    functions: ReadonlyMap<string, number>,
    structs: ReadonlyMap<string, number>,
    enums: ReadonlyMap<string, number>,
  ) {
    this.functions = functions;
    this.structs = structs;
    this.enums = enums;
  }
  constant(value: Constant): number {
    const text = Object.is(value, -0) ? "-0" : String(value);
    return this.constants.number(`${typeof value} ${text}`, value);
  }
  variant({ enum: id, tag }: VariantId): number {
    return this.variants.number(`${tag} ${id}`, { enum: this.enums.get(id)!, tag });
  }
  value(value: FunctionId): number {
    return this.values.number(JSON.stringify([value.label, value.entries, value.dynamic]), value);
  }
  args({ numbers, references }: Args): number {
    if (numbers.length === 1 && references.length === 0) return loneNumber(numbers[0]!);
    if (numbers.length === 0 && references.length === 1) return loneReference(references[0]!);
    const all = [numbers.length, ...numbers, references.length, ...references];
    return this.lists.push(...all) - all.length;
  }
  steps(steps: readonly Step[]): number {
    const words = steps.map((step) => ("field" in step ? step.field : ~step.item));
    return this.lists.push(steps.length, ...words) - steps.length - 1;
  }
  members(members: readonly Member[]): number {
    const start = this.lists.push(members.length) - 1;
    for (const member of members) {
      const number = member.form === "constant" ? this.constant(member.value) : member.register;
      this.lists.push(memberForms.indexOf(member.form), number);
    }
    return start;
  }
}
