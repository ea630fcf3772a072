// Pass bodies: rewriting into another language, folding to a value, and traversing for effect.

import type { Monoid } from "fp-ts/Monoid";
import { type Action, type Made, rebuilder, summer, visitor } from "./forms.ts";
import type { AnyNode, Form, FormOf, Language, NodeOf, Schema } from "./language.ts";
import { schemaOf } from "./language.ts";
import { walk } from "./walk.ts";

export { mapKept } from "./forms.ts";

// ---- Types of passes ------------------------------------------------------------------------------------

/** Per sort, the function that takes a node of A to a node of B; a context C is handed down, never up. */
export type Recur<A, B, C> = {
  readonly [S in keyof A & keyof B]: (node: NodeOf<A, S>, context: C) => NodeOf<B, S>;
};

export type Clause<A, B, S extends keyof A & keyof B, K extends keyof A[S], C> = (
  node: FormOf<A, S, K>,
  to: Recur<A, B, C>,
  context: C,
) => NodeOf<B, S>;

/** Forms that B lacks or gives other fields: only a clause can say what becomes of them. */
export type Demanded<A, B, S extends keyof A & keyof B> = {
  [K in keyof A[S]]: K extends keyof B[S] ? (Same<A[S][K], B[S][K]> extends true ? never : K) : K;
}[keyof A[S]];
type Same<X, Y> = [X] extends [Y] ? ([Y] extends [X] ? true : false) : false;

type DemandingSort<A, B> = {
  [S in keyof A & keyof B]: [Demanded<A, B, S>] extends [never] ? never : S;
}[keyof A & keyof B];

/** Clauses of one sort: those demanded must stand, any other form may have one. */
export type SortClauses<A, B, S extends keyof A & keyof B, C> = {
  readonly [K in Demanded<A, B, S>]: Clause<A, B, S, K, C>;
} & { readonly [K in Exclude<keyof A[S], Demanded<A, B, S>>]?: Clause<A, B, S, K, C> };

/** The clauses of a pass from A to B. */
export type Clauses<A, B, C> = {
  readonly [S in DemandingSort<A, B>]: SortClauses<A, B, S, C>;
} & { readonly [S in Exclude<keyof A & keyof B, DemandingSort<A, B>>]?: SortClauses<A, B, S, C> };

/** Per sort, the function that takes a node of A to a result. */
export type Gather<A, R, C> = { readonly [S in keyof A]: (node: NodeOf<A, S>, context: C) => R };
export type FoldClauses<A, R, C> = {
  readonly [S in keyof A]?: {
    readonly [K in keyof A[S]]?: (node: FormOf<A, S, K>, to: Gather<A, R, C>, context: C) => R;
  };
};

// ---- Making pass bodies ---------------------------------------------------------------------------------

/** A form without a clause is rebuilt from its rewritten children; where none changed the node itself is kept. */
export const rewrite = <A, B, C = void>(
  from: Language<A>,
  _to: Language<B>,
  clauses: NoInfer<Clauses<A, B, C>>,
): Recur<A, B, C> =>
  runner<C, AnyNode>(from, clauses, rebuilder, (node) => node) as unknown as Recur<A, B, C>;

/** A form without a clause yields the sum of its children's results. */
export const fold = <A, R, C = void>(
  from: Language<A>,
  sum: Monoid<R>,
  clauses: NoInfer<FoldClauses<A, R, C>>,
): Gather<A, R, C> =>
  runner<C, R>(
    from,
    clauses,
    (_, form) => summer(form, sum),
    () => sum.empty,
  ) as unknown as Gather<A, R, C>;

/** For checks: a form without a clause has its children visited in order; a clause reports through its context. */
export const traverse = <A, C = void>(
  from: Language<A>,
  clauses: NoInfer<FoldClauses<A, void, C>>,
): Gather<A, void, C> =>
  runner<C, void>(
    from,
    clauses,
    (_, form) => visitor(form),
    () => {},
  ) as unknown as Gather<A, void, C>;

/**
 * Nothing is made before the first run, and what is done with a form not before the form is met: a command that looks
 * at a small program pays for the few forms it has.
 */
const runner = <C, R>(
  from: Language<unknown>,
  clauses: unknown,
  otherwise: (kind: string, form: Form) => Made<C, R>,
  untouched: (node: AnyNode) => R,
) => {
  const schema = schemaOf(from);
  const given = clauses as Readonly<Record<string, Readonly<Record<string, Action<C, R>>>>>;
  const steps = new Map<string, Action<C, R>>();
  let touched: ReadonlySet<string> | undefined;

  const makeStep = (sort: string): Action<C, R> => {
    touched ??= touchedSorts(schema, given);
    if (!touched.has(sort)) return untouched;
    const actions: Record<string, Action<C, R>> = { ...given[sort] };
    const make = (kind: string): Action<C, R> => {
      const { action, final } = otherwise(kind, schema[sort]![kind]!);
      if (final) actions[kind] = action;
      return action;
    };
    return (node, to, context) => (actions[node.kind] ?? make(node.kind))(node, to, context);
  };
  const stepOf = (sort: string): Action<C, R> => {
    const step = steps.get(sort) ?? makeStep(sort);
    steps.set(sort, step);
    return step;
  };
  return mapValues(
    schema,
    (_, sort) => (node: AnyNode, context: C) => walk(schema, stepOf, untouched)[sort]!(node, context),
  );
};

/** The sorts in whose trees a clause may apply; other trees need not be looked into. */
const touchedSorts = (schema: Schema, clauses: Readonly<Record<string, object>>): ReadonlySet<string> => {
  const touched = new Set(Object.keys(clauses).filter((sort) => Object.keys(clauses[sort]!).length > 0));
  const leads = (form: Form): boolean =>
    Object.values(form).some((field) => field.role !== "leaf" && touched.has(field.sort));
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const sort of Object.keys(schema)) if (Object.values(schema[sort]!).some(leads)) touched.add(sort);
  }
  return touched;
};

const mapValues = <V, W>(
  record: Readonly<Record<string, V>>,
  f: (value: V, key: string) => W,
): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value, key)]));
