// The structs and enums of a compiled program, ready for reading and writing their values.

import type { EnumType, StructType } from "../../runtime/values.ts";
import type { Member, Metadata, TypeData } from "./metadata.ts";

interface StructShape {
  readonly type: StructType;
  readonly members: readonly Member[];
}
interface EnumShape {
  readonly type: EnumType;
  /** By tag. */
  readonly payloads: readonly (readonly Member[])[];
}

export interface Types {
  readonly structs: ReadonlyMap<number, StructShape>;
  readonly enums: ReadonlyMap<number, EnumShape>;
  /** The number of a type by its id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The text forms of function values, by number. */
  readonly labels: readonly string[];
}

type Data<K extends TypeData["kind"]> = Extract<TypeData, { readonly kind: K }>;

const structShape = ({ id, name, fields, members }: Data<"struct">): StructShape => ({
  type: { id, name, fields },
  members,
});

const enumShape = ({ id, name, variants }: Data<"enum">): EnumShape => ({
  type: { id, name, variants: variants.map((variant) => variant.name) },
  payloads: variants.map(({ members }) => members),
});

/** The tables of a program. */
export const typesOf = ({ types, labels }: Pick<Metadata, "types" | "labels">): Types => ({
  structs: new Map(types.flatMap((type, i) => (type.kind === "struct" ? [[i, structShape(type)]] : []))),
  enums: new Map(types.flatMap((type, i) => (type.kind === "enum" ? [[i, enumShape(type)]] : []))),
  numbers: new Map(types.map(({ id }, i) => [id, i])),
  labels,
});
