// Conversions of calls: an argument enters the type of its parameter, as the type arguments of the call make it.

import { builtins } from "../../../ir/builtins.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { substitute, substitution } from "../../../ir/substitution.ts";
import type { InferredGrammar, TypedGrammar } from "../../../ir/typed.ts";
import { plain, QUERY, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import type { Context, ConversionOf, Expr, Inferred, InferredForm, To } from "./context.ts";
import { into, operand } from "./places.ts";

type Call = "Call" | "CallMember" | "CallBuiltin" | "CallValue" | "MakeVariant" | "Bang";
type Receiving = "MethodValue" | "MemberValue" | "BuiltinMethod" | "TypedQuery";

export const calls: ConversionOf<"Expr", Call | Receiving> = {
  Call: (n, to, context) => {
    const receiver = n.receiver && operand(to.Expr(n.receiver, context));
    const args = boundArgs(paramsOf(n, context), n.args, to, context);
    return {
      kind: "Call",
      at: n.at,
      type: n.type,
      function: n.function,
      typeArgs: n.typeArgs,
      receiver,
      args,
    };
  },
  CallMember: (n, to, context) => {
    const receiver = n.receiver && operand(to.Expr(n.receiver, context));
    return { ...n, receiver, args: boundArgs(memberParamsOf(n, context), n.args, to, context) };
  },
  CallBuiltin: (n, to, context) => {
    const types = builtinPlaces(n.name);
    const args = n.args.map((arg, i) => argumentInto(types[i] ?? UNKNOWN, to.Expr(arg, context)));
    return { kind: "CallBuiltin", at: n.at, type: n.type, name: n.name, args };
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
    const error = n.error && into(context.raised, to.Expr(n.error, context));
    return { kind: "Bang", at: n.at, type: n.type, value, error };
  },
  MethodValue: (n, to, context) => ({ ...n, receiver: operand(to.Expr(n.receiver, context)) }),
  MemberValue: (n, to, context) => ({
    ...n,
    receiver: n.receiver && operand(to.Expr(n.receiver, context)),
  }),
  BuiltinMethod: (n, to, context) => ({ ...n, receiver: operand(to.Expr(n.receiver, context)) }),
  TypedQuery: (n, to, context) => ({ ...n, query: into(QUERY, to.Expr(n.query, context)) }),
};

/** The types of the parameters of a call of a declared function. */
const paramsOf = (n: InferredForm<"Call">, { declarations }: Context): readonly Type[] => {
  const known = declarations.functions.get(n.function);
  if (!known) return [];
  const by = substitution(known.typeParams, n.typeArgs);
  return known.params.map(({ type }) => substitute(type, by));
};

/** Those of a call through a bound: `Self` is the type parameter. */
const memberParamsOf = (n: InferredForm<"CallMember">, { declarations }: Context): readonly Type[] => {
  const known = declarations.interfaces.get(n.interface);
  const member = known?.members.find(({ name }) => name === n.member);
  if (!known || !member) return [];
  const by = new Map([[known.self, n.of], ...substitution(member.typeParams, n.typeArgs)]);
  return member.params.map(({ type }) => substitute(type, by));
};

/** The types of the arguments of a built-in, its receiver among them. */
const builtinPlaces = (name: string): readonly Type[] => {
  const builtin = builtins[name];
  if (!builtin || builtin.rest) return [];
  const params = builtin.params.map(({ type }) => type);
  return name.startsWith("query.") ? [QUERY, ...params] : params;
};

/** An argument of unknown type is tested by the built-in, with a failure of its own (03, 8.4). */
const argumentInto = (type: Type, value: Expr): Expr => (isUnknown(value.type) ? value : into(type, value));

type BoundArg = NodeOf<InferredGrammar, "BoundArg">;

const boundArgs = (
  types: readonly Type[],
  args: readonly BoundArg[],
  to: To,
  context: Context,
): readonly NodeOf<TypedGrammar, "BoundArg">[] =>
  args.map(({ at, index, value }) => ({
    kind: "BoundArg",
    at,
    index,
    value: into(types[index] ?? UNKNOWN, to.Expr(value, context)),
  }));

/** Values in places of these types; those beyond the list are in untyped places. */
const intoAll = (
  types: readonly Type[],
  values: readonly Inferred[],
  to: To,
  context: Context,
): readonly Expr[] => values.map((value, i) => into(types[i] ?? UNKNOWN, to.Expr(value, context)));
