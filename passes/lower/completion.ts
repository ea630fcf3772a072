// Whether statements can come to their end (02, 2.9.2), as seen without knowing any value.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { TreesGrammar } from "../../ir/matched.ts";

type Block = NodeOf<TreesGrammar, "Block">;
type Stmt = NodeOf<TreesGrammar, "Stmt">;

/** Whether the block may be left at its end. */
export const completes = ({ statements }: Block): boolean => statements.every(mayComplete);

const mayComplete = (statement: Stmt): boolean => {
  switch (statement.kind) {
    case "Return":
    case "Break":
    case "Continue":
      return false;
    case "If":
      return !statement.whenFalse || completes(statement.whenTrue) || completes(statement.whenFalse);
    case "Loop":
      return !isEndless(statement.condition) || breaks(statement.body);
    case "Do":
    case "Let":
    case "Assign":
      return statement.value.type.kind !== "Never";
  }
};

const isEndless = (condition: NodeOf<TreesGrammar, "Expr">): boolean =>
  condition.kind === "Bool" && condition.value;

/** Whether a `break` of the loop itself is in its body. */
const breaks = ({ statements }: Block): boolean =>
  statements.some((statement) => {
    if (statement.kind === "Break") return true;
    if (statement.kind !== "If") return false;
    return breaks(statement.whenTrue) || (statement.whenFalse !== null && breaks(statement.whenFalse));
  });
