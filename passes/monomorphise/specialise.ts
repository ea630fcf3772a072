// specialise: one function for each list of type arguments, and calls through bounds go to methods (chapter 1.8, row 12).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import {
  Detached,
  type DetachedGrammar,
  defaultId,
  Specialised,
  type SpecialisedGrammar,
} from "../../ir/mono.ts";
import { substitution } from "../../ir/substitution.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { dispatchCall, dispatchValue, memberOfUnknown } from "./dispatch.ts";
import { type Context, type Fn, instance } from "./instances.ts";
import { methodsOf } from "./method-table.ts";
import { substituteTypes } from "./substitute-types.ts";

type Program = NodeOf<DetachedGrammar, "Program">;
type Instance = NodeOf<SpecialisedGrammar, "Function">;
type Expr = NodeOf<SpecialisedGrammar, "Expr">;
type CallMember = FormOf<DetachedGrammar, "Expr", "CallMember">;
type MemberValue = FormOf<DetachedGrammar, "Expr", "MemberValue">;
type To = Recur<DetachedGrammar, SpecialisedGrammar, Context>;

const body = rewrite<DetachedGrammar, SpecialisedGrammar, Context>(Detached, Specialised, {
  Program: {
    Program: ({ at, sources, types, functions, entries }, to, context) => {
      const plainOnes = functions.filter(({ typeParams }) => typeParams.length === 0);
      const made = plainOnes.map((fn) => to.Function(fn, context));
      // A map goes on to what is added while it is walked through.
      for (const [id, { of, args }] of context.wanted) made.push(specialised(of, id, args, to, context));
      const fields = (decl: NodeOf<DetachedGrammar, "TypeDecl">) => to.TypeDecl(decl, context);
      return { kind: "Program", at, sources, types: types.map(fields), functions: made, entries };
    },
  },
  Function: {
    Function: ({ typeParams, ...n }, to, outer) => {
      const context = { ...outer, locals: n.locals };
      const params = n.params.map((param) => to.Param(param, context));
      const body = to.Block(n.body, context);
      return { ...n, params, locals: context.locals, body };
    },
  },
  Expr: {
    Call: (n, to, context) => ({
      kind: "Call",
      at: n.at,
      type: n.type,
      function: instance(n.function, n.typeArgs, context),
      receiver: n.receiver && to.Expr(n.receiver, context),
      args: n.args.map((arg) => to.BoundArg(arg, context)),
    }),
    CallMember: (n, to, context) => callMember(n, to, context),
    MemberValue: (n, to, context) => memberValue(n, to, context),
    Spawn: (n, to, context) => ({
      ...{ kind: "Spawn", at: n.at, type: n.type, function: instance(n.function, n.typeArgs, context) },
      args: n.captured.map((arg) => to.Expr(arg, context)),
    }),
    Field: (n, to, context) => memberOfUnknown({ ...n, base: to.Expr(n.base, context) }, context),
    OptionalField: (n, to, context) => memberOfUnknown({ ...n, base: to.Expr(n.base, context) }, context),
    Index: (n, to, context) => {
      const base = to.Expr(n.base, context);
      const handled = n.handled || alwaysHandled(base.type);
      return { kind: "Index", at: n.at, type: n.type, handled, base, index: to.Expr(n.index, context) };
    },
    OptionalIndex: (n, to, context) => {
      const base = to.Expr(n.base, context);
      const content = base.type.kind === "Option" ? base.type.inner : base.type;
      const handled = n.handled || alwaysHandled(content);
      return {
        ...{ kind: "OptionalIndex", at: n.at, type: n.type, handled, base },
        index: to.Expr(n.index, context),
      };
    },
    Convert: (n, to, context) => {
      const value = to.Expr(n.value, context);
      // a T that enters a T? is there already where T is an option itself
      return value.type === n.type ? value : { kind: "Convert", at: n.at, type: n.type, value };
    },
  },
});

/** A read of a map whose values may be null themselves gives null for a missing key (02, 2.7.4). */
const alwaysHandled = (base: Type): boolean => {
  const of = plain(base);
  return of.kind === "Map" && (of.value.kind === "Option" || of.value.kind === "Unknown");
};

// ---- Calls through bounds -------------------------------------------------------------------------------

const callMember = (n: CallMember, to: To, context: Context): Expr => {
  const method = context.methods.find(n.interface, n.of, n.member);
  const receiver = n.receiver && to.Expr(n.receiver, context);
  const args = n.args.map((arg) => to.BoundArg(arg, context));
  if (method === null) return dispatchCall(n, receiver ?? noType(n.at), args, context);
  const id = instance(method, n.typeArgs, context);
  return { kind: "Call", at: n.at, type: n.type, function: id, receiver, args };
};

const memberValue = (n: MemberValue, to: To, context: Context): Expr => {
  const method = context.methods.find(n.interface, n.of, n.member);
  const receiver = n.receiver && to.Expr(n.receiver, context);
  if (method === null) return dispatchValue(n, receiver ?? noType(n.at), context);
  return receiver === null
    ? { kind: "FunctionName", at: n.at, type: n.type, id: method }
    : { kind: "MethodValue", at: n.at, type: n.type, function: method, receiver };
};

/** An unknown type has no members of its own. */
const noType = (at: number): Expr => ({ kind: "Null", at, type: UNKNOWN });

// ---- Instances ------------------------------------------------------------------------------------------

const specialised = (fn: Fn, id: string, args: readonly Type[], to: To, context: Context): Instance => {
  const concrete = substituteTypes(fn, substitution(fn.typeParams, args));
  const made = to.Function({ ...concrete, typeParams: [] }, context);
  return { ...made, id, params: made.params.map((param) => withDefault(param, id, args, context)) };
};

/** The default of a parameter is generic as the function is. */
const withDefault = (
  param: Instance["params"][number],
  id: string,
  args: readonly Type[],
  context: Context,
): Instance["params"][number] => {
  if (param.default === null) return param;
  const made = defaultId(id, param.local.name);
  if (!context.wanted.has(made))
    context.wanted.set(made, { of: context.functions.get(param.default)!, args });
  return { ...param, default: made };
};

export const specialise = pass({
  name: "specialise",
  purpose: "Makes a function of each generic function for each list of type arguments.",
  from: Detached,
  to: Specialised,
  run: (program: Program) => {
    const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
    const methods = methodsOf(program);
    return right(body.Program(program, { functions, methods, wanted: new Map(), locals: 0 }));
  },
});
