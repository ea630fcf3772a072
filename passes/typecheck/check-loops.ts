// check-loops: `break` and `continue` stand in loops (chapter 2.9).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { bodiesOf, innerBlocks, taskBlocksOf } from "./bodies.ts";

type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;
type Jump = Extract<Stmt, { readonly kind: "Break" | "Continue" }>;

/** The jumps of a block that no loop in it takes; those in a transaction are wrong in any case (2.12.3). */
const strayJumps = (block: Block): readonly Jump[] => block.statements.flatMap(jumpsIn);

const jumpsIn = (statement: Stmt): readonly Jump[] => {
  switch (statement.kind) {
    case "Break":
    case "Continue":
      return [statement];
    case "For":
    case "While":
    case "Transaction":
      return [];
    default:
      return innerBlocks(statement).flatMap(strayJumps);
  }
};

const explain = ({ kind }: Jump): string =>
  `"${kind.toLowerCase()}" outside a loop: it belongs into a "for" or "while"`;

export const checkLoops = pass({
  name: "check-loops",
  purpose: "Reports break and continue outside loops.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    // a task is no part of the loop that starts it
    const diagnostics: Diagnostic[] = [...bodiesOf(program), ...taskBlocksOf(program)].flatMap(
      ({ path, block }) => strayJumps(block).map((jump) => error(path, jump.at, explain(jump))),
    );
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
