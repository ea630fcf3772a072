// Inference of calls (chapter 2.7.5): of functions, methods, components, members of bounds, built-ins, variants and values.

import type { NodeOf } from "../../../ir/framework/language.ts";
import { substitute } from "../../../ir/substitution.ts";
import { nameOfId } from "../../../ir/symbols.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import {
  DIAGNOSED,
  map,
  option,
  type ParameterType,
  plain,
  STRING,
  type Type,
  type TypeOf,
  UNIT,
} from "../../../ir/types.ts";
import { isUnknown, unknownFrom } from "../../compatibility.ts";
import { type Applied, apply, type Site } from "./arguments.ts";
import { callBuiltin } from "./builtin-calls.ts";
import { type Expr, type InferenceOf, meaningOf, report, type SourceForm, wrong } from "./context.ts";
import { queriedBy, typedQuery } from "./typed-queries.ts";

type Form<K extends Expr["kind"]> = Extract<Expr, { readonly kind: K }>;

export const calls: InferenceOf<"Expr", "Call"> = {
  Call: (call, to, context) => {
    const site = { call, to, context };
    const meant = meaningOf(call.callee, context);
    if (meant?.kind === "TypeName") return callType(meant, site);
    const queried = queriedBy(site);
    if (queried) return typedQuery(queried, site);
    const callee = to.Expr(call.callee, context.operand);
    return called(callee, site) ?? failed(callee, site);
  },
};

/** The call of something that was inferred as a value; null where its arguments do not bind. */
const called = (callee: Expr, site: Site): Expr | null => {
  switch (callee.kind) {
    case "FunctionName":
      return callFunction(callee.id, null, site);
    case "MethodValue":
      return callFunction(callee.function, callee.receiver, site);
    case "MemberValue":
      return callMember(callee, site);
    case "BuiltinMethod":
      return callBuiltin(callee.name, callee.receiver, site);
    case "BuiltinName":
      return callee.type.kind === "Namespace"
        ? callValue(callee, site)
        : callBuiltin(callee.name, null, site);
    case "VariantName":
      return callVariant(callee, site);
    default:
      return callValue(callee, site);
  }
};

/** A struct literal whose name also stood in a pattern, where it was a variant. */
const callType = ({ at, type }: SourceForm<"TypeName">, site: Site): Expr => {
  const { call, to, context } = site;
  const fields = call.args.flatMap(({ at, name, value }) =>
    name ? [{ kind: "FieldValue" as const, at, name, value }] : [],
  );
  const isStruct = type.kind === "Struct" || type.kind === "Config";
  if (isStruct && fields.length === call.args.length) {
    return to.Expr({ kind: "StructLiteral", at: call.at, struct: type.id, fields }, context);
  }
  if (type !== DIAGNOSED) {
    const hint = isStruct ? "; a struct literal names its fields" : "";
    report(context, at, `"${type.text}" is a type, not a value${hint}`);
  }
  return failed(wrong(at), site);
};

// ---- Functions ------------------------------------------------------------------------------------------

const callFunction = (id: string, receiver: Expr | null, site: Site): Expr | null => {
  const known = site.context.body.checker.declarations.functions.get(id);
  if (!known) return null;
  const params = known.kind === "component" ? known.params.map(openAttributes) : known.params;
  const callable = { ...known, params, named: true, result: known.result ?? UNIT };
  const applied = apply(callable, site);
  if (applied === null) return null;
  const { at } = site.call;
  const { result: type, typeArgs } = applied;
  return { kind: "Call", at, type, function: id, typeArgs, receiver, args: boundArgs(applied) };
};

/** The last parameters of a component: a null among the attributes leaves one out (2.13). */
const openAttributes = (param: ParameterType): ParameterType =>
  param.name === "attrs" ? { ...param, type: map(STRING, option(STRING)) } : param;

/** A call through a bound: `Self` is the type parameter. */
const callMember = (callee: Form<"MemberValue">, site: Site): Expr | null => {
  const { of, interface: owner, member: name, receiver } = callee;
  const known = site.context.body.checker.declarations.interfaces.get(owner);
  const member = known?.members.find((each) => each.name === name);
  if (!known || !member) return null;
  const self = new Map([[known.self, of]]);
  const callable = {
    name: `${known.name}.${name}`,
    named: true,
    typeParams: member.typeParams,
    params: member.params.map((param) => ({ ...param, type: substitute(param.type, self) })),
    result: substitute(member.result ?? UNIT, self),
  };
  const applied = apply(callable, site);
  if (applied === null) return null;
  const { result: type, typeArgs } = applied;
  const args = boundArgs(applied);
  return {
    kind: "CallMember",
    at: site.call.at,
    type,
    of,
    interface: owner,
    member: name,
    typeArgs,
    receiver,
    args,
  };
};

const boundArgs = ({ args }: Applied): readonly NodeOf<InferredGrammar, "BoundArg">[] =>
  args.map(({ at, index, value }) => ({ kind: "BoundArg", at, index, value }));

// ---- Values ---------------------------------------------------------------------------------------------

const callVariant = (callee: Form<"VariantName">, site: Site): Expr | null => {
  const { params, result } = callee.type as TypeOf<"Function">;
  const { enum: owner, variant } = callee;
  const name = `${nameOfId(owner)}.${variant}`;
  const applied = apply({ name, params, named: false, typeParams: [], result }, site);
  if (applied === null) return null;
  const args = applied.args.map(({ value }) => value);
  return { kind: "MakeVariant", at: site.call.at, type: result, enum: owner, variant, args };
};

const callValue = (callee: Expr, site: Site): Expr | null => {
  const type = plain(callee.type);
  if (type.kind === "Function") return callFunctionValue(callee, type, site);
  if (isUnknown(type)) return failed(callee, site, unknownFrom(type));
  report(site.context, site.call.at, notCallable(type));
  return null;
};

const callFunctionValue = (callee: Expr, { params, result }: TypeOf<"Function">, site: Site): Expr | null => {
  const signature = { name: "a function value", params, named: false, typeParams: [], result };
  const applied = apply(signature, site);
  if (applied === null) return null;
  const args = applied.args.map(({ value }) => value);
  return { kind: "CallValue", at: site.call.at, type: applied.result, callee, args };
};

const notCallable = (type: Type): string =>
  type.kind === "Option"
    ? `call target is not a function: it may be null (${type.text}); take it apart with "match"`
    : `call target is not a function, it is of type ${type.text}`;

/** A call of unknown outcome: its arguments are expressions like any other. */
const failed = (callee: Expr, { call, to, context }: Site, type: Type = DIAGNOSED): Expr => ({
  kind: "CallValue",
  at: call.at,
  type,
  callee,
  args: call.args.map((arg) => to.Expr(arg.value, context.operand)),
});
