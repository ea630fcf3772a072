// insert-result-checks: a function with a result gives one however it ends.
//
// A body that could end without its result (a match that is exhaustive by its types meets the `Validation` of a failed
// construction: 03, 7.1.5) fails there; where the result is a Result of Unit, that end gives `Ok(())`.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Trees, type TreesGrammar } from "../../ir/matched.ts";
import { plain, type Type, UNIT } from "../../ir/types.ts";
import { fail, giveBack, perform, prim, text, unit } from "./build.ts";
import { completes } from "./completion.ts";

type Expr = NodeOf<TreesGrammar, "Expr">;
type Stmt = NodeOf<TreesGrammar, "Stmt">;

/** `empty` is what a `return` without a value gives, if that is not Unit itself. */
interface Context {
  readonly empty: ((at: number) => Expr) | null;
}

const body = rewrite<TreesGrammar, TreesGrammar, Context>(Trees, Trees, {
  Function: {
    Function: (n, to) => {
      const empty = emptyResult(n.result);
      const body = empty ? to.Block(n.body, { empty }) : n.body;
      if (givesNothing(n.result) || !completes(body)) return body === n.body ? n : { ...n, body };
      const end: Stmt = empty ? giveBack(empty(body.at), body.at) : withoutResult(n.name, n.result, body.at);
      return { ...n, body: { ...body, statements: [...body.statements, end] } };
    },
  },
  Stmt: {
    Return: (n, _, { empty }) => (n.value || !empty ? n : giveBack(empty(n.at), n.at)),
  },
});

const givesNothing = ({ kind }: Type): boolean => kind === "Unit" || kind === "Never";

const emptyResult = (result: Type): Context["empty"] => {
  const isEmpty = result.kind === "Result" && plain(result.ok) === UNIT;
  return isEmpty ? (at) => prim("result.ok", result, [unit(at)], at) : null;
};

const withoutResult = (name: string, result: Type, at: number): Stmt => {
  const message = `${name} ended without its result of type ${result.text}`;
  return perform(fail("runtime_type_error", text(message, at), at), at);
};

export const insertResultChecks = pass({
  name: "insert-result-checks",
  purpose: "Makes a function that ends without its result fail.",
  from: Trees,
  to: Trees,
  run: (program) => right(body.Program(program, { empty: null })),
});
