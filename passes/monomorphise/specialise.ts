// specialise: one function for each list of type arguments, and calls through bounds go to methods (chapter 1.8, row 12).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import {
  Detached,
  type DetachedGrammar,
  defaultId,
  instanceId,
  Specialised,
  type SpecialisedGrammar,
} from "../../ir/mono.ts";
import { substitution } from "../../ir/substitution.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { type MethodTable, methodsOfImpls } from "./method-table.ts";
import { substituteTypes } from "./substitute-types.ts";

type Program = NodeOf<DetachedGrammar, "Program">;
type Fn = NodeOf<DetachedGrammar, "Function">;
type Instance = NodeOf<SpecialisedGrammar, "Function">;
type Expr = NodeOf<SpecialisedGrammar, "Expr">;
type CallMember = FormOf<DetachedGrammar, "Expr", "CallMember">;
type MemberValue = FormOf<DetachedGrammar, "Expr", "MemberValue">;
type To = Recur<DetachedGrammar, SpecialisedGrammar, Context>;

interface Context {
  readonly functions: ReadonlyMap<string, Fn>;
  readonly methods: MethodTable;
  /** The instances that were asked for, by id; they are made one after the other. */
  readonly wanted: Map<string, { readonly of: Fn; readonly args: readonly Type[] }>;
}

/** The id of a function for these type arguments; if it is generic, that instance is made. */
const instance = (id: string, args: readonly Type[], { functions, wanted }: Context): string => {
  const made = instanceId(id, args);
  if (args.length > 0 && !wanted.has(made)) wanted.set(made, { of: functions.get(id)!, args });
  return made;
};

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
    Function: (n, to, context) => ({
      kind: "Function",
      at: n.at,
      id: n.id,
      name: n.name,
      path: n.path,
      self: n.self,
      selfType: n.selfType,
      params: n.params.map((param) => to.Param(param, context)),
      result: n.result,
      locals: n.locals,
      body: to.Block(n.body, context),
    }),
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
  if (method === null) {
    const callee = unknownMember(n, receiver);
    return { kind: "CallValue", at: n.at, type: n.type, callee, args: args.map(({ value }) => value) };
  }
  const id = instance(method, n.typeArgs, context);
  return { kind: "Call", at: n.at, type: n.type, function: id, receiver, args };
};

const memberValue = (n: MemberValue, to: To, context: Context): Expr => {
  const method = context.methods.find(n.interface, n.of, n.member);
  const receiver = n.receiver && to.Expr(n.receiver, context);
  if (method === null) return unknownMember(n, receiver);
  return receiver === null
    ? { kind: "FunctionName", at: n.at, type: n.type, id: method }
    : { kind: "MethodValue", at: n.at, type: n.type, function: method, receiver };
};

/** A member of a value of unknown type, which satisfies every bound: it is looked for when the program runs. */
const unknownMember = (n: CallMember | MemberValue, receiver: Expr | null): Expr => {
  const base: Expr = receiver ?? { kind: "Null", at: n.at, type: UNKNOWN };
  return { kind: "Field", at: n.at, type: UNKNOWN, name: { name: n.member, at: n.at }, base };
};

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
    const methods = methodsOfImpls(program.impls);
    return right(body.Program(program, { functions, methods, wanted: new Map() }));
  },
});
