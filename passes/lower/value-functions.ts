// The functions behind a function that is used as a value: one for each number of arguments that it may be called
// with, and one that takes its arguments in a list of values of unknown type.

import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, INT, list, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import {
  asUnknown,
  call,
  choose,
  fail,
  functionOf,
  giveBack,
  int,
  letBe,
  param,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import type { Demand } from "./demand.ts";

export type Fn = NodeOf<ValuesGrammar, "Function">;
type Expr = NodeOf<ValuesGrammar, "Expr">;
type Stmt = NodeOf<ValuesGrammar, "Stmt">;

/** A parameter, and the function that gives its default from the parameters to its left; null if it has none. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly default: string | null;
}

/** A function that is used as a value. `rest`: arguments beyond the parameters are allowed, and not used. */
export interface Callable {
  readonly id: string;
  readonly name: string;
  /** Its text form. */
  readonly label: string;
  readonly path: string;
  readonly params: readonly Parameter[];
  readonly result: Type;
  readonly rest: boolean;
}

const ENTRY = ".entry(";
const DYNAMIC = ".dynamic()";

/** Whether the function only leads a call of a function value to its function: calls of it count as nothing (03, 7.3). */
export const isAdapterId = (id: string): boolean => /\.(entry\(\d+|dynamic\()\)$/.test(id);

/** The fields of a `FunctionValue`; sees to it that the functions exist. */
export const askValue = (callable: Callable, made: Demand<Fn>) => {
  const { id, label, params } = callable;
  const entries: string[] = [];
  for (let given = needed(params); given < params.length; given++) {
    entries.push(made.ask(`${id}${ENTRY}${given})`, () => entryOf(callable, given)));
  }
  const dynamic = made.ask(`${id}${DYNAMIC}`, () => dynamicOf(callable));
  return { label, entries: [...entries, id], dynamic };
};

/** So many arguments cannot be left out. */
const needed = (params: readonly Parameter[]): number =>
  params.findLastIndex((each) => each.default === null) + 1;

const localOf = (name: string, id: number): Local => ({ name, id, kind: "param" });

/** Takes the first `given` arguments; defaults are evaluated in order (03, 7.1). */
const entryOf = ({ id, name, path, params, result }: Callable, given: number): Fn => {
  const values = params.map((each, i) => use(localOf(each.name, i), each.type));
  const byDefault = params.slice(given).map((each, i): Stmt => {
    const value: Expr = call<Expr>(each.default!, each.type, values.slice(0, given + i));
    return letBe(values[given + i]!.local, value);
  });
  return functionOf({
    ...{ id: `${id}${ENTRY}${given})`, name: `${name}${ENTRY}${given})`, path, result },
    params: values.slice(0, given).map(({ local, type }) => param(local, type)),
    locals: params.length,
    statements: [...byDefault, giveBack(call<Expr>(id, result, values))],
  });
};

/** Tests the number of arguments, then each enters the type of its parameter (03, 8.4), then as above. */
const dynamicOf = (callable: Callable): Fn => {
  const { id, name, path, params, result } = callable;
  const args = use(localOf("arguments", params.length), list(UNKNOWN));
  const count = use(localOf("count", params.length + 1), INT);
  const values = params.map((each, i) => use(localOf(each.name, i), each.type));
  const bound = params.map((each, i): Stmt => {
    const { type } = each;
    const given = entered(prim("list.get", UNKNOWN, [args, int(BigInt(i))]), type);
    const value =
      i < needed(params)
        ? given
        : choose<Expr, Expr, Expr>(
            compared("int.gt", count, i),
            type,
            given,
            call<Expr>(each.default!, type, values.slice(0, i)),
          );
    return letBe<Expr>(values[i]!.local, value);
  });
  return functionOf({
    ...{ id: `${id}${DYNAMIC}`, name: `${name}${DYNAMIC}`, path, result: UNKNOWN },
    params: [param(args.local, args.type)],
    locals: params.length + 2,
    statements: [
      letBe<Expr>(count.local, prim("list.length", INT, [args])),
      ...countTests(callable, count),
      ...bound,
      giveBack(asUnknown(call<Expr>(id, result, values))),
    ],
  });
};

const entered = (value: Expr, type: Type): Expr =>
  type === UNKNOWN ? value : { kind: "Convert", at: 0, type, value };

const compared = (op: PrimitiveName, count: Expr, bound: number): Expr =>
  prim(op, BOOL, [count, int(BigInt(bound))]);

const countTests = ({ label, params, rest }: Callable, count: Expr): readonly Stmt[] => {
  const takes: Expr = text(`${label} takes ${params.length} arguments, got `);
  const message = prim("text.concat", STRING, [takes, prim("int.text", STRING, [count])]);
  const least = needed(params);
  const tooFew = least > 0 ? [compared("int.lt", count, least)] : [];
  const tooMany = rest ? [] : [compared("int.gt", count, params.length)];
  const exact = !rest && least === params.length;
  const tests = exact ? [compared("int.ne", count, least)] : [...tooFew, ...tooMany];
  return tests.map((wrong) =>
    when<Expr, Stmt>(wrong, [perform(fail<Expr>("runtime_invalid_arguments", message))]),
  );
};
