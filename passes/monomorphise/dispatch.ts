// Members of a value of unknown type: those of the impls for whatever type the value has (03, section 11).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { DetachedGrammar, SpecialisedGrammar } from "../../ir/mono.ts";
import { substitute, substitution } from "../../ir/substitution.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, functionType, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { fresh } from "../fresh.ts";
import { type Context, type Fn, instance } from "./instances.ts";
import type { Implementation } from "./method-table.ts";

type Expr = NodeOf<SpecialisedGrammar, "Expr">;
type BoundArg = NodeOf<SpecialisedGrammar, "BoundArg">;
type CallMember = FormOf<DetachedGrammar, "Expr", "CallMember">;
type MemberValue = FormOf<DetachedGrammar, "Expr", "MemberValue">;

const use = (local: Local, type: Type, at: number): Expr => ({ kind: "Local", at, type, local });

const converted = (value: Expr, type: Type): Expr =>
  value.type === type ? value : { kind: "Convert", at: value.at, type, value };

const bind = (local: Local, value: Expr, body: Expr): Expr => ({
  ...{ kind: "Bind", at: body.at, type: body.type, local, value, body },
});

/** The member as a field: what such a value has that is of no type with an impl. */
const field = (n: CallMember | MemberValue, base: Expr): Expr => ({
  ...{ kind: "Field", at: n.at, type: UNKNOWN, name: { name: n.member, at: n.at }, base },
});

/** What `of` gives for the implementation for the type that the value has; `otherwise` if there is none. */
const choice = (
  receiver: Expr,
  implementations: readonly Implementation[],
  of: (self: Expr, id: string) => Expr,
  otherwise: Expr,
): Expr =>
  implementations.reduceRight<Expr>((whenFalse, { target, function: method }) => {
    const { at, type } = otherwise;
    const condition: Expr = { kind: "HasType", at, type: BOOL, id: target.id, value: receiver };
    return {
      kind: "Choose",
      at,
      type,
      condition,
      whenTrue: of(converted(receiver, target), method),
      whenFalse,
    };
  }, otherwise);

/** Receiver and arguments are evaluated, as written, before the type of the receiver is looked at. */
export const dispatchCall = (
  n: CallMember,
  receiver: Expr,
  args: readonly BoundArg[],
  context: Context,
): Expr => {
  const { at, type } = n;
  const self = fresh(context, "receiver");
  const bound = args.map((arg) => ({ arg, local: fresh(context, "argument") }));
  const values = bound.map(({ arg, local }) => ({ ...arg, value: use(local, arg.value.type, arg.at) }));
  const known = use(self, receiver.type, receiver.at);
  const callOf = (self: Expr, id: string): Expr => {
    const method = context.functions.get(id)!;
    const by = substitution(method.typeParams, n.typeArgs);
    const fitting = values.map((arg) => {
      const param = method.params[arg.index]!;
      return { ...arg, value: converted(arg.value, substitute(param.type, by)) };
    });
    const call: Expr = {
      ...{
        kind: "Call",
        at,
        type: substitute(method.result, by),
        function: instance(id, n.typeArgs, context),
      },
      ...{ receiver: self, args: fitting },
    };
    return converted(call, type);
  };
  const callee = field(n, known);
  const plain: Expr = {
    ...{ kind: "CallValue", at, type: UNKNOWN, callee, args: values.map(({ value }) => value) },
  };
  const implementations = context.methods.all(n.interface, n.member);
  const body = choice(known, implementations, callOf, converted(plain, type));
  const inner = bound.reduceRight((then, { arg, local }) => bind(local, arg.value, then), body);
  return bind(self, receiver, inner);
};

/** Only a method whose type is that of the member can be its value. */
const isOfType = (method: Fn, type: TypeOf<"Function">): boolean =>
  method.result === type.result &&
  method.params.every((param, i) => {
    const wanted = type.params[i];
    return wanted?.type === param.type && wanted.optional === (param.default !== null);
  });

export const dispatchValue = (n: MemberValue, receiver: Expr, context: Context): Expr => {
  const { at, type } = n;
  const self = fresh(context, "receiver");
  const known = use(self, receiver.type, receiver.at);
  const implementations = context.methods
    .all(n.interface, n.member)
    .filter(({ function: id }) => type.kind === "Function" && isOfType(context.functions.get(id)!, type));
  const methodOf = (receiver: Expr, id: string): Expr => ({
    ...{ kind: "MethodValue", at, type, function: id, receiver },
  });
  const body = choice(known, implementations, methodOf, converted(field(n, known), type));
  return bind(self, receiver, body);
};

/** A member of a value of unknown type: the field of that name, or the method of the type that the value has. */
export const memberOfUnknown = (
  n: FormOf<SpecialisedGrammar, "Expr", "Field" | "OptionalField">,
  context: Context,
): Expr => {
  const { base, type } = n;
  const methods = context.methods
    .named(n.name.name)
    .filter(({ function: id }) => context.functions.get(id)!.typeParams.length === 0);
  if (base.type !== UNKNOWN || methods.length === 0) return n;
  const self = fresh(context, "receiver");
  const known = use(self, UNKNOWN, base.at);
  const methodOf = (receiver: Expr, id: string): Expr => {
    const { params, result } = context.functions.get(id)!;
    const of = functionType(
      params.map(({ local, type, default: given }) => ({ name: local.name, type, optional: given !== null })),
      result,
    );
    return converted({ kind: "MethodValue", at: n.at, type: of, function: id, receiver }, type);
  };
  return bind(self, base, choice(known, methods, methodOf, { ...n, base: known }));
};
