// lower-inline-blocks: the one statement behind the `:` of an inline `if` becomes a block.

import { right } from "fp-ts/These";
import { PlainBlocks, PlainCases } from "../../ir/core.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";

const body = rewrite(PlainCases, PlainBlocks, {
  Block: {
    Inline: (n, to) => ({ kind: "Block", at: n.at, statements: [to.Stmt(n.statement)] }),
  },
});

export const lowerInlineBlocks = pass({
  name: "lower-inline-blocks",
  purpose: "Writes the body of an inline if as a block.",
  from: PlainCases,
  to: PlainBlocks,
  run: (program) => right(body.Program(program)),
});
