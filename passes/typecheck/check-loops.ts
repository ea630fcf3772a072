// check-loops: `break` and `continue` stand in loops (chapter 2.9).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { bodiesOf, innerBlocks } from "./bodies.ts";

type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;
type Jump = Extract<Stmt, { readonly kind: "Break" | "Continue" }>;

/** The jumps of a block that no loop in it takes. */
const strayJumps = (block: Block): readonly Jump[] => block.statements.flatMap(jumpsIn);

const jumpsIn = (statement: Stmt): readonly Jump[] => {
  if (statement.kind === "Break" || statement.kind === "Continue") return [statement];
  if (statement.kind === "For" || statement.kind === "While") return [];
  return innerBlocks(statement).flatMap(strayJumps);
};

const explain = ({ kind }: Jump): string =>
  `"${kind.toLowerCase()}" outside a loop: it belongs into a "for" or "while"`;

export const checkLoops = pass({
  name: "check-loops",
  purpose: "Reports break and continue outside loops.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics: Diagnostic[] = bodiesOf(program).flatMap(({ path, block }) =>
      strayJumps(block).map((jump) => error(path, jump.at, explain(jump))),
    );
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
