// Conversions in statements, and the types of the locals that they bind.

import { BOOL, plain, type Type, UNKNOWN } from "../../../ir/types.ts";
import type { Context, ConversionOf } from "./context.ts";
import { indexInto, into } from "./places.ts";
import { indexType } from "./values.ts";

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
    const value = into(type.kind === "Box" ? type.content : type, to.Expr(n.value, context));
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
    const { returned } = context;
    return { kind: "Return", at: n.at, value: value && returned ? into(returned, value) : value };
  },
  While: (n, to, context) => {
    const condition = into(BOOL, to.Expr(n.condition, context));
    return { kind: "While", at: n.at, condition, body: to.Block(n.body, context) };
  },
};

export const parts: {
  readonly Branch: ConversionOf<"Branch", "Branch">;
  readonly HtmlBranch: ConversionOf<"HtmlBranch", "HtmlBranch">;
  readonly Step: ConversionOf<"Step", "IndexStep">;
  readonly Pattern: ConversionOf<"Pattern", "BindPattern">;
} = {
  Branch: {
    Branch: (n, to, context) => {
      const condition = into(BOOL, to.Expr(n.condition, context));
      return { kind: "Branch", at: n.at, condition, body: to.Block(n.body, context) };
    },
  },
  HtmlBranch: {
    HtmlBranch: (n, to, context) => {
      const condition = into(BOOL, to.Expr(n.condition, context));
      return { ...n, condition, children: n.children.map((each) => to.Expr(each, context)) };
    },
  },
  Step: {
    IndexStep: (n, to, context) => {
      const index = indexInto(indexType(n.of), to.Expr(n.index, context));
      return { kind: "IndexStep", at: n.at, of: n.of, optional: n.optional, index };
    },
  },
  Pattern: {
    BindPattern: (n, _, context) => {
      context.locals[n.local.id] = n.type;
      return n;
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
