// lower-builtins: calls of built-ins become primitive operations, names of functions become values.

import { right } from "fp-ts/These";
import { Opened, type OpenedGrammar, Values, type ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { defaultId } from "../../ir/mono.ts";
import { list, plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { asUnknown, bind, prim } from "./build.ts";
import { builtinCalls } from "./builtin-calls.ts";
import { type Demand, demand } from "./demand.ts";
import { entersFunctionType } from "./function-places.ts";
import { type EnumDecl, type Tables, tablesOf, variantOf } from "./tables.ts";
import { askBuiltin, askVariant } from "./value-builtins.ts";
import { askValue, type Callable, type Fn } from "./value-functions.ts";

type OldFunction = NodeOf<OpenedGrammar, "Function">;

interface Context extends Frame {
  readonly tables: Tables;
  readonly functions: ReadonlyMap<string, OldFunction>;
  /** Functions for built-ins and variants that are used as values. */
  readonly made: Demand<Fn>;
  /** Where they are said to stand. */
  readonly path: string;
  /** A value of a function type may be a function of another type. */
  readonly disguised: boolean;
}

const body = rewrite<OpenedGrammar, ValuesGrammar, Context>(Opened, Values, {
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
      return builtinCalls[n.name]!(args, n.at, context, n.type);
    },
    CallValue: (n, to, context) => {
      const callee = to.Expr(n.callee, context);
      const args = n.args.map((arg) => to.Expr(arg, context));
      if (isDirect(callee.type, args.length, context)) return { ...n, callee, args };
      const items = { kind: "List" as const, at: n.at, type: list(UNKNOWN), items: args.map(asUnknown) };
      const called = prim("unknown.call", UNKNOWN, [asUnknown(callee), items], n.at);
      return plain(n.type).kind === "Unknown"
        ? called
        : { kind: "Convert", at: n.at, type: n.type, value: called };
    },
    FunctionName: ({ at, type, id }, _, { functions, made }) => ({
      ...{ kind: "FunctionValue", at, type },
      ...askValue(callableOf(functions.get(id)!, functions, 0), type, made),
    }),
    MethodValue: (n, to, context) => {
      const { at, type } = n;
      const { functions, made } = context;
      const method = functions.get(n.function)!;
      const receiver = to.Expr(n.receiver, context);
      const taken = method.params.length - parameterCount(type);
      const value = askValue(callableOf(method, functions, taken), type, made);
      return taken > 0
        ? { kind: "Closure", at, type, ...value, captured: receiver }
        : bind(fresh(context, "receiver"), receiver, { kind: "FunctionValue", at, type, ...value }, at);
    },
    BuiltinName: ({ at, type, name }, _, { made, path }) => ({
      ...{ kind: "FunctionValue", at, type },
      ...askValue(askBuiltin(name, path, made), type, made),
    }),
    VariantName: ({ at, type, enum: owner, variant }, _, { tables, made, path }) => {
      const declared = tables.enums.get(owner) as EnumDecl;
      const known = variantOf(declared, variant)!.variant;
      return {
        ...{ kind: "FunctionValue", at, type },
        ...askValue(askVariant(declared, known, path, made), type, made),
      };
    },
  },
});

/**
 * Whether the callee is surely a function of its type, whose arguments fit. Where a function with a Result has defaults
 * to fill in, an error that they raise is not its own Err, but the caller's (03, 7.2): its adapter for a list of
 * arguments has no Result, so it lets the error pass.
 */
const isDirect = (type: Type, given: number, { disguised }: Context): boolean => {
  const known = plain(type);
  if (known.kind !== "Function" || disguised) return false;
  return known.result.kind !== "Result" || given === known.params.length;
};

/** How many parameters a function of the type has. */
const parameterCount = (type: Type): number => {
  const known = plain(type);
  return known.kind === "Function" ? known.params.length : 0;
};

/** `taken` is 1 for a method whose receiver, its first parameter, is captured, else 0. */
const callableOf = (
  { id, name, path, params, result }: OldFunction,
  functions: Context["functions"],
  taken: number,
): Callable => ({
  ...{ id, name, label: `<fn ${name}>`, path, result, rest: "refused", misfit: "runtime_type_error" },
  captured: taken > 0 ? params[0]!.type : null,
  params: params.slice(taken).map(({ local, type }) => {
    const given = functions.get(defaultId(id, local.name));
    return { name: local.name, type, default: given ? { id: given.id, takes: given.params.length } : null };
  }),
});

export const lowerBuiltins = pass({
  name: "lower-builtins",
  purpose: "Makes primitive operations of calls of built-ins.",
  from: Opened,
  to: Values,
  run: (program) =>
    right(
      body.Program(program, {
        locals: 0,
        tables: tablesOf(program.types),
        functions: new Map(program.functions.map((fn) => [fn.id, fn])),
        made: demand(),
        path: program.sources[0]?.path ?? "",
        disguised: entersFunctionType(program),
      }),
    ),
});
