// lower-builtins: calls of built-ins become primitive operations, names of functions become values.

import { right } from "fp-ts/These";
import { Operations, type OperationsGrammar, Values, type ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { defaultId } from "../../ir/mono.ts";
import { list, plain, UNKNOWN } from "../../ir/types.ts";
import { type Frame, inFrame } from "../fresh.ts";
import { prim } from "./build.ts";
import { asUnknown, builtinCalls } from "./builtin-calls.ts";
import { type Demand, demand } from "./demand.ts";
import { type EnumDecl, type Tables, tablesOf, variantOf } from "./tables.ts";
import { askBuiltin, askVariant, type Fn } from "./value-functions.ts";

type OldFunction = NodeOf<OperationsGrammar, "Function">;

interface Context extends Frame {
  readonly tables: Tables;
  readonly functions: ReadonlyMap<string, OldFunction>;
  /** Functions for built-ins and variants that are used as values. */
  readonly made: Demand<Fn>;
  /** Where they are said to stand. */
  readonly path: string;
}

const body = rewrite<OperationsGrammar, ValuesGrammar, Context>(Operations, Values, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      return { ...n, functions: [...functions, ...context.made.all()] };
    },
  },
  Function: {
    Function: (n, to, context) => inFrame(n, context, to.Block),
  },
  Expr: {
    CallBuiltin: (n, to, context) => {
      const args = n.args.map((arg) => to.Expr(arg, context));
      return builtinCalls[n.name]!(args, n.at, context);
    },
    CallValue: (n, to, context) => {
      const callee = to.Expr(n.callee, context);
      const args = n.args.map((arg) => to.Expr(arg, context));
      if (plain(callee.type).kind !== "Unknown") return { ...n, callee, args };
      const items = { kind: "List" as const, at: n.at, type: list(UNKNOWN), items: args.map(asUnknown) };
      return prim("unknown.call", UNKNOWN, [callee, items], n.at);
    },
    FunctionName: ({ at, type, id }, _, { functions }) => {
      const fn = functions.get(id);
      const defaults = (fn?.params ?? []).map(({ local }) => {
        const given = defaultId(id, local.name);
        return functions.has(given) ? given : null;
      });
      return {
        kind: "FunctionValue",
        at,
        type,
        function: id,
        label: `<fn ${fn?.name ?? id}>`,
        defaults,
        rest: false,
      };
    },
    BuiltinName: ({ at, type, name }, _, { made, path }) => {
      const value = askBuiltin(name, path, made);
      return { kind: "FunctionValue", at, type, label: `<builtin ${name}>`, ...value };
    },
    VariantName: ({ at, type, enum: owner, variant }, _, { tables, made, path }) => {
      const declared = tables.enums.get(owner) as EnumDecl;
      const known = variantOf(declared, variant)!.variant;
      const id = askVariant(declared, known, path, made);
      const label = `<enum ${declared.name}.${variant}>`;
      return {
        kind: "FunctionValue",
        at,
        type,
        function: id,
        label,
        defaults: known.payload.map(() => null),
        rest: false,
      };
    },
  },
});

export const lowerBuiltins = pass({
  name: "lower-builtins",
  purpose: "Makes primitive operations of calls of built-ins.",
  from: Operations,
  to: Values,
  run: (program) =>
    right(
      body.Program(program, {
        locals: 0,
        tables: tablesOf(program.types),
        functions: new Map(program.functions.map((fn) => [fn.id, fn])),
        made: demand(),
        path: program.sources[0]?.path ?? "",
      }),
    ),
});
