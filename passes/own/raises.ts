// Which functions an error value may leave (03, 7.2), and what such a function gives instead: a Result.

import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { result, type Type, UNKNOWN } from "../../ir/types.ts";

type Fn = NodeOf<AnfGrammar, "Function">;
type Expr = NodeOf<AnfGrammar, "Expr">;

/** The results of functions, now that errors are returned. */
export interface Results {
  /** Of a function, by its id. */
  readonly of: (id: string) => Type;
  /** Of what a call calls, if that may end with an error that the call does not expect; else null. */
  readonly raisedBy: (call: Expr) => Type | null;
}

/** A result of that type, or an error. */
export const orError = (type: Type): Type => result(type, UNKNOWN);

/** Stands for whatever function value is called: it calls every function that is used as a value. */
const HELD = "(function values)";

interface Found {
  readonly called: Set<string>;
  readonly held: Set<string>;
  raises: boolean;
}

const looked = traverse<AnfGrammar, Found>(Anf, {
  Expr: {
    Prim: (n, to, found) => {
      if (n.op === "raise") found.raises = true;
      if (n.op === "unknown.call") found.called.add(HELD);
      for (const arg of n.args) to.Atom(arg, found);
    },
    Call: (n, to, found) => {
      found.called.add(n.function);
      for (const arg of n.args) to.Atom(arg, found);
    },
    CallValue: (n, to, found) => {
      if (!isResult(n.type)) found.called.add(HELD);
      to.Atom(n.callee, found);
      for (const arg of n.args) to.Atom(arg, found);
    },
    FunctionValue: (n, _, { held }) => hold(n, held),
    Closure: (n, to, found) => {
      hold(n, found.held);
      to.Atom(n.captured, found);
    },
  },
  Atom: { FunctionValue: (n, _, { held }) => hold(n, held) },
});

const hold = (
  { entries, dynamic }: { readonly entries: readonly string[]; readonly dynamic: string },
  held: Set<string>,
): void => {
  for (const id of entries) held.add(id);
  held.add(dynamic);
};

const isResult = ({ kind }: Type): boolean => kind === "Result";

/**
 * A function that declares a Result takes every error. Any other may be left by what it raises and by what leaves the
 * functions it calls. If an error may leave one that is used as a value, all of those give Results, since who calls a
 * value does not know which it is.
 */
export const resultsOf = (functions: readonly Fn[]): Results => {
  const declared = new Map(functions.map((fn) => [fn.id, fn.result]));
  const callers = new Map<string, string[]>();
  const held = new Set<string>();
  const pending: string[] = [];
  for (const fn of functions) {
    const found: Found = { called: new Set(), held, raises: false };
    looked.Block(fn.body, found);
    if (isResult(fn.result)) continue;
    for (const callee of found.called) {
      const known = callers.get(callee);
      if (known) known.push(fn.id);
      else callers.set(callee, [fn.id]);
    }
    if (found.raises) pending.push(fn.id);
  }
  const left = new Set<string>();
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (left.has(id)) continue;
    left.add(id);
    if (held.has(id)) pending.push(HELD);
    if (id === HELD) pending.push(...[...held].filter((each) => !isResult(declared.get(each)!)));
    for (const caller of callers.get(id) ?? []) pending.push(caller);
  }
  const of = (id: string): Type => {
    const type = declared.get(id)!;
    return left.has(id) && !isResult(type) ? orError(type) : type;
  };
  return { of, raisedBy: (call) => raisedBy(call, left, of) };
};

const raisedBy = (call: Expr, left: ReadonlySet<string>, of: Results["of"]): Type | null => {
  switch (call.kind) {
    case "Call":
      return left.has(call.function) && !isResult(call.type) ? of(call.function) : null;
    case "CallValue":
      return left.has(HELD) && !isResult(call.type) ? orError(call.type) : null;
    case "Prim":
      return left.has(HELD) && call.op === "unknown.call" ? orError(UNKNOWN) : null;
    default:
      return null;
  }
};
