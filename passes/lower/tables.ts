// The declarations of a program by id, as the passes of this stage look them up.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { MonoGrammar } from "../../ir/mono.ts";
import type { Type } from "../../ir/types.ts";

/** Types are declared in the same way in all languages of this stage. */
export type TypeDecl = NodeOf<MonoGrammar, "TypeDecl">;
export type StructDecl = Extract<TypeDecl, { readonly kind: "Struct" }>;
export type EnumDecl = Extract<TypeDecl, { readonly kind: "Enum" }>;
export type Variant = EnumDecl["variants"][number];

export interface Tables {
  readonly structs: ReadonlyMap<string, StructDecl>;
  readonly enums: ReadonlyMap<string, EnumDecl>;
}

export const tablesOf = (types: readonly TypeDecl[]): Tables => {
  const structs = new Map<string, StructDecl>();
  const enums = new Map<string, EnumDecl>();
  for (const type of types) {
    if (type.kind === "Struct") structs.set(type.id, type);
    else enums.set(type.id, type);
  }
  return { structs, enums };
};

/** The declaration of a type that is known to be a struct. */
export const structOf = (type: Type, { structs }: Tables): StructDecl | undefined =>
  type.kind === "Struct" ? structs.get(type.id) : undefined;

/** The field of a struct and its index, or undefined if it has none of this name. */
export const fieldOf = (struct: StructDecl | undefined, name: string) => {
  const index = struct?.fields.findIndex((field) => field.name === name) ?? -1;
  return index < 0 ? undefined : { index, field: struct!.fields[index]! };
};

/** The variant of an enum and its number, or undefined if it has none of this name. */
export const variantOf = (declared: EnumDecl | undefined, name: string) => {
  const tag = declared?.variants.findIndex((variant) => variant.name === name) ?? -1;
  return tag < 0 ? undefined : { tag, variant: declared!.variants[tag]! };
};
