// The declarations of a program by id: what its structs, enums and functions are made of.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { ResolvedGrammar } from "../../ir/resolved.ts";
import type { InferredGrammar } from "../../ir/typed.ts";
import type { ParameterType, Type } from "../../ir/types.ts";

export interface FieldInfo {
  readonly type: Type;
  readonly hasDefault: boolean;
}
export interface StructInfo {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldInfo>;
}
/** The types of the payload of each variant. */
export interface EnumInfo {
  readonly name: string;
  readonly variants: ReadonlyMap<string, readonly Type[]>;
}
/** `result` is null where none is declared. */
export interface FunctionInfo {
  readonly name: string;
  readonly params: readonly ParameterType[];
  readonly result: Type | null;
}
export interface Declarations {
  readonly structs: ReadonlyMap<string, StructInfo>;
  readonly enums: ReadonlyMap<string, EnumInfo>;
  readonly functions: ReadonlyMap<string, FunctionInfo>;
}

type Program = NodeOf<ResolvedGrammar, "Program"> | NodeOf<InferredGrammar, "Program">;
type Item = Program["modules"][number]["items"][number];
type Typing = Type | NodeOf<ResolvedGrammar, "Type">;

/** The declarations of all modules. Of members declared twice the first counts. */
export const declarationsOf = (program: Program): Declarations => {
  const structs = new Map<string, StructInfo>();
  const enums = new Map<string, EnumInfo>();
  const functions = new Map<string, FunctionInfo>();
  for (const module of program.modules) {
    for (const item of module.items) {
      if (item.kind === "Struct") structs.set(item.id, structInfo(item));
      if (item.kind === "Enum") enums.set(item.id, enumInfo(item));
      if (item.kind === "Function") functions.set(item.fn.id, functionInfo(item.fn));
    }
  }
  return { structs, enums, functions };
};

const typeOf = (typing: Typing): Type => (typing.kind === "Type" ? typing.type : typing);

const structInfo = ({ name, fields }: Extract<Item, { kind: "Struct" }>): StructInfo => ({
  name: name.name,
  fields: firstOfEach(
    fields.map((field) => [
      field.name.name,
      { type: typeOf(field.type), hasDefault: field.default !== null },
    ]),
  ),
});

const enumInfo = ({ name, variants }: Extract<Item, { kind: "Enum" }>): EnumInfo => ({
  name: name.name,
  variants: firstOfEach(variants.map((variant) => [variant.name.name, variant.payload.map(typeOf)])),
});

const functionInfo = ({ name, params, result }: Extract<Item, { kind: "Function" }>["fn"]): FunctionInfo => ({
  name: name.name,
  params: params.map((param) => ({
    name: param.local.name,
    type: typeOf(param.type),
    optional: param.default !== null,
  })),
  result: result === null ? null : typeOf(result),
});

const firstOfEach = <V>(entries: readonly (readonly [string, V])[]): ReadonlyMap<string, V> => {
  const members = new Map<string, V>();
  for (const [name, value] of entries) if (!members.has(name)) members.set(name, value);
  return members;
};
