// The envelope of the error types of `std.Error` (03, section 16): what an uncaught one prints.

import { textOf } from "./text.ts";
import { List, Struct, type Value } from "./values.ts";

const codes: ReadonlyMap<string, string> = new Map([
  ["std.Error.Validation", "validation_error"],
  ["std.Error.BadRequest", "bad_request"],
  ["std.Error.Unauthorized", "unauthorized"],
  ["std.Error.Forbidden", "forbidden"],
  ["std.Error.NotFound", "not_found"],
  ["std.Error.Conflict", "conflict"],
]);

/** The envelope as JSON text, its keys in order; null for a value of any other type. */
export const envelopeOf = (value: Value): string | null => {
  if (!(value instanceof Struct)) return null;
  const code = value.type.name === "std.Error" ? field(value, "code") : codes.get(value.type.name);
  if (code === undefined) return null;
  const message = field(value, "message");
  const fields = value.type.name === "std.Error.Validation" ? { fields: problems(value) } : {};
  return JSON.stringify({ error: { code, ...fields, message } });
};

const fieldOf = ({ type, values }: Struct, name: string): Value => values[type.fields.indexOf(name)];
const field = (struct: Struct, name: string): string => textOf(fieldOf(struct, name));

const problems = (validation: Struct) => {
  const list = fieldOf(validation, "fields");
  const items = list instanceof List ? list.items : [];
  return items.flatMap((item) =>
    item instanceof Struct
      ? [{ code: field(item, "code"), message: field(item, "message"), path: field(item, "path") }]
      : [],
  );
};
