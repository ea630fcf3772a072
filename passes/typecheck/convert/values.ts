// Conversions of what values are made of: arguments, payloads, items, entries, fields.

import { builtins } from "../../../ir/builtins.ts";
import { holdsUnknown, INT, list, map, plain, STRING, type Type, UNKNOWN } from "../../../ir/types.ts";
import type { Context, ConversionOf, Expr, Inferred, To } from "./context.ts";
import { fieldInto, indexInto, into } from "./places.ts";

export const calls: ConversionOf<"Expr", "Call" | "CallBuiltin" | "CallValue" | "MakeVariant" | "Bang"> = {
  Call: (n, to, context) => {
    const params = context.declarations.functions.get(n.function)?.params ?? [];
    const args = n.args.map(({ at, index, value }) => ({
      kind: "BoundArg" as const,
      at,
      index,
      value: into(params[index]!.type, to.Expr(value, context)),
    }));
    return { kind: "Call", at: n.at, type: n.type, function: n.function, args };
  },
  CallBuiltin: (n, to, context) => {
    const builtin = builtins[n.name];
    const types = builtin && !builtin.rest ? builtin.params.map(({ type }) => type) : [];
    return {
      kind: "CallBuiltin",
      at: n.at,
      type: n.type,
      name: n.name,
      args: intoAll(types, n.args, to, context),
    };
  },
  CallValue: (n, to, context) => {
    const callee = to.Expr(n.callee, context);
    const type = plain(callee.type);
    const types = type.kind === "Function" ? type.params.map((param) => param.type) : [];
    return { kind: "CallValue", at: n.at, type: n.type, callee, args: intoAll(types, n.args, to, context) };
  },
  MakeVariant: (n, to, context) => {
    const types = context.declarations.enums.get(n.enum)?.variants.get(n.variant) ?? [];
    const args = intoAll(types, n.args, to, context);
    return { kind: "MakeVariant", at: n.at, type: n.type, enum: n.enum, variant: n.variant, args };
  },
  Bang: (n, to, context) => {
    const value = to.Expr(n.value, context);
    const { result } = context;
    const error =
      n.error && into(result?.kind === "Result" ? result.error : UNKNOWN, to.Expr(n.error, context));
    return { kind: "Bang", at: n.at, type: n.type, value, error };
  },
};

/** Values in places of these types; those beyond the list are in untyped places. */
const intoAll = (
  types: readonly Type[],
  values: readonly Inferred[],
  to: To,
  context: Context,
): readonly Expr[] => values.map((value, i) => into(types[i] ?? UNKNOWN, to.Expr(value, context)));

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
      const known = context.declarations.structs.get(n.struct);
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
