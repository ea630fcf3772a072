// check-returns: a body with a declared result gives one on every way through it (chapter 2.9.2).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { bodiesOf, innerBlocks } from "./bodies.ts";
import { givesValue } from "./results.ts";

type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;

/** Whether the end of a block can be reached. Results at the end of bodies are `Return`s already. */
const completes = (block: Block): boolean => block.statements.every(completesStatement);

const completesStatement = (statement: Stmt): boolean => {
  switch (statement.kind) {
    case "Return":
    case "Break":
    case "Continue":
      return false;
    case "If":
      return statement.otherwise === null || innerBlocks(statement).some(completes);
    case "Match":
      return !statement.exhaustive || innerBlocks(statement).some(completes);
    case "While":
      return !isForever(statement) || breaks(statement.body);
    default:
      return true;
  }
};

const isForever = ({ condition }: Extract<Stmt, { readonly kind: "While" }>): boolean =>
  condition.kind === "Bool" && condition.value;

/** Whether a block has a `break` of the loop that it is the body of. */
const breaks = (block: Block): boolean =>
  block.statements.some(
    (statement) =>
      statement.kind === "Break" ||
      (statement.kind !== "For" && statement.kind !== "While" && innerBlocks(statement).some(breaks)),
  );

type Fn = NodeOf<InferredGrammar, "Fn">;

const explain = ({ name, result }: Fn): string =>
  `${name.name} can end without a result, but its result must be of type ${result.text}; end every way through it with a value or "return"`;

export const checkReturns = pass({
  name: "check-returns",
  purpose: "Reports functions that can end without their result.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics: readonly Diagnostic[] = bodiesOf(program).flatMap(({ path, fn }) =>
      fn && givesValue(fn.result) && completes(fn.body)
        ? [error(path, fn.name.at, explain(fn), "FUSE_MISSING_RETURN")]
        : [],
    );
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
