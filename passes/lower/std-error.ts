// The types of `std.Error` that the language itself makes values of (03, section 16).

import { list, STRING, struct, type Type } from "../../ir/types.ts";
import type { StructDecl, TypeDecl } from "./tables.ts";

export const VALIDATION_ID = "std.Error:Validation";
export const VALIDATION_FIELD_ID = "std.Error:ValidationField";

export const VALIDATION = struct(VALIDATION_ID, "Validation");
export const VALIDATION_FIELD = struct(VALIDATION_FIELD_ID, "ValidationField");

const declared = (id: string, name: string, fields: readonly (readonly [string, Type])[]): StructDecl => ({
  kind: "Struct",
  at: 0,
  id,
  name,
  fields: fields.map(([name, type]) => ({ kind: "Field", at: 0, name, type, default: null })),
});

const declarations: readonly StructDecl[] = [
  declared(VALIDATION_ID, "Validation", [
    ["message", STRING],
    ["fields", list(VALIDATION_FIELD)],
  ]),
  declared(VALIDATION_FIELD_ID, "ValidationField", [
    ["path", STRING],
    ["code", STRING],
    ["message", STRING],
  ]),
];

/** The types of a program with those of `std.Error` that validation needs. */
export const withValidation = (types: readonly TypeDecl[]): readonly TypeDecl[] => {
  const known = new Set(types.map(({ id }) => id));
  return [...types, ...declarations.filter(({ id }) => !known.has(id))];
};
