// A value of unknown type enters a typed place (03, 8.4): only where an unknown function is called, for elsewhere the
// program itself holds the test.

import type { Type } from "../../ir/types.ts";
import { typeError } from "../../runtime/failures.ts";
import {
  Dict,
  describe,
  kindOf,
  List,
  ok,
  Result,
  Struct,
  type Value,
  Variant,
} from "../../runtime/values.ts";

/** The value as one of the type; a failure if it is none. */
export const enter = (value: Value, type: Type): Value => {
  if (fits(value, type)) return value;
  if (type.kind === "Result" && !(value instanceof Result) && fits(value, type.ok)) return ok(value);
  throw typeError(`expected ${type.text}, got ${describe(value)}`);
};

const fits = (value: Value, type: Type): boolean => {
  switch (type.kind) {
    case "Unknown":
      return true;
    case "Id":
    case "Email":
      return typeof value === "string";
    case "Refined":
      return fits(value, type.base);
    case "Option":
      return value === null || fits(value, type.inner);
    case "List":
      return value instanceof List && value.items.every((item) => fits(item, type.item));
    case "Map":
      return value instanceof Dict && value.values.every((member) => fits(member, type.value));
    case "Result":
      return value instanceof Result && fits(value.content, value.isOk ? type.ok : type.error);
    case "Struct":
    case "Enum":
      return (value instanceof Struct || value instanceof Variant) && value.type.id === type.id;
    case "Union":
      return type.domains.some((domain) => fits(value, domain));
    default:
      return kindOf(value) === type.kind;
  }
};
