// A language as data (sorts of forms of fields), and the node types that follow from the data.

import type * as t from "io-ts";

/** One subtree. `leads`: it continues a left chain (see `walk.ts`) although it is of another sort. */
export interface Child<S> {
  readonly role: "child";
  readonly sort: S;
  readonly leads?: true;
}
/** One subtree or null. */
export interface Opt<S> {
  readonly role: "opt";
  readonly sort: S;
}
/** A list of subtrees. `leads`: its first member continues a left chain (see `walk.ts`), which may be long. */
export interface Many<S> {
  readonly role: "many";
  readonly sort: S;
  readonly leads?: true;
}
/** A plain value: its codec verifies it in trees and writes it in dumps; `show` is its text in printed trees. */
export interface Leaf<A> {
  readonly role: "leaf";
  // biome-ignore lint/suspicious/noExplicitAny: what a codec writes is its own affair
  readonly codec: t.Type<A, any, unknown>;
  readonly show: (value: A) => string;
}

// biome-ignore lint/suspicious/noExplicitAny: a leaf of whatever value
export type Field<S = string> = Child<S> | Opt<S> | Many<S> | Leaf<any>;

export const child = <S extends string>(sort: S): Child<S> => ({ role: "child", sort });
export const opt = <S extends string>(sort: S): Opt<S> => ({ role: "opt", sort });
export const many = <S extends string>(sort: S): Many<S> => ({ role: "many", sort });

const showPlain = (value: unknown): string =>
  value === null ? "-" : typeof value === "string" ? JSON.stringify(value) : String(value);

/** A list whose first member may continue a long left chain: the operands of an operation. */
export const operands = <S extends string>(sort: S): Many<S> => ({ role: "many", sort, leads: true });

/** A subtree that may continue a long left chain in which forms of two sorts alternate. */
export const operand = <S extends string>(sort: S): Child<S> => ({ role: "child", sort, leads: true });

/** A leaf of the values that `codec` decodes; `show` gives its text in dumps (a quoted string or `String(value)`). */
export const leaf = <A>(
  // biome-ignore lint/suspicious/noExplicitAny: what a codec writes is its own affair
  codec: t.Type<A, any, unknown>,
  show: (value: A) => string = showPlain,
): Leaf<A> => ({ role: "leaf", codec, show });

/**
 * A named grammar. G is never constrained by an index signature, because an interface has none, and it is
 * the interface that lets the compiler print `NodeOf<CoreGrammar, "Expr">` where it would otherwise print
 * the whole grammar.
 */
export interface Language<G> {
  readonly name: string;
  readonly grammar: G;
}
export type GrammarOf<L extends Language<unknown>> = L["grammar"];

// ---- Nodes ----------------------------------------------------------------------------------------------

/** A node of any form of sort S. */
export type NodeOf<G, S extends keyof G> = { [K in keyof G[S]]: FormOf<G, S, K> }[keyof G[S]];

/** A node of form K of sort S. `at` is its span in the source (see `span.ts`). */
export type FormOf<G, S extends keyof G, K extends keyof G[S]> = {
  readonly kind: K;
  readonly at: number;
} & { readonly [F in keyof G[S][K]]: ValueOf<G, G[S][K][F]> };

type ValueOf<G, F> =
  F extends Leaf<infer A>
    ? A
    : F extends Child<infer S extends keyof G>
      ? NodeOf<G, S>
      : F extends Opt<infer S extends keyof G>
        ? NodeOf<G, S> | null
        : F extends Many<infer S extends keyof G>
          ? readonly NodeOf<G, S>[]
          : never;

// ---- Making languages -----------------------------------------------------------------------------------

/** Every form is made of fields, and every field names one of the given sorts. */
type Closed<G, Sorts> = { [S in keyof G]: FormsOver<G[S], Sorts> };
type FormsOver<Forms, Sorts> = { [K in keyof Forms]: { [F in keyof Forms[K]]: Field<Sorts> } };

/** A language from scratch. */
export const language = <const G>(name: string, grammar: G & Closed<G, keyof G>): Language<G> => ({
  name,
  grammar,
});

