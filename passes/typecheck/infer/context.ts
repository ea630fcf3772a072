// What inference knows at a place: the body around it, the type demanded there, and where to report.

import { type Diagnostic, error } from "../../../ir/diagnostic.ts";
import type { FormOf, NodeOf } from "../../../ir/framework/language.ts";
import type { Clause, Recur } from "../../../ir/framework/rewrite.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import type { InferredGrammar } from "../../../ir/typed.ts";
import { DIAGNOSED, type Type, UNKNOWN } from "../../../ir/types.ts";
import type { Declarations } from "../declarations.ts";

export type Expr = NodeOf<InferredGrammar, "Expr">;
export type Stmt = NodeOf<InferredGrammar, "Stmt">;
export type Pattern = NodeOf<InferredGrammar, "Pattern">;
export type SourceExpr = NodeOf<ResolvedGrammar, "Expr">;
export type SourceForm<K extends keyof ResolvedGrammar["Expr"]> = FormOf<ResolvedGrammar, "Expr", K>;
export type To = Recur<ResolvedGrammar, InferredGrammar, Context>;

type Shared = keyof ResolvedGrammar & keyof InferredGrammar;
/** The clauses of inference for some forms of a sort. */
export type InferenceOf<S extends Shared, K extends keyof ResolvedGrammar[S]> = {
  readonly [Form in K]: Clause<ResolvedGrammar, InferredGrammar, S, Form, Context>;
};

/** What holds for the whole program. */
export interface Checker {
  readonly declarations: Declarations;
  readonly diagnostics: Diagnostic[];
}

/**
 * A function, entry (app, test) or default of a field, while it is inferred. `result` is what it must give: Unit where
 * none is declared, null for entries, which may give anything. The two tables fill on the way, in source order.
 */
export interface Body {
  readonly checker: Checker;
  readonly path: string;
  readonly result: Type | null;
  /** The type of each local, by id. */
  readonly locals: Type[];
  /** Ids of the bare names of patterns that turned out to be variants. */
  readonly variants: Set<number>;
}

/**
 * `expected` is the type of the place an expression stands in (`_`: an untyped place), or of the subject of a pattern;
 * null where nothing is demanded. `validated`: Rule V holds. `tail`: the statement ends the body.
 * `operand` is the context without a place. It is one object for the whole body, because the walk takes a long left
 * spine from its far end only where all of it is given one context.
 */
export interface Context {
  readonly body: Body;
  readonly expected: Type | null;
  readonly validated: boolean;
  readonly tail: boolean;
  readonly operand: Context;
}

/** The context of a new body. */
export const enterBody = (checker: Checker, path: string, result: Type | null): Context => {
  return withBody({ checker, path, result, locals: [], variants: new Set() });
};

const withBody = (body: Body): Context => {
  const context = { body, expected: null, validated: false, tail: false };
  return Object.assign(context, { operand: context }) as unknown as Context;
};

/** The context of a default of a parameter: it sees the parameters to its left, but nothing can leave from it. */
export const defaultsOf = ({ body }: Context): Context => withBody({ ...body, result: null });

/** The context of a place (or of a pattern whose subject has that type). */
export const placeOf = ({ body, operand }: Context, expected: Type, validated = false): Context => ({
  body,
  expected,
  validated,
  tail: false,
  operand,
});

/** The context of the last statement of a body. */
export const tailOf = ({ body, operand }: Context): Context => ({
  body,
  expected: null,
  validated: false,
  tail: true,
  operand,
});

/** Reports an error at a span of the module. */
export const report = ({ body }: Context, at: number, message: string, code: string | null = null): void => {
  body.checker.diagnostics.push(error(body.path, at, message, code));
};

/** What an expression means where its name turned out to be a variant in the pattern that might have bound it. */
export const meaningOf = (source: SourceExpr, context: Context): SourceExpr | null => {
  let meant: SourceExpr | null = source;
  while (meant?.kind === "Tentative" && context.body.variants.has(meant.local.id)) meant = meant.otherwise;
  return meant;
};

/** Stands for an expression that was diagnosed and has no other form. */
export const wrong = (at: number): Expr => ({ kind: "Error", at, type: DIAGNOSED });

export const localType = ({ body }: Context, id: number): Type => body.locals[id] ?? UNKNOWN;
