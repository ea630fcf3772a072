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
  kindIs,
  letBe,
  param,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import { misfit as misfitOf } from "./builtin-calls.ts";
import type { Demand } from "./demand.ts";

export type Fn = NodeOf<ValuesGrammar, "Function">;
type Expr = NodeOf<ValuesGrammar, "Expr">;
type Stmt = NodeOf<ValuesGrammar, "Stmt">;

/** The function that gives a default from so many parameters: those nearest to the left of its own. */
export interface Default {
  readonly id: string;
  readonly takes: number;
}

/** A parameter, and its default, if it has one. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly default: Default | null;
}

/**
 * A function that is used as a value. `rest` says of arguments beyond the parameters that they are too many, or that
 * they are evaluated for nothing, or that the function, which has no parameters then, takes a list of them.
 */
export interface Callable {
  readonly id: string;
  /** The type of what the value captures, which the function takes before its parameters; null if it does not. */
  readonly captured: Type | null;
  readonly name: string;
  /** Its text form. */
  readonly label: string;
  readonly path: string;
  readonly params: readonly Parameter[];
  readonly result: Type;
  readonly rest: "refused" | "unused" | "listed";
  /** The failure of an argument of unknown type that is no value of the parameter's type. */
  readonly misfit: "runtime_type_error" | "runtime_invalid_arguments";
}

const ENTRY = ".entry(";
const DYNAMIC = ".dynamic()";

/** Whether the function only leads a call of a function value to its function: calls of it count as nothing (03, 7.3). */
export const isAdapterId = (id: string): boolean => /\.(entry\(\d+|dynamic\()\)$/.test(id);

/** What the ids and names of the entries begin with: those of a value that captures are others. */
const led = (name: string, { captured }: Callable): string => (captured ? `${name}.bound` : name);

/** The fields of a function value of that type; sees to it that the functions exist. */
export const askValue = (callable: Callable, type: Type, made: Demand<Fn>) => {
  const { label, params } = callable;
  const id = led(callable.id, callable);
  const entries: string[] = [];
  for (let given = needed(params); given <= params.length; given++) {
    entries.push(made.ask(`${id}${ENTRY}${given})`, () => entryOf(callable, type, given)));
  }
  const dynamic = made.ask(`${id}${DYNAMIC}`, () => dynamicOf(callable, type));
  return { label, entries, dynamic };
};

/** So many arguments cannot be left out. */
const needed = (params: readonly Parameter[]): number =>
  params.findLastIndex((each) => each.default === null) + 1;

const localOf = (name: string, id: number): Local => ({ name, id, kind: "param" });

type Use = ReturnType<typeof use>;

/** What comes before the arguments of the function: what the value captured, bound by `statements`. */
const before = (value: Use, { captured }: Callable, id: number) => {
  if (captured === null) return { leading: [] as readonly Use[], statements: [] as readonly Stmt[] };
  const receiver = use(localOf("captured", id), captured);
  const read = letBe<Expr>(receiver.local, prim("function.captured", captured, [value]));
  return { leading: [receiver], statements: [read as Stmt] };
};

const NO_ITEMS: Expr = { kind: "List", at: 0, type: list(UNKNOWN), items: [] };

const defaultOf = ({ type, default: given }: Parameter, left: readonly Use[]): Expr =>
  call<Expr>(given!.id, type, left.slice(left.length - given!.takes));

/** Takes the value and the first `given` arguments; defaults are evaluated in order (03, 7.1). */
const entryOf = (callable: Callable, type: Type, given: number): Fn => {
  const { id, name, path, params, result, rest } = callable;
  const values = params.map((each, i) => use(localOf(each.name, i), each.type));
  const listed: readonly Expr[] = rest === "listed" ? [NO_ITEMS] : [];
  const value = use(localOf("function", params.length), type);
  const { leading, statements } = before(value, callable, params.length + 1);
  const byDefault = params.slice(given).map((each, i): Stmt => {
    const left = [...leading, ...values.slice(0, given + i)];
    return letBe(values[given + i]!.local, defaultOf(each, left));
  });
  const suffix = `${ENTRY}${given})`;
  return functionOf({
    ...{ id: `${led(id, callable)}${suffix}`, name: `${led(name, callable)}${suffix}`, path, result },
    params: [value, ...values.slice(0, given)].map((each) => param(each.local, each.type)),
    locals: params.length + 1 + leading.length,
    statements: [
      ...statements,
      ...byDefault,
      giveBack(call<Expr>(id, result, [...leading, ...values, ...listed])),
    ],
  });
};

/** Takes the value and a list; tests the number of arguments, then each enters the type of its parameter (03, 8.4), then as above. */
const dynamicOf = (callable: Callable, type: Type): Fn => {
  const { id, name, path, params, result, rest } = callable;
  const args = use(localOf("arguments", params.length), list(UNKNOWN));
  const count = use(localOf("count", params.length + 1), INT);
  const value = use(localOf("function", params.length + 2), type);
  const { leading, statements } = before(value, callable, params.length + 3);
  const values = params.map((each, i) => use(localOf(each.name, i), each.type));
  const listed: readonly Expr[] = rest === "listed" ? [args] : [];
  const bound = params.map((each, i): Stmt => {
    const { type } = each;
    const given = entered(prim("list.get", UNKNOWN, [args, int(BigInt(i))]), type, callable);
    const value =
      i < needed(params)
        ? given
        : choose<Expr, Expr, Expr>(
            compared("int.gt", count, i),
            type,
            given,
            defaultOf(each, [...leading, ...values.slice(0, i)]),
          );
    return letBe<Expr>(values[i]!.local, value);
  });
  return functionOf({
    ...{ id: `${led(id, callable)}${DYNAMIC}`, name: `${led(name, callable)}${DYNAMIC}`, path },
    ...{ result: UNKNOWN, params: [value, args].map((each) => param(each.local, each.type)) },
    locals: params.length + 3 + leading.length,
    statements: [
      letBe<Expr>(count.local, prim("list.length", INT, [args])),
      ...countTests(callable, count),
      ...statements,
      ...bound,
      giveBack(asUnknown(call<Expr>(id, result, [...leading, ...values, ...listed]))),
    ],
  });
};

const entered = (value: Expr, type: Type, { misfit }: Callable): Expr => {
  if (type === UNKNOWN) return value;
  if (misfit === "runtime_type_error") return { kind: "Convert", at: 0, type, value };
  const failure = fail<Expr>(misfit, misfitOf(value, type));
  return choose<Expr, Expr, Expr>(
    kindIs<Expr>(value, type.kind),
    type,
    prim("unknown.as", type, [value]),
    failure,
  );
};

const compared = (op: PrimitiveName, count: Expr, bound: number): Expr =>
  prim(op, BOOL, [count, int(BigInt(bound))]);

const countTests = ({ label, params, rest }: Callable, count: Expr): readonly Stmt[] => {
  const takes: Expr = text(`${label} takes ${params.length} arguments, got `);
  const message = prim("text.concat", STRING, [takes, prim("int.text", STRING, [count])]);
  const least = needed(params);
  const tooFew = least > 0 ? [compared("int.lt", count, least)] : [];
  const tooMany = rest === "refused" ? [compared("int.gt", count, params.length)] : [];
  const exact = rest === "refused" && least === params.length;
  const tests = exact ? [compared("int.ne", count, least)] : [...tooFew, ...tooMany];
  return tests.map((wrong) =>
    when<Expr, Stmt>(wrong, [perform(fail<Expr>("runtime_invalid_arguments", message))]),
  );
};
