// Inference of the arguments of a call (chapters 2.7.5 and 2.11.1): bound, inferred once, and held against their parameters.

import type { NodeOf } from "../../../ir/framework/language.ts";
import type { TypeParam } from "../../../ir/interfaces.ts";
import { substitute, substitution } from "../../../ir/substitution.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import { DIAGNOSED, HTML, plain, type Type } from "../../../ir/types.ts";
import { isUnknown } from "../../compatibility.ts";
import { type Arg, bind, type Signature } from "./binding.ts";
import { type Context, type Expr, placeOf, report, type SourceForm, type To } from "./context.ts";
import { inferredTypes, mentions, satisfiesBound } from "./generics.ts";
import { type Place, settleIn } from "./places.ts";

/** What a clause has at hand for the call it infers. */
export interface Site {
  readonly call: SourceForm<"Call">;
  readonly to: To;
  readonly context: Context;
}

/** What is called, with what it gives. */
export interface Callable extends Signature {
  readonly typeParams: readonly TypeParam[];
  readonly result: Type;
}

export interface Applied {
  /** In the order written. */
  readonly args: readonly Bound[];
  readonly typeArgs: readonly Type[];
  readonly result: Type;
}
export interface Bound {
  readonly at: number;
  /** That of its parameter. */
  readonly index: NodeOf<InferredGrammar, "BoundArg">["index"];
  readonly value: Expr;
}

/** The arguments in the places of their parameters; null where they do not bind (reported). */
export const apply = (callable: Callable, site: Site): Applied | null => {
  const { call, context } = site;
  const explicit = explicitTypes(callable, site);
  if (!takesBlock(callable, site)) return null;
  const indices = bind(call.args, callable, call.at, context);
  if (indices === null) return null;
  const params = indices.map((index) => callable.params[index]!);
  const known = substitution(callable.typeParams, explicit ?? []);
  const open = explicit === null ? callable.typeParams : [];
  const values = call.args.map((arg, i) => argument(arg, substitute(params[i]!.type, known), open, site));
  const found = explicit ?? solve(callable, values, params, site);
  const types = found.map((type) => type ?? DIAGNOSED);
  const by = substitution(callable.typeParams, types);
  const places = params.map(
    ({ name, type }, i): Place => ({
      type: substitute(type, by),
      what: `the argument "${name}" of ${callable.name}`,
      at: placeAt(call.args[i]!),
    }),
  );
  const args = values.map((value, i) => ({
    at: call.args[i]!.at,
    index: indices[i]! as Bound["index"],
    value: settleIn(value, context, places[i]!),
  }));
  const satisfied = checkBounds(callable, types, site);
  const solved = satisfied && found.every((type) => type !== null);
  return { args, typeArgs: types, result: solved ? substitute(callable.result, by) : DIAGNOSED };
};

const placeAt = (arg: Arg): number => arg.name?.at ?? arg.value.at;

/** An argument whose parameter's type is still open is inferred as if nothing were expected. */
const argument = (arg: Arg, type: Type, open: readonly TypeParam[], { to, context }: Site): Expr =>
  to.Expr(arg.value, mentions(type, open) ? context.operand : placeOf(context, type));

/** A call with a block makes Html. */
const takesBlock = ({ name, result, typeParams }: Callable, { call, context }: Site): boolean => {
  const type = plain(result);
  if (!call.args.some((arg) => arg.fromBlock)) return true;
  if (type === HTML || isUnknown(type) || mentions(type, typeParams)) return true;
  report(context, call.at, `an HTML block needs a call that gives Html, and ${name} gives ${type.text}`);
  return false;
};

// ---- Type arguments -------------------------------------------------------------------------------------

/** The type arguments that are written, one for each parameter; null where none are, so that they are to be found. */
const explicitTypes = (
  { name, typeParams }: Pick<Callable, "name" | "typeParams">,
  { call, context }: Site,
): readonly Type[] | null => {
  const written = call.typeArgs.map((node) => node.type);
  if (written.length === 0) return null;
  if (written.length !== typeParams.length) {
    const expected =
      typeParams.length === 0
        ? "is not generic, so it takes no type arguments"
        : `has the type parameters ${typeParams.map((param) => param.name).join(", ")}, found ${written.length} type arguments`;
    report(context, call.at, `${name} ${expected}`, "FUSE_GENERIC_CALL_TYPE_ARG");
  }
  return typeParams.map((_, i) => written[i] ?? DIAGNOSED);
};

/** Reports type arguments of what has no type parameters. */
export const rejectTypeArgs = (name: string, site: Site): void => {
  explicitTypes({ name, typeParams: [] }, site);
};

const solve = (
  { name, typeParams }: Callable,
  values: readonly Expr[],
  params: readonly { readonly type: Type }[],
  { call, context }: Site,
): readonly (Type | null)[] => {
  if (typeParams.length === 0) return [];
  const given = values.map((value, i) => ({ type: params[i]!.type, value }));
  const found = inferredTypes(typeParams, given);
  const unknown = typeParams.filter((_, i) => found[i] === null).map((param) => param.name);
  if (unknown.length > 0) {
    report(
      context,
      call.at,
      `the arguments do not say what ${unknown.join(", ")} of ${name} is; write the type arguments: ${name}<…>(…)`,
      "FUSE_GENERIC_INFERENCE",
    );
  }
  return found;
};

const checkBounds = (
  { name, typeParams }: Callable,
  types: readonly Type[],
  { call, context }: Site,
): boolean => {
  const wrong = typeParams.flatMap(({ name: param, bound }, i) =>
    bound === null || satisfiesBound(types[i]!, bound, context) ? [] : [{ param, bound, type: types[i]! }],
  );
  for (const { param, bound, type } of wrong) {
    const owner = context.body.checker.declarations.interfaces.get(bound)?.name ?? bound;
    report(
      context,
      call.at,
      `${name} needs a ${param} with the interface ${owner}, and ${type.text} ${remedy(type, owner)}`,
      "FUSE_GENERIC_INFERENCE",
    );
  }
  return wrong.length === 0;
};

const remedy = (type: Type, owner: string): string => {
  if (type.kind === "Struct" || type.kind === "Enum") {
    return `has no impl of it; write "impl ${owner} for ${type.text}"`;
  }
  return type.kind === "Parameter"
    ? `is not bound to it; write "where ${type.name}: ${owner}"`
    : "can have none: only types and enums have impls";
};
