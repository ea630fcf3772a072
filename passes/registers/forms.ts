// How values of a type stand in registers.

import type { ValueForm } from "../../ir/opcodes.ts";
import { isManaged } from "../../ir/ownership.ts";
import type { RegisterKind, ResultClass } from "../../ir/register.ts";
import { plain, type Type } from "../../ir/types.ts";

/** The form of a value of the type. */
export const formOf = (type: Type): ValueForm => {
  switch (plain(type).kind) {
    case "Int":
      return "int";
    case "Float":
      return "float";
    case "Bool":
      return "bool";
    default:
      return "reference";
  }
};

const kinds: Readonly<Record<ValueForm, RegisterKind>> = { int: "i", float: "n", bool: "n", reference: "r" };

/** The kind of the register that holds a value of the form. */
export const kindOf = (form: ValueForm): RegisterKind => kinds[form];

/** Whether there is no value of the type to hand on. */
export const isNothing = (type: Type): boolean => {
  const { kind } = plain(type);
  return kind === "Unit" || kind === "Never";
};

const classes: Readonly<Record<RegisterKind, ResultClass>> = { i: "int", n: "number", r: "reference" };

/** Where a function with this result leaves it. */
export const resultClassOf = (type: Type): ResultClass =>
  isNothing(type) ? "nothing" : classes[kindOf(formOf(type))];

const uncounted: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([
  "String",
  "Bytes",
  "Html",
  "Id",
  "Email",
]);

/** Whether the machine counts references to values of the type: what the host's memory keeps by itself it does not. */
export const isCounted = (type: Type): boolean => {
  const known = plain(type);
  if (known.kind === "Option") return isCounted(known.inner);
  return isManaged(known) && !uncounted.has(known.kind);
};
