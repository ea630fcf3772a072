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

/** What ends a spawn block: the values at its end and those of its `return`s, in source order. */
export interface TaskEnds {
  readonly values: Expr[];
  readonly returns: TaskReturn[];
}
/** `at` is where a value that does not fit is reported; `value` is null where none is given. */
export interface TaskReturn {
  readonly at: number;
  readonly value: Expr | null;
}

/**
 * A body (of a function, route, app, test, spawn block …) or a lone default, while it is inferred. What it knows fills on
 * the way, in source order; a spawn block shares the tables with the body around it.
 */
export interface Body {
  readonly checker: Checker;
  readonly path: string;
  /** What it must give: Unit where none is declared, null where it may give anything (entries, spawn blocks). */
  readonly result: Type | null;
  /** The result that an error leaves with: that of the function, route or component around; null without one. */
  readonly leaving: Type | null;
  /** The parts of a component, which must end with Html but say so at the component (2.13). */
  readonly component: boolean;
  /** Inside of `transaction:` (2.12.3). */
  readonly transaction: boolean;
  /** Of the innermost spawn block. */
  readonly task: TaskEnds | null;
  /** The interface that each type parameter in scope is bound to, by the Parameter (2.11.4). */
  readonly bounds: ReadonlyMap<Type, string>;
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

/** The context of a new body without type parameters, from which an error leaves with its result. */
export const enterBody = (checker: Checker, path: string, result: Type | null): Context =>
  withBody({
    checker,
    path,
    result,
    leaving: result,
    component: false,
    transaction: false,
    task: null,
    bounds: new Map(),
    locals: [],
    variants: new Set(),
  });

const withBody = (body: Body): Context => {
  const context = { body, expected: null, validated: false, tail: false };
  return Object.assign(context, { operand: context }) as unknown as Context;
};

/** The context of a new body in the same module, with what is particular to it. */
export const enterAnother = (
  { body: { checker, path } }: Context,
  result: Type | null,
  particular: Partial<Pick<Body, "component" | "bounds">> = {},
): Context => withBody({ ...enterBody(checker, path, result).body, ...particular });

/** The context of a default of a parameter: it sees the parameters to its left, but nothing can leave from it. */
export const defaultsOf = ({ body }: Context): Context => withBody({ ...body, result: null, leaving: null });

/** The context of a spawn block: what it ends with is collected, errors leave with the result around it. */
export const enterTask = ({ body }: Context, task: TaskEnds): Context =>
  withBody({ ...body, result: null, component: false, task });

/** The context of a transaction block, which ends what the context ends. */
export const enterTransaction = ({ body, tail }: Context): Context => {
  const inside = withBody({ ...body, transaction: true });
  return tail ? tailOf(inside) : inside;
};

/** Whether a body is that of an app, test or migration: it may end with any value. */
export const isEntry = ({ body }: Context): boolean => body.result === null && body.task === null;

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
