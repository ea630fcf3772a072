// Binding of arguments to parameters (chapter 2.7.5).

import type { NodeOf } from "../../../ir/framework/language.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import type { ParameterType } from "../../../ir/types.ts";
import { suggestion } from "../suggestion.ts";
import { type Context, report } from "./context.ts";

export type Arg = NodeOf<ResolvedGrammar, "Arg">;

/** What is called, as far as binding goes. `name` is how messages call it. */
export interface Signature {
  readonly name: string;
  readonly params: readonly ParameterType[];
  /** Named arguments are allowed. */
  readonly named: boolean;
}

/**
 * The index of the parameter of each argument, in the order written: named arguments go by name, positional ones to
 * the leftmost parameters that are free. Null where that fails (reported).
 */
export const bind = (
  args: readonly Arg[],
  signature: Signature,
  at: number,
  context: Context,
): readonly number[] | null => {
  const named = bindNamed(args, signature, context);
  if (named === null) return null;
  const taken = new Set(named.values());
  const bound: number[] = [];
  let next = 0;
  for (const arg of args) {
    const index = named.get(arg);
    if (index !== undefined) {
      bound.push(index);
      continue;
    }
    while (taken.has(next)) next++;
    bound.push(next++);
  }
  return checkCount(bound, signature, at, context) ? bound : null;
};

const bindNamed = (
  args: readonly Arg[],
  { name, params, named }: Signature,
  context: Context,
): ReadonlyMap<Arg, number> | null => {
  const bound = new Map<Arg, number>();
  const taken = new Set<number>();
  let fine = true;
  const fail = (at: number, message: string): void => {
    report(context, at, message);
    fine = false;
  };
  for (const arg of args) {
    if (!arg.name) continue;
    const index = params.findIndex((param) => param.name === arg.name?.name);
    if (!named) fail(arg.name.at, `${name} takes no named arguments; write the value alone`);
    else if (index < 0) {
      fail(
        arg.name.at,
        `${name} has no parameter "${arg.name.name}"${suggestion(
          arg.name.name,
          params.map((param) => param.name),
        )}`,
      );
    } else if (taken.has(index))
      fail(arg.name.at, `the parameter "${arg.name.name}" already has an argument`);
    taken.add(index);
    bound.set(arg, index);
  }
  return fine ? bound : null;
};

const checkCount = (
  bound: readonly number[],
  { name, params }: Signature,
  at: number,
  context: Context,
): boolean => {
  const taken = new Set(bound);
  const missing = params.filter((param, i) => !param.optional && !taken.has(i));
  const tooMany = bound.some((index) => index >= params.length);
  if (!tooMany && missing.length === 0) return true;
  const problem = tooMany
    ? `too many arguments: ${name} takes ${countOf(params)}, found ${bound.length}`
    : `missing argument${missing.length > 1 ? "s" : ""} of ${name}: ${missing
        .map((param) => `${param.name}: ${param.type.text}`)
        .join(", ")}`;
  report(context, at, problem, "FUSE_WRONG_ARITY");
  return false;
};

const countOf = (params: readonly ParameterType[]): string => {
  const least = params.filter((param) => !param.optional).length;
  if (params.length === 0) return "none";
  return least === params.length ? `${least}` : `${least} to ${params.length}`;
};
