// Inference of calls of built-ins (chapter 2.8).

import { type Builtin, builtins } from "../../../ir/builtins.ts";
import { type ParameterType, UNKNOWN } from "../../../ir/types.ts";
import { type Applied, apply, rejectTypeArgs, type Site } from "./arguments.ts";
import { type Expr, placeOf, report } from "./context.ts";
import { isTypedDecoding, typedDecoding } from "./typed-decoding.ts";

/** A call of a built-in; the receiver of a method goes in front of the arguments. Null where they do not bind. */
export const callBuiltin = (name: string, receiver: Expr | null, site: Site): Expr | null => {
  if (isTypedDecoding(name, site)) return typedDecoding(site);
  const builtin = builtins[name]!;
  const given = builtin.rest ? restArguments(name, site) : boundArguments(name, builtin, site);
  if (given === null) return null;
  const args = receiver ? [receiver, ...given] : given;
  return { kind: "CallBuiltin", at: site.call.at, type: builtin.result, name, args };
};

/** The arguments of a built-in that takes any number of values of any type. */
const restArguments = (name: string, site: Site): readonly Expr[] => {
  const { call, to, context } = site;
  rejectTypeArgs(name, site);
  const untyped = placeOf(context, UNKNOWN);
  for (const arg of call.args) {
    if (arg.name) report(context, arg.name.at, `${name} takes no named arguments; write the value alone`);
  }
  return call.args.map((arg) => to.Expr(arg.value, untyped));
};

const boundArguments = (name: string, { params, result }: Builtin, site: Site): readonly Expr[] | null => {
  const { call, context } = site;
  const count = call.args.length;
  if (sqlFunctions.has(name) && (count === 0 || count > 2)) {
    report(context, call.at, `${name} takes the SQL and a list of its parameters, found ${count} arguments`);
    return null;
  }
  const applied = apply({ name, params, named: true, typeParams: [], result }, site);
  return applied && inOrder(applied, params, site);
};

/** Of these a wrong number of arguments has no code (2.8.3). */
const sqlFunctions: ReadonlySet<string> = new Set(["db.exec", "db.query", "db.one"]);

/** The arguments in the order of the parameters; null stands for one that is left out in front of another. */
const inOrder = ({ args }: Applied, params: readonly ParameterType[], { call }: Site): readonly Expr[] => {
  const given = new Map(args.map(({ index, value }) => [Number(index), value]));
  const count = Math.max(0, ...[...given.keys()].map((index) => index + 1));
  return params.slice(0, count).map((_, i) => given.get(i) ?? { kind: "Null", at: call.at, type: UNKNOWN });
};
