// The types of `std.Error` that the language itself makes values of (03, section 16).

import { errorStructs } from "../../ir/builtins.ts";
import { struct, VALIDATION_FIELD_ID, VALIDATION_ID } from "../../ir/types.ts";
import type { StructDecl, TypeDecl } from "./tables.ts";

export { VALIDATION_FIELD_ID, VALIDATION_ID };

export const VALIDATION = struct(VALIDATION_ID, "Validation");
export const VALIDATION_FIELD = struct(VALIDATION_FIELD_ID, "ValidationField");

const declarations: readonly StructDecl[] = errorStructs.map(({ id, name, fields }) => ({
  ...{ kind: "Struct", at: 0, id, name },
  fields: fields.map(([name, type]) => ({ kind: "Field", at: 0, name, type, default: null })),
}));

/** The types of a program with those of `std.Error` that validation needs. */
export const withValidation = (types: readonly TypeDecl[]): readonly TypeDecl[] => {
  const known = new Set(types.map(({ id }) => id));
  return [...types, ...declarations.filter(({ id }) => !known.has(id))];
};
