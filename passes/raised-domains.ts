// Where a `Validation` may stand that no type names: a failed construction ends a function with it, whatever errors the
// function declares (03, 7.2), so the error of its Result is of one of its domains, or a `Validation`.

import type { Type } from "../ir/types.ts";
import { domainsOf } from "../ir/types.ts";
import { VALIDATION_ID } from "./lower/std-error.ts";

interface Program {
  readonly types: readonly { readonly id: string }[];
  readonly functions: readonly { readonly result: Type }[];
}

/** The error types of the program whose place may hold a `Validation` instead, each domain of a union for itself. */
export const raisedDomains = ({ types, functions }: Program): ReadonlySet<Type> => {
  if (!types.some(({ id }) => id === VALIDATION_ID)) return new Set();
  const errors = functions.flatMap(({ result }) => (result.kind === "Result" ? [result.error] : []));
  const all = errors.flatMap((error) => [error, ...domainsOf(error)]);
  return new Set(all.filter((type) => type.kind === "Union" || ("id" in type && type.id !== VALIDATION_ID)));
};

/** The ids of the structs and enums among them. */
export const raisedIds = (program: Program): ReadonlySet<string> =>
  new Set([...raisedDomains(program)].flatMap((type) => ("id" in type ? [type.id] : [])));
