// What calls of each function hand down besides the arguments: how many calls are active, and where the program is.

import { NO_PLACE } from "../../ir/derived.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { primitives } from "../../ir/primitives.ts";
import { Resumable, type ResumableGrammar } from "../../ir/resumable.ts";
import type { WasmType } from "../../ir/wat.ts";
import { uniqueNames } from "./identifiers.ts";
import { wasmTypesOf } from "./representation.ts";

export type AnyFunction = NodeOf<ResumableGrammar, "Function">;
type Atom = NodeOf<ResumableGrammar, "Atom">;

/** The names of the parameters besides the program's own. */
export const CALLS = "calls";
export const SITE = "site";
/** The first parameter of a function that may wait: the frame with which it goes on, 0 for a call. */
export const FRAME = "frame";

/** How a function is called. */
export interface Callee {
  /** Its identifier in the module. */
  readonly name: string;
  readonly counts: AnyFunction["counts"];
  /**
   * A call may wait. It takes a frame, 0 here, in front of all else, and gives 0 when its results stand at `RESULTS`; or
   * the frame that it made, which waits for the caller's as its parent.
   */
  readonly suspends: boolean;
  /** Of each parameter that the program gave it, whether the caller goes on owning the argument. */
  readonly borrowed: readonly boolean[];
  /** What the program's own parameters are made of. */
  readonly params: readonly WasmType[];
  readonly results: readonly WasmType[];
  /** It takes the number of active counted calls, for it may make such a call. */
  readonly takesCalls: boolean;
  /** It takes the site of the call, for what fails in it may have no place of its own. */
  readonly takesSite: boolean;
}

/** What a function does that its callers have to know. */
interface Facts {
  /** It may fail where it stands nowhere. */
  fails: boolean;
  /** It calls function values. */
  callsValues: boolean;
  readonly callees: Set<string>;
  /** Of these, the ones that are called where it stands nowhere. */
  readonly placeless: Set<string>;
  /** All functions that are used as values, by whichever function. */
  readonly values: Set<string>;
}

/** A task runs its function on behalf of whoever makes it. */
const callsFunction = (
  { at, function: id, args }: Pick<FormOf<ResumableGrammar, "Expr", "Call">, "at" | "function" | "args">,
  to: { readonly Atom: (atom: Atom, facts: Facts) => void },
  facts: Facts,
): void => {
  facts.callees.add(id);
  if (at === NO_PLACE) facts.placeless.add(id);
  for (const arg of args) to.Atom(arg, facts);
};

const fails = ({ at }: { readonly at: number }, facts: Facts): void => {
  if (at === NO_PLACE) facts.fails = true;
};

const callsValue = (node: { readonly at: number }, facts: Facts): void => {
  facts.callsValues = true;
  fails(node, facts);
};

const gather = traverse<ResumableGrammar, Facts>(Resumable, {
  Stmt: { StoreItem: (n, _, facts) => fails(n, facts) },
  Expr: {
    Prim: (n, to, facts) => {
      if (n.op === "unknown.call") callsValue(n, facts);
      if (n.op === "fail" || primitives[n.op].fails.length > 0) fails(n, facts);
      for (const arg of n.args) to.Atom(arg, facts);
    },
    Call: callsFunction,
    Spawn: callsFunction,
    CallValue: (n, to, facts) => {
      callsValue(n, facts);
      to.Atom(n.callee, facts);
      for (const arg of n.args) to.Atom(arg, facts);
    },
    PartOfItem: (n, _, facts) => fails(n, facts),
    PartOfKey: (n, _, facts) => fails(n, facts),
    FunctionValue: (n, _, facts) => gatherValue(n, facts),
    Closure: (n, to, facts) => {
      gatherValue(n, facts);
      to.Atom(n.captured, facts);
    },
  },
  Suspension: {
    Call: callsFunction,
    CallValue: (n, to, facts) => {
      callsValue(n, facts);
      to.Atom(n.callee, facts);
      for (const arg of n.args) to.Atom(arg, facts);
    },
    CallUnknown: (n, _, facts) => callsValue(n, facts),
    Time: (n, _, facts) => fails(n, facts),
  },
  Atom: { FunctionValue: (n, _, facts) => gatherValue(n, facts) },
});

const gatherValue = (
  { entries, dynamic }: Pick<FormOf<ResumableGrammar, "Atom", "FunctionValue">, "entries" | "dynamic">,
  { values }: Facts,
): void => {
  for (const id of [...entries, dynamic]) values.add(id);
};

/** The functions from which one of `seeds` can be reached, themselves among them. */
const reaching = (
  seeds: Iterable<string>,
  callers: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const reached = new Set(seeds);
  for (const id of reached) for (const caller of callers.get(id) ?? []) reached.add(caller);
  return reached;
};

const callersBy = (
  all: ReadonlyMap<string, Facts>,
  calleesOf: (facts: Facts) => Iterable<string>,
): ReadonlyMap<string, readonly string[]> => {
  const callers = new Map<string, string[]>();
  for (const [id, facts] of all) {
    for (const callee of calleesOf(facts)) {
      const known = callers.get(callee);
      if (known) known.push(id);
      else callers.set(callee, [id]);
    }
  }
  return callers;
};

/**
 * How to call each function of a program; `taken` are the identifiers that none may have. What is used as a value
 * takes both additional parameters, so that one convention serves all calls of values.
 */
export const calleesOf = (
  functions: readonly AnyFunction[],
  taken: Iterable<string>,
): { readonly callees: ReadonlyMap<string, Callee>; readonly values: ReadonlySet<string> } => {
  const values = new Set<string>();
  const all = new Map<string, Facts>();
  for (const fn of functions) {
    const facts = { fails: false, callsValues: false, callees: new Set(), placeless: new Set(), values };
    gather.Function(fn, facts as Facts);
    all.set(fn.id, facts as Facts);
  }
  const counted = new Map(functions.map(({ id, counts }) => [id, counts]));
  const seeds = (test: (id: string, facts: Facts) => boolean): readonly string[] =>
    [...all].filter(([id, facts]) => values.has(id) || test(id, facts)).map(([id]) => id);
  const takeCalls = reaching(
    seeds((id, { callsValues }) => callsValues || counted.get(id) === "calls"),
    callersBy(all, (facts) => facts.callees),
  );
  const counts = (id: string): boolean => counted.get(id) !== "nothing";
  const takeSite = reaching(
    seeds((_, facts) => facts.fails || [...facts.placeless].some(counts)),
    callersBy(all, (facts) => facts.placeless),
  );
  const nameOf = uniqueNames(taken);
  const callees = new Map(
    functions.map(({ kind, id, counts, params, result }) => [
      id,
      {
        ...{ name: nameOf(id), counts, suspends: kind === "Suspending" },
        borrowed: params.map((param) => param.borrowed),
        params: params.flatMap(({ type }) => wasmTypesOf(type)),
        results: wasmTypesOf(result),
        ...{ takesCalls: takeCalls.has(id), takesSite: takeSite.has(id) },
      },
    ]),
  );
  return { callees, values };
};
