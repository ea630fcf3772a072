// How often the locals of a function are used, before ownership is explicit.

import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar } from "../../ir/owned.ts";

/** The number of uses by `Local.id`. */
export type Uses = ReadonlyMap<number, number>;

const uses = traverse<ReturnedGrammar, Map<number, number>>(Returned, {
  Atom: { Local: ({ local }, _, counts) => void counts.set(local.id, (counts.get(local.id) ?? 0) + 1) },
  Expr: { Local: ({ local }, _, counts) => void counts.set(local.id, (counts.get(local.id) ?? 0) + 1) },
});

/** The uses in a block and in those inside it. */
export const usesIn = (block: NodeOf<ReturnedGrammar, "Block">): Uses => {
  const counts = new Map<number, number>();
  uses.Block(block, counts);
  return counts;
};
