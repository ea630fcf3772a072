// Conversions in declarations: defaults, values of configs, and what bodies give.

import type { Type } from "../../../ir/types.ts";
import { type Context, type ConversionOf, type Expr, type Inferred, newBody, type To } from "./context.ts";
import { fieldInto, into } from "./places.ts";
import { loosen } from "./values.ts";

/** The value of a field, outside all bodies: validated as in a literal of the type. */
const fieldValue = (type: Type, path: string, value: Inferred, to: To, { declarations }: Context): Expr =>
  fieldInto(type, path, to.Expr(loosen(value), newBody(declarations, null)));

const items: ConversionOf<"Item", "Struct" | "Config" | "App" | "Test" | "Migration"> = {
  Struct: (n, to, context) => ({
    ...n,
    fields: n.fields.map((field) => ({
      ...field,
      default:
        field.default &&
        fieldValue(field.type, `${n.name.name}.${field.name.name}`, field.default, to, context),
    })),
  }),
  Config: (n, to, context) => ({
    ...n,
    fields: n.fields.map((field) => ({
      ...field,
      value: fieldValue(field.type, `${n.name.name}.${field.name.name}`, field.value, to, context),
    })),
  }),
  App: (n, to, { declarations }) => ({ ...n, body: to.Block(n.body, newBody(declarations, null)) }),
  Test: (n, to, { declarations }) => ({ ...n, body: to.Block(n.body, newBody(declarations, null)) }),
  Migration: (n, to, { declarations }) => ({ ...n, body: to.Block(n.body, newBody(declarations, null)) }),
};

export const declarations: {
  readonly Item: typeof items;
  readonly Fn: ConversionOf<"Fn", "Fn">;
  readonly Member: ConversionOf<"Member", "Member">;
  readonly Route: ConversionOf<"Route", "Route">;
  readonly Param: ConversionOf<"Param", "Param">;
} = {
  Item: items,
  Fn: {
    Fn: (n, to, context) => {
      const inside = newBody(context.declarations, n.result);
      const params = n.params.map((param) => to.Param(param, inside));
      return { ...n, params, body: to.Block(n.body, inside) };
    },
  },
  Member: {
    Member: (n, to, context) => {
      const inside = newBody(context.declarations, null);
      return { ...n, params: n.params.map((param) => to.Param(param, inside)) };
    },
  },
  Route: {
    Route: (n, to, context) => {
      const inside = newBody(context.declarations, n.result);
      const params = n.params.map((param) => to.Param(param, inside));
      const bodyParam = n.bodyParam && to.Param(n.bodyParam, inside);
      return { ...n, params, bodyParam, body: to.Block(n.body, inside) };
    },
  },
  Param: {
    Param: (n, to, context) => {
      context.locals[n.local.id] = n.type;
      const value = n.default && into(n.type, to.Expr(n.default, context));
      return { kind: "Param", at: n.at, local: n.local, type: n.type, default: value };
    },
  },
};
