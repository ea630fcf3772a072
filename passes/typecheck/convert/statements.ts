// Conversions in declarations and statements.

import { BOOL, plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import { type Context, type ConversionOf, newBody } from "./context.ts";
import { fieldInto, indexInto, into } from "./places.ts";
import { indexType, loosen } from "./values.ts";

export const declarations: {
  readonly Item: ConversionOf<"Item", "Struct" | "App" | "Test">;
  readonly Fn: ConversionOf<"Fn", "Fn">;
  readonly Param: ConversionOf<"Param", "Param">;
} = {
  Item: {
    Struct: (n, to, context) => ({
      kind: "Struct",
      at: n.at,
      id: n.id,
      name: n.name,
      fields: n.fields.map(({ at, name, type, default: value }) => ({
        kind: "Field",
        at,
        name,
        type,
        default:
          value &&
          fieldInto(type, `${n.name.name}.${name.name}`, to.Expr(loosen(value), newBody(context, null))),
      })),
    }),
    App: (n, to, context) => {
      const body = to.Block(n.body, newBody(context, null));
      return { kind: "App", at: n.at, name: n.name, doc: n.doc, locals: n.locals, body };
    },
    Test: (n, to, context) => {
      const body = to.Block(n.body, newBody(context, null));
      return { kind: "Test", at: n.at, name: n.name, doc: n.doc, locals: n.locals, body };
    },
  },
  Fn: {
    Fn: (n, to, context) => {
      const inside = newBody(context, n.result);
      const { kind, at, id, name, locals, result } = n;
      const params = n.params.map((param) => to.Param(param, inside));
      return { kind, at, id, name, locals, params, result, body: to.Block(n.body, inside) };
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

export const statements: ConversionOf<"Stmt", "Let" | "Assign" | "Return" | "While"> = {
  Let: (n, to, context) => {
    context.locals[n.local.id] = n.type;
    return {
      kind: "Let",
      at: n.at,
      local: n.local,
      type: n.type,
      value: into(n.type, to.Expr(n.value, context)),
    };
  },
  Assign: (n, to, context) => {
    const last = n.steps.at(-1);
    const type = last ? storedIn(last, context) : (context.locals[n.local.id] ?? UNKNOWN);
    const value = into(type, to.Expr(n.value, context));
    return {
      kind: "Assign",
      at: n.at,
      local: n.local,
      value,
      steps: n.steps.map((step) => to.Step(step, context)),
    };
  },
  Return: (n, to, context) => {
    const value = n.value && to.Expr(n.value, context);
    return { kind: "Return", at: n.at, value: value && context.result ? into(context.result, value) : value };
  },
  While: (n, to, context) => {
    const condition = into(BOOL, to.Expr(n.condition, context));
    return { kind: "While", at: n.at, condition, body: to.Block(n.body, context) };
  },
};

export const parts: {
  readonly Branch: ConversionOf<"Branch", "Branch">;
  readonly Step: ConversionOf<"Step", "IndexStep">;
} = {
  Branch: {
    Branch: (n, to, context) => {
      const condition = into(BOOL, to.Expr(n.condition, context));
      return { kind: "Branch", at: n.at, condition, body: to.Block(n.body, context) };
    },
  },
  Step: {
    IndexStep: (n, to, context) => {
      const index = indexInto(indexType(n.of), to.Expr(n.index, context));
      return { kind: "IndexStep", at: n.at, of: n.of, optional: n.optional, index };
    },
  },
};

type Step = Parameters<Parameters<(typeof statements)["Assign"]>[1]["Step"]>[0];

/** The type of what a step leads to. */
const storedIn = (step: Step, { declarations: { structs } }: Context): Type => {
  const of = plain(step.of);
  if (step.kind === "FieldStep") {
    return of.kind === "Struct" ? (structs.get(of.id)?.fields.get(step.name.name)?.type ?? UNKNOWN) : UNKNOWN;
  }
  return of.kind === "List" ? of.item : of.kind === "Map" ? of.value : UNKNOWN;
};
