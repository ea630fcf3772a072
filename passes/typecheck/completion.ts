// Which ways through a block end it (chapter 2.9.2): "never completes".

import type { NodeOf } from "../../ir/framework/language.ts";
import type { InferredGrammar } from "../../ir/typed.ts";
import { innerBlocks } from "./bodies.ts";

type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;

/** Whether the end of a block can be reached. Results at the end of bodies are `Return`s already. */
export const completes = (block: Block): boolean => block.statements.every(completesStatement);

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
    case "Transaction":
      return completes(statement.body);
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
