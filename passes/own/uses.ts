// How often the locals of a function are used, before ownership is explicit.

import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar } from "../../ir/owned.ts";
import type { Local } from "../../ir/symbols.ts";

/** The number of uses by `Local.id`; an assignment is one. */
export type Uses = ReadonlyMap<number, number>;

const count = ({ local }: { readonly local: Local }, counts: Map<number, number>): void =>
  void counts.set(local.id, (counts.get(local.id) ?? 0) + 1);

const uses = traverse<ReturnedGrammar, Map<number, number>>(Returned, {
  Atom: { Local: (n, _, counts) => count(n, counts) },
  Expr: { Local: (n, _, counts) => count(n, counts) },
  Stmt: {
    /** What is assigned has to be there, so that its definition stays. */
    Assign: (n, to, counts) => {
      count(n, counts);
      to.Expr(n.value, counts);
      for (const step of n.steps) to.Step(step, counts);
    },
  },
});

/** The uses in a block and in those inside it. */
export const usesIn = (block: NodeOf<ReturnedGrammar, "Block">): Uses => {
  const counts = new Map<number, number>();
  uses.Block(block, counts);
  return counts;
};