/** What a delta may say: drop forms that the sort has; add forms, or replace those of the same name. */
type Delta<G, D> = {
  readonly [S in keyof D]: {
    readonly without?: S extends keyof G ? readonly (keyof G[S])[] : never;
    readonly with?: FormsOver<With<D[S]>, keyof G | keyof D>;
  };
};
type Without<Change> = Change extends { readonly without: readonly (infer K)[] } ? K : never;
type With<Change> = Change extends { readonly with: infer Forms } ? Forms : Record<never, never>;
type Base<G, S> = S extends keyof G ? G[S] : Record<never, never>;

type Changed<G, D, S> = S extends keyof D ? ApplySort<Base<G, S>, D[S]> : Base<G, S>;
/** A sort that has no form left is gone. */
type Apply<G, D> = {
  readonly [S in keyof G | keyof D as [keyof Changed<G, D, S>] extends [never] ? never : S]: Changed<G, D, S>;
};
type ApplySort<Forms, Change> = {
  readonly [K in Exclude<keyof Forms, Without<Change>> | keyof With<Change>]: K extends keyof With<Change>
    ? With<Change>[K]
    : K extends keyof Forms
      ? Forms[K]
      : never;
};

/** The language that differs from `base` by `delta`. */
export const extend = <G, const D>(
  base: Language<G>,
  name: string,
  delta: D & Delta<G, D>,
): Language<Apply<G, D>> => {
  const grammar: Record<string, Forms> = { ...schemaOf(base) };
  const changes = delta as Readonly<Record<string, { without?: readonly string[]; with?: Forms }>>;
  for (const [sort, change] of Object.entries(changes)) {
    const kept = Object.entries(grammar[sort] ?? {}).filter(([kind]) => !change.without?.includes(kind));
    grammar[sort] = { ...Object.fromEntries(kept), ...change.with };
    if (Object.keys(grammar[sort]).length === 0) delete grammar[sort];
  }
  return { name, grammar: grammar as Apply<G, D> };
};

type Annotated<G, S, Fields> = {
  readonly [T in keyof G]: T extends S
    ? {
        readonly [K in keyof G[T]]: {
          readonly [F in keyof G[T][K] | keyof Fields]: F extends keyof Fields
            ? Fields[F]
            : F extends keyof G[T][K]
              ? G[T][K][F]
              : never;
        };
      }
    : G[T];
};

/** The language in which every form of `sort` has `fields` besides its own. */
export const annotate = <G, S extends keyof G & string, const F extends Record<string, Field>>(
  base: Language<G>,
  name: string,
  sort: S,
  fields: F,
): Language<Annotated<G, S, F>> => {
  const schema = schemaOf(base);
  const forms = Object.fromEntries(
    Object.entries(schema[sort] ?? {}).map(([kind, form]) => [kind, { ...form, ...fields }]),
  );
  return { name, grammar: { ...schema, [sort]: forms } as Annotated<G, S, F> };
};

// ---- The same, untyped: for the few functions that serve all languages ----------------------------------

export type Form = Readonly<Record<string, Field>>;
export type Forms = Readonly<Record<string, Form>>;
export type Schema = Readonly<Record<string, Forms>>;
export interface AnyNode {
  readonly kind: string;
  readonly at: number;
  readonly [field: string]: unknown;
}

/** The one place where a typed grammar becomes plain data. */
export const schemaOf = <G>(language: Language<G>): Schema => language.grammar as Schema;

/** The form of a value, if it is a node of this sort at all. */
export const formOf = (schema: Schema, sort: string, value: unknown): Form | undefined => {
  const forms = Object.hasOwn(schema, sort) ? schema[sort]! : {};
  const kind = (value as AnyNode | null | undefined)?.kind;
  return typeof kind === "string" && Object.hasOwn(forms, kind) ? forms[kind] : undefined;
};

/** The subtrees that a field holds; null stands for one that is absent. */
export const subtreesOf = (
  // biome-ignore lint/suspicious/noExplicitAny: a leaf of whatever value
  field: Exclude<Field, Leaf<any>>,
  value: unknown,
): readonly (AnyNode | null)[] => (field.role === "many" ? value : [value]) as readonly (AnyNode | null)[];
