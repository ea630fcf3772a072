// Conversions of what values are made of: items, entries, fields, indices.

import { holdsUnknown, INT, list, map, plain, STRING, type Type, UNKNOWN } from "../../../ir/types.ts";
import type { ConversionOf, Inferred } from "./context.ts";
import { fieldInto, indexInto, into } from "./places.ts";

export const collections: ConversionOf<"Expr", "List" | "Map" | "Index" | "OptionalIndex" | "StructLiteral"> =
  {
    List: (n, to, context) => {
      const item = n.type.kind === "List" ? n.type.item : UNKNOWN;
      const items = n.items.map((each) => into(item, to.Expr(each, context)));
      return { kind: "List", at: n.at, type: n.type, items };
    },
    Map: (n, to, context) => {
      const [of, type] = n.type.kind === "Map" ? [n.type.of, n.type.value] : [UNKNOWN, UNKNOWN];
      const entries = n.entries.map(({ at, key, value }) => ({
        kind: "Entry" as const,
        at,
        key: indexInto(of, to.Expr(key, context)),
        value: into(type, to.Expr(value, context)),
      }));
      return { kind: "Map", at: n.at, type: n.type, entries };
    },
    Index: (n, to, context) => {
      const base = to.Expr(n.base, context);
      const index = indexInto(indexType(base.type), to.Expr(n.index, context));
      return { kind: "Index", at: n.at, type: n.type, handled: n.handled, base, index };
    },
    OptionalIndex: (n, to, context) => {
      const base = to.Expr(n.base, context);
      const content = base.type.kind === "Option" ? base.type.inner : base.type;
      const index = indexInto(indexType(content), to.Expr(n.index, context));
      return { kind: "OptionalIndex", at: n.at, type: n.type, handled: n.handled, base, index };
    },
    StructLiteral: (n, to, context) => {
      const { structs, configs } = context.declarations;
      const known = structs.get(n.struct) ?? configs.get(n.struct);
      const fields = n.fields.map(({ at, name, value }) => {
        const type = known?.fields.get(name.name)?.type ?? UNKNOWN;
        const path = `${known?.name}.${name.name}`;
        return {
          kind: "FieldValue" as const,
          at,
          name,
          value: fieldInto(type, path, to.Expr(loosen(value), context)),
        };
      });
      return { kind: "StructLiteral", at: n.at, type: n.type, struct: n.struct, fields };
    },
  };

/** The type of what a list or map is read by; a base of unknown type tests its index itself. */
export const indexType = (base: Type): Type => {
  const of = plain(base);
  return of.kind === "List" ? INT : of.kind === "Map" ? of.of : UNKNOWN;
};

/** A list or map literal that is validated is not tested item by item before: its unknown items stay unknown. */
export const loosen = (value: Inferred): Inferred => {
  if (value.kind === "List") {
    const items = value.items.map(loosen);
    return items.some(({ type }) => holdsUnknown(type)) ? { ...value, type: list(UNKNOWN), items } : value;
  }
  if (value.kind === "Map") {
    const entries = value.entries.map((entry) => ({ ...entry, value: loosen(entry.value) }));
    const unsure = entries.some((entry) => holdsUnknown(entry.value.type));
    return unsure ? { ...value, type: map(STRING, UNKNOWN), entries } : value;
  }
  return value;
};
