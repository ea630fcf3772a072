// bind-arguments: calls have all arguments in the order of the parameters; what is evaluated earlier is bound before.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Called, type CalledGrammar, Mono, type MonoGrammar } from "../../ir/mono.ts";
import type { Local } from "../../ir/symbols.ts";
import { type Frame, fresh } from "../fresh.ts";

type Expr = NodeOf<MonoGrammar, "Expr">;
type Fn = FormOf<CalledGrammar, "Function", "Function">;

interface Context extends Frame {
  readonly functions: ReadonlyMap<string, Fn>;
}

/** A value that comes to be before the call. */
interface Bound {
  readonly local: Local;
  readonly value: Expr;
}

const body = rewrite<CalledGrammar, MonoGrammar, Context>(Called, Mono, {
  Function: {
    Function: (n, to, { functions }) => {
      const context = { functions, locals: n.locals };
      const params = n.params.map((param) => to.Param(param, context));
      const body = to.Block(n.body, context);
      return { ...n, params, body, locals: context.locals };
    },
  },
  Param: { Param: ({ at, local, type }) => ({ kind: "Param", at, local, type }) },
  Expr: {
    Call: (n, to, context) => {
      const { params } = context.functions.get(n.function)!;
      const values: (Expr | undefined)[] = params.map(() => undefined);
      for (const { index, value } of n.args) values[index] = to.Expr(value, context);
      const missing = params.flatMap((_, index) => (values[index] ? [] : [index]));
      const constants = missing.map((index) => constantOf(params[index]!.default!, context));
      missing.forEach((index, i) => {
        values[index] = constants[i] ?? undefined;
      });
      const calls = missing.filter((_, i) => constants[i] === null);
      const written = n.args.map(({ index }) => index);
      const order = [...written, ...calls];
      const inPlace = calls.length === 0 && isSorted(written.filter((index) => !isStable(values[index]!)));
      const bound: Bound[] = [];
      for (const index of inPlace ? [] : order) {
        const value = values[index] ?? defaultCall(params[index]!.default!, values, index, n.at, context);
        values[index] = isStable(value) ? value : bind(value, params[index]!.local.name, bound, context);
      }
      const call: Expr = {
        kind: "Call",
        at: n.at,
        type: n.type,
        function: n.function,
        args: values as Expr[],
      };
      return bound.reduceRight<Expr>(
        (body, { local, value }) => ({ kind: "Bind", at: n.at, type: n.type, local, value, body }),
        call,
      );
    },
  },
});

/** The default is evaluated with the parameters to its left, which are bound by then. */
const defaultCall = (
  id: string,
  values: readonly (Expr | undefined)[],
  index: number,
  at: number,
  context: Context,
): Expr => {
  const { result } = context.functions.get(id)!;
  return { kind: "Call", at, type: result, function: id, args: values.slice(0, index) as Expr[] };
};

const bind = (value: Expr, name: string, bound: Bound[], context: Context): Expr => {
  const local = fresh(context, name);
  bound.push({ local, value });
  return { kind: "Local", at: value.at, type: value.type, local };
};

/** The default, where it is the same wherever it is evaluated: then no call is needed. */
const constantOf = (id: string, { functions }: Context): Expr | null => {
  const [statement] = functions.get(id)!.body.statements;
  const value = statement?.kind === "Return" ? statement.value : null;
  return value && isLiteral(value) ? (value as Expr) : null;
};

const isLiteral = ({ kind }: { readonly kind: string }): boolean =>
  kind === "Int" || kind === "Float" || kind === "Bool" || kind === "Text" || kind === "Null";

/** Evaluated earlier or later, it is the same: an expression changes no local. */
const isStable = (value: Expr): boolean => value.kind === "Local" || isLiteral(value);

const isSorted = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || numbers[i - 1]! < number);

export const bindArguments = pass({
  name: "bind-arguments",
  purpose: "Writes calls with all arguments in the order of the parameters.",
  from: Called,
  to: Mono,
  run: (program) => {
    const functions = new Map(program.functions.map((fn) => [fn.id, fn]));
    return right(body.Program(program, { functions, locals: 0 }));
  },
});
