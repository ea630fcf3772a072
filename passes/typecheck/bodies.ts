// The bodies of a program, and the blocks in statements: for checks that do not look into expressions.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { InferredGrammar } from "../../ir/typed.ts";

type Program = NodeOf<InferredGrammar, "Program">;
type Block = NodeOf<InferredGrammar, "Block">;
type Stmt = NodeOf<InferredGrammar, "Stmt">;

/** A body and its file; `fn` is null where it is not that of a function. */
export interface ProgramBody {
  readonly path: string;
  readonly fn: NodeOf<InferredGrammar, "Fn"> | null;
  readonly block: Block;
}

/** The bodies of all functions, apps and tests, in order. */
export const bodiesOf = (program: Program): readonly ProgramBody[] =>
  program.modules.flatMap(({ path, items }) =>
    items.flatMap((item): readonly ProgramBody[] => {
      if (item.kind === "Function") return [{ path, fn: item.fn, block: item.fn.body }];
      return item.kind === "App" || item.kind === "Test" ? [{ path, fn: null, block: item.body }] : [];
    }),
  );

/** The blocks that a statement has. */
export const innerBlocks = (statement: Stmt): readonly Block[] => {
  switch (statement.kind) {
    case "If": {
      const blocks = statement.branches.map(({ body }) => body);
      return statement.otherwise ? [...blocks, statement.otherwise] : blocks;
    }
    case "Match":
      return statement.cases.map(({ body }) => body);
    case "For":
    case "While":
      return [statement.body];
    default:
      return [];
  }
};
