// Uses of capabilities (chapter 2.11.5): what an expression uses by itself, and all uses in a program.

import { builtins } from "../../ir/builtins.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import type { Declarations } from "./declarations.ts";

type Program = NodeOf<InferredGrammar, "Program">;
type Expr = NodeOf<InferredGrammar, "Expr">;

/** A member of these namespaces needs a capability also if there is no such member. */
const namespaces: Readonly<Record<string, string>> = { crypto: "crypto", http: "network", time: "time" };

const optional = (needed: string | null | undefined): readonly string[] => (needed ? [needed] : []);

const ofFunction = (id: string, { moduleOf, requires }: Declarations, path: string): readonly string[] => {
  const module = moduleOf.get(id);
  return module === undefined || module === path ? [] : (requires.get(module) ?? []);
};

/**
 * The capabilities that an expression of the module `path` uses, not counting those of the expressions in it: a built-in's
 * own, and each that the module of a foreign function declares. They come in alphabetical order.
 */
export const usesOf = (expr: Expr, declarations: Declarations, path: string): readonly string[] => {
  switch (expr.kind) {
    case "BuiltinName":
    case "CallBuiltin":
      return optional(builtins[expr.name]?.needs);
    case "Field":
      return expr.base.type.kind === "Namespace" ? optional(namespaces[expr.base.type.name]) : [];
    case "FunctionName":
      return [...ofFunction(expr.id, declarations, path)].sort();
    case "Call":
    case "MethodValue":
      return [...ofFunction(expr.function, declarations, path)].sort();
    default:
      return [];
  }
};

/** A place that uses capabilities: an expression, or a `transaction`. */
export interface Use {
  readonly path: string;
  readonly at: number;
  readonly capabilities: readonly string[];
  /** Null for a `transaction` itself. */
  readonly expr: Expr | null;
  readonly inTransaction: boolean;
}

interface Context {
  readonly declarations: Declarations;
  readonly path: string;
  readonly inTransaction: boolean;
  readonly uses: Use[];
}

const note = (expr: Expr, { declarations, path, inTransaction, uses }: Context): void => {
  const capabilities = usesOf(expr, declarations, path);
  if (capabilities.length > 0) uses.push({ path, at: expr.at, capabilities, expr, inTransaction });
};

const collect = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      const inside = { ...context, path: n.path };
      for (const item of n.items) to.Item(item, inside);
    },
  },
  Stmt: {
    Transaction: (n, to, context) => {
      const { path, inTransaction } = context;
      context.uses.push({ path, at: n.at, capabilities: ["db"], expr: null, inTransaction });
      to.Block(n.body, inTransaction ? context : { ...context, inTransaction: true });
    },
  },
  Expr: {
    BuiltinName: (n, _, context) => note(n, context),
    FunctionName: (n, _, context) => note(n, context),
    CallBuiltin: (n, to, context) => {
      note(n, context);
      for (const arg of n.args) to.Expr(arg, context);
    },
    Field: (n, to, context) => {
      note(n, context);
      to.Expr(n.base, context);
    },
    Call: (n, to, context) => {
      note(n, context);
      if (n.receiver) to.Expr(n.receiver, context);
      for (const arg of n.args) to.BoundArg(arg, context);
    },
    MethodValue: (n, to, context) => {
      note(n, context);
      to.Expr(n.receiver, context);
    },
  },
});

/** All uses in the modules of a program, in source order: bodies, defaults, values of configs. */
export const usesIn = (program: Program, declarations: Declarations): readonly Use[] => {
  const uses: Use[] = [];
  collect.Program(program, { declarations, path: "", inTransaction: false, uses });
  return uses;
};
