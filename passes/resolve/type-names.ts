// What a simple name means as a type: a built-in type, or a declaration of the module.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { SliceGrammar } from "../../ir/slice.ts";
import {
  BOOL,
  BYTES,
  EMAIL,
  ERROR,
  enumeration,
  FLOAT,
  HTML,
  HTTP_ERROR,
  ID,
  INT,
  RESPONSE,
  STRING,
  struct,
  type Type,
  UNIT,
} from "../../ir/types.ts";
import type { Declarations } from "./declarations.ts";

export type SliceItem = NodeOf<SliceGrammar, "Item">;
export type SliceDeclarations = Declarations<SliceItem>;

const basic: readonly (readonly [string, Type])[] = [
  ...[UNIT, INT, FLOAT, BOOL, STRING, BYTES, HTML, ID, EMAIL, ERROR].map(
    (type) => [type.text, type] as const,
  ),
  ["http.response", RESPONSE],
  ["http.error", HTTP_ERROR],
];

/** Built-in types that are a name alone. */
export const basicTypes: ReadonlyMap<string, Type> = new Map(basic);

/** Built-in generic types, with the numbers of their arguments. */
export const genericTypes: ReadonlyMap<string, number> = new Map([
  ["List", 1],
  ["Map", 2],
  ["Option", 1],
  ["Result", 2],
]);

/** The type of this name, or undefined if there is none. */
export const typeNamed = (name: string, { byName }: SliceDeclarations): Type | undefined => {
  const known = basicTypes.get(name);
  if (known) return known;
  const declared = byName.get(name);
  switch (declared?.item.kind) {
    case "Struct":
    case "DerivedStruct":
      return struct(declared.id, declared.name);
    case "Enum":
      return enumeration(declared.id, declared.name);
    default:
      return undefined;
  }
};

/** All names that `typeNamed` knows. */
export const typeNames = (declarations: SliceDeclarations): readonly string[] => [
  ...basicTypes.keys(),
  ...genericTypes.keys(),
  ...[...declarations.byName.keys()].filter((name) => typeNamed(name, declarations)),
];
