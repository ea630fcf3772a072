// What the insertion of conversions knows about the body it is in.

import type { FormOf, NodeOf } from "../../../ir/framework/language.ts";
import type { Clause, Recur } from "../../../ir/framework/rewrite.ts";
import type { InferredGrammar, TypedGrammar } from "../../../ir/typed.ts";
import { type Type, UNKNOWN } from "../../../ir/types.ts";
import type { Declarations } from "../declarations.ts";

/**
 * `returned` is what a `return` gives, null where that may be anything (entries); `raised` is the error that leaves with
 * `?!`, also from a task. `locals` are the types of the locals met so far, by id.
 */
export interface Context {
  readonly declarations: Declarations;
  readonly returned: Type | null;
  readonly raised: Type;
  readonly locals: Type[];
}

/** An expression in front of this pass, and behind it. */
export type Inferred = NodeOf<InferredGrammar, "Expr">;
export type InferredForm<K extends keyof InferredGrammar["Expr"]> = FormOf<InferredGrammar, "Expr", K>;
export type Expr = NodeOf<TypedGrammar, "Expr">;
export type To = Recur<InferredGrammar, TypedGrammar, Context>;

type Shared = keyof InferredGrammar & keyof TypedGrammar;
/** The clauses of the pass for some forms of a sort. */
export type ConversionOf<S extends Shared, K extends keyof InferredGrammar[S]> = {
  readonly [Form in K]: Clause<InferredGrammar, TypedGrammar, S, Form, Context>;
};

/** The context of a body of its own; `result` is null where it may give anything. */
export const newBody = (declarations: Declarations, result: Type | null): Context => ({
  declarations,
  returned: result,
  raised: result?.kind === "Result" ? result.error : UNKNOWN,
  locals: [],
});
