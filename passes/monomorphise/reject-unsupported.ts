// reject-unsupported: a program with constructs that this version cannot run ends here, with a message at each.

import { left, right } from "fp-ts/These";
import { runnableBuiltins } from "../../ir/builtins.ts";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { Typed, type TypedGrammar } from "../../ir/typed.ts";
import { UNKNOWN } from "../../ir/types.ts";

type Item = NodeOf<SliceGrammar, "Item">;
type Expr = NodeOf<SliceGrammar, "Expr">;
type Stmt = NodeOf<SliceGrammar, "Stmt">;
type To = Recur<TypedGrammar, SliceGrammar, Context>;

interface Context {
  readonly path: string;
  readonly diagnostics: Diagnostic[];
}

const reject = ({ path, diagnostics }: Context, at: number, subject: string): void => {
  diagnostics.push(error(path, at, `${subject} cannot be run by this version of fuse`));
};

/** Stands for what is rejected, until the program is dropped. */
const nothing = (at: number): Expr => ({ kind: "Null", at, type: UNKNOWN });

/** An expression of which nothing is looked into. */
const expr =
  (subject: string) =>
  (n: { readonly at: number }, _: unknown, context: Context): Expr => {
    reject(context, n.at, subject);
    return nothing(n.at);
  };

/** The items that are left; interfaces are gone, because nothing runs of them. */
const itemsOf = (items: readonly NodeOf<TypedGrammar, "Item">[], to: To, context: Context): readonly Item[] =>
  items.flatMap((item): readonly Item[] => {
    switch (item.kind) {
      case "Interface":
        return [];
      case "Component":
        return rejected(item.fn.name.at, "components", context);
      case "Service":
        return rejected(item.name.at, "services", context);
      case "Config":
        return rejected(item.name.at, "configs", context);
      case "Migration":
        return rejected(item.name.at, "migrations", context);
      default:
        return [to.Item(item, context)];
    }
  });

const rejected = (at: number, subject: string, context: Context): readonly Item[] => {
  reject(context, at, subject);
  return [];
};

const never = (): never => {
  throw new Error("the items of a module were chosen before");
};

const block = <K extends "App" | "Test">(
  n: FormOf<TypedGrammar, "Item", K>,
  to: To,
  context: Context,
): Item => ({ kind: n.kind, at: n.at, name: n.name, locals: n.locals, body: to.Block(n.body, context) });

/** A built-in that runs, or a namespace with one. */
const runs = (name: string): boolean =>
  runnableBuiltins.has(name) || [...runnableBuiltins].some((each) => each.startsWith(`${name}.`));

const builtin = (name: string, at: number, context: Context): void => {
  if (!runs(name)) reject(context, at, `"${name}"`);
};

const body = rewrite<TypedGrammar, SliceGrammar, Context>(Typed, Slice, {
  Program: {
    Program: ({ at, modules, assets }, to, context) => ({
      kind: "Program",
      at,
      modules: modules.map((module) => to.Module(module, { ...context, path: module.path })),
      assets,
    }),
  },
  Module: {
    Module: ({ at, path, text, items }, to, context) => ({
      kind: "Module",
      at,
      path,
      text,
      items: itemsOf(items, to, context),
    }),
  },
  Item: {
    App: block,
    Test: block,
    Impl: ({ at, id, interface: of, target, methods }, to, context) => ({
      kind: "Impl",
      at,
      id,
      interface: of ?? "",
      target,
      methods: methods.map((fn) => to.Fn(fn, context)),
    }),
    Interface: never,
    Component: never,
    Service: never,
    Config: never,
    Migration: never,
  },
  Variant: {
    Variant: ({ at, name, payload }, to, context) => ({
      kind: "Variant",
      at,
      name,
      payload: payload.map((type) => to.Type(type, context)),
    }),
  },
  Stmt: {
    Transaction: (n, _, context): Stmt => {
      reject(context, n.at, "transactions");
      return { kind: "Break", at: n.at };
    },
  },
  Expr: {
    Element: expr("HTML"),
    Attributes: expr("HTML"),
    Children: expr("HTML"),
    HtmlText: expr("HTML"),
    HtmlIf: expr("HTML"),
    HtmlFor: expr("HTML"),
    ConfigName: expr("configs"),
    TypedQuery: expr("queries"),
    BuiltinMethod: expr("queries"),
    BuiltinName: (n, _, context) => {
      builtin(n.name, n.at, context);
      return n;
    },
    CallBuiltin: (n, to, context) => {
      builtin(n.name, n.at, context);
      const { at, type, name } = n;
      return { kind: "CallBuiltin", at, type, name, args: n.args.map((arg) => to.Expr(arg, context)) };
    },
    OptionalField: (n, to, context) => {
      if (n.type.kind === "Option" && n.type.inner.kind === "Function")
        reject(context, n.at, 'methods through "?."');
      const { at, type, name } = n;
      return { kind: "OptionalField", at, type, name, base: to.Expr(n.base, context) };
    },
  },
});

export const rejectUnsupported = pass({
  name: "reject-unsupported",
  purpose: "Reports each construct that this version of the compiler cannot run.",
  from: Typed,
  to: Slice,
  run: (program) => {
    const diagnostics: Diagnostic[] = [];
    const sliced = body.Program(program, { path: "", diagnostics });
    return diagnostics.length === 0 ? right(sliced) : left(diagnostics);
  },
});
