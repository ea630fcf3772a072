// Inference of calls (chapter 2.7.5): of declared functions, built-ins, variants and function values.

import { builtins } from "../../../ir/builtins.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { nameOfId } from "../../../ir/symbols.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import { DIAGNOSED, plain, type Type, type TypeOf, UNIT, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, unknownFrom } from "../compatibility.ts";
import { type Arg, bind, type Signature } from "./binding.ts";
import {
  type Context,
  type Expr,
  type InferenceOf,
  meaningOf,
  placeOf,
  report,
  type SourceForm,
  type To,
  wrong,
} from "./context.ts";
import { enter } from "./places.ts";

type Call = SourceForm<"Call">;
type BoundArg = NodeOf<InferredGrammar, "BoundArg">;
type Index = BoundArg["index"];
/** What a clause has at hand for the call it infers. */
interface Site {
  readonly call: Call;
  readonly to: To;
  readonly context: Context;
}

export const calls: InferenceOf<"Expr", "Call"> = {
  Call: (call, to, context) => {
    const meant = meaningOf(call.callee, context);
    if (meant?.kind === "TypeName") return callType(meant, call, to, context);
    const callee = to.Expr(call.callee, context.operand);
    const site = { call, to, context };
    switch (callee.kind) {
      case "FunctionName":
        return callFunction(callee.id, callee, site);
      case "BuiltinName":
        return callBuiltin(callee.name, callee, site);
      case "VariantName":
        return callVariant(callee, site);
      default:
        return callValue(callee, site);
    }
  },
};

/** A struct literal whose name also stood in a pattern, where it was a variant. */
const callType = ({ at, id }: SourceForm<"TypeName">, call: Call, to: To, context: Context): Expr => {
  const fields = call.args.flatMap(({ at, name, value }) =>
    name ? [{ kind: "FieldValue" as const, at, name, value }] : [],
  );
  const isStruct = context.body.checker.declarations.structs.has(id);
  if (isStruct && fields.length === call.args.length) {
    return to.Expr({ kind: "StructLiteral", at: call.at, struct: id, fields }, context);
  }
  report(context, at, `"${nameOfId(id)}" is a type, not a value; a struct literal names its fields`);
  return failed(wrong(at), { call, to, context });
};

const callFunction = (id: string, callee: Expr, site: Site): Expr => {
  const known = site.context.body.checker.declarations.functions.get(id);
  if (!known) return failed(callee, site);
  const bound = bindAll({ name: known.name, params: known.params, named: true }, site);
  if (bound === null) return failed(callee, site);
  const args = bound.map(
    ({ at, index, value }): BoundArg => ({ kind: "BoundArg", at, index: index as Index, value }),
  );
  return { kind: "Call", at: site.call.at, type: known.result ?? UNIT, function: id, args };
};

const callBuiltin = (name: string, callee: Expr, site: Site): Expr => {
  const builtin = builtins[name];
  if (!builtin) return failed(callee, site);
  const args = builtin.rest
    ? restArguments(name, site)
    : bindAll({ name, params: builtin.params, named: true }, site)
        ?.toSorted((a, b) => a.index - b.index)
        .map(({ value }) => value);
  if (!args) return failed(callee, site);
  return { kind: "CallBuiltin", at: site.call.at, type: builtin.result, name, args };
};

/** The arguments of a built-in that takes any number of values of any type. */
const restArguments = (name: string, { call, to, context }: Site): readonly Expr[] => {
  const untyped = placeOf(context, UNKNOWN);
  for (const arg of call.args) {
    if (arg.name) report(context, arg.name.at, `${name} takes no named arguments; write the value alone`);
  }
  return call.args.map((arg) => to.Expr(arg.value, untyped));
};

const callVariant = (callee: Extract<Expr, { kind: "VariantName" }>, site: Site): Expr => {
  const { params, result } = callee.type as TypeOf<"Function">;
  const bound = bindAll({ name: `${nameOfId(callee.enum)}.${callee.variant}`, params, named: false }, site);
  if (bound === null) return failed(callee, site);
  const args = bound.map(({ value }) => value);
  return {
    kind: "MakeVariant",
    at: site.call.at,
    type: result,
    enum: callee.enum,
    variant: callee.variant,
    args,
  };
};

const callValue = (callee: Expr, site: Site): Expr => {
  const type = plain(callee.type);
  if (type.kind === "Function") return callFunctionValue(callee, type, site);
  if (isUnknown(type)) return failed(callee, site, unknownFrom(type));
  report(site.context, site.call.at, notCallable(type));
  return failed(callee, site);
};

const callFunctionValue = (callee: Expr, { params, result }: TypeOf<"Function">, site: Site): Expr => {
  const bound = bindAll({ name: "a function value", params, named: false }, site);
  if (bound === null) return failed(callee, site);
  return { kind: "CallValue", at: site.call.at, type: result, callee, args: bound.map(({ value }) => value) };
};

const notCallable = (type: Type): string =>
  type.kind === "Option"
    ? `call target is not a function: it may be null (${type.text}); take it apart with "match"`
    : `call target is not a function, it is of type ${type.text}`;

interface Bound {
  readonly at: number;
  readonly index: number;
  readonly value: Expr;
}

/** The arguments in the order written, each in the place of its parameter; null where they do not bind. */
const bindAll = (signature: Signature, site: Site): readonly Bound[] | null => {
  const { call, to, context } = site;
  const indices = bind(call.args, signature, call.at, context);
  if (indices === null) return null;
  return call.args.map((arg, i) => {
    const index = indices[i]!;
    const { name, type } = signature.params[index]!;
    const place = { type, what: `the argument "${name}" of ${signature.name}`, at: placeAt(arg) };
    return { at: arg.at, index, value: enter(arg.value, to, context, place) };
  });
};

const placeAt = (arg: Arg): number => arg.name?.at ?? arg.value.at;

/** A call of unknown outcome: its arguments are expressions like any other. */
const failed = (callee: Expr, { call, to, context }: Site, type: Type = DIAGNOSED): Expr => ({
  kind: "CallValue",
  at: call.at,
  type,
  callee,
  args: call.args.map((arg) => to.Expr(arg.value, context.operand)),
});
